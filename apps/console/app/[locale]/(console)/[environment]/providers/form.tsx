'use client';

import {
  type FieldError,
  type FormField,
  type ManifestView,
  type ProviderView,
  SANDBOX_PROTOCOLS,
} from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Collapse, Form, Input, Switch } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { ManifestField } from './manifest-field.tsx';
import { ProtocolField } from './protocol-field.tsx';
import styles from './providers.module.css';
import { type FieldValue, fieldOfPath, GROUPS, isSecretStored, settingsOf, valuesOf } from './settings.ts';

interface Values {
  protocol: ManifestView['protocol'];
  name: string;
  enabled: boolean;
  settings: Record<string, FieldValue>;
}

/** Makes or changes a provider; its fields come from the protocol's manifest, its errors stand at the fields they name. */
export function ProviderForm(props: {
  manifests: readonly ManifestView[];
  provider: ProviderView | undefined;
  onDone: () => void;
}) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const { environment } = usePlace();
  const [form] = Form.useForm<Values>();
  const { provider, manifests } = props;
  const isOpenHere = (one: ManifestView['protocol']) => environment !== 'sandbox' || SANDBOX_PROTOCOLS.includes(one);
  const [protocol, setProtocol] = useState(
    provider?.protocol ?? manifests.find((one) => isOpenHere(one.protocol))?.protocol ?? 'loopback',
  );
  const manifest = manifests.find((one) => one.protocol === protocol);
  const fields = manifest?.fields ?? [];

  const showFieldErrors = (errors: readonly FieldError[]) => {
    const shown = errors.flatMap(({ path, message: text }) => {
      const name = fieldOfPath(path, fields);
      if (name === undefined) return [];
      return [{ name: name === 'name' || name === 'protocol' ? [name] : ['settings', name], errors: [text] }];
    });
    form.setFields(shown as Parameters<typeof form.setFields>[0]);
    const [first] = shown;
    if (first !== undefined) form.scrollToField(first.name as never, { focus: true });
  };
  const save = useMutation(
    trpc.providers.save.mutationOptions({
      onSuccess: async () => {
        message.success(t('providers.saved'));
        props.onDone();
        await queryClient.invalidateQueries({ queryKey: trpc.providers.pathKey() });
      },
      onError: (error) => showFieldErrors(problemOf(error).fields),
    }),
  );
  const submit = (values: Values) => {
    const { settings, unreadable } = settingsOf(fields, values.settings ?? {});
    if (unreadable.length > 0) {
      showFieldErrors(
        unreadable.map((name) => ({
          path: `settings.${name}`,
          code: 'json_invalid',
          message: t('providers.jsonUnreadable'),
        })),
      );
      return;
    }
    save.mutate({
      environment,
      ...(provider === undefined ? {} : { id: provider.id, version: provider.version }),
      name: values.name,
      protocol,
      enabled: values.enabled,
      settings,
    });
  };
  const choose = (next: ManifestView['protocol']) => {
    setProtocol(next);
    const chosen = manifests.find((one) => one.protocol === next);
    form.setFieldValue('settings', valuesOf(chosen?.fields ?? [], {}));
  };

  return (
    <Form<Values>
      name="provider"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={{
        protocol,
        name: provider?.name ?? '',
        enabled: provider?.enabled ?? true,
        settings: valuesOf(fields, provider?.settings ?? {}),
      }}
      onFinish={submit}
    >
      {save.error !== null && <SectionError error={save.error} />}
      {provider === undefined && <ProtocolField manifests={manifests} isOpenHere={isOpenHere} onChoose={choose} />}
      <Form.Item
        name="name"
        label={t('providers.name')}
        extra={t('providers.nameHelp')}
        rules={[{ required: true, whitespace: true, message: t('providers.nameNeeded') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="enabled"
        label={t('providers.enabled')}
        extra={t('providers.enabledHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <FieldGroups fields={fields} settings={provider?.settings ?? {}} />
      <div className={styles.formFoot}>
        <Button onClick={props.onDone}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t(provider === undefined ? 'providers.create' : 'action.save')}
        </Button>
      </div>
    </Form>
  );
}

/** The fields in their groups; the advanced ones folded away, yet part of the form. */
function FieldGroups(props: { fields: readonly FormField[]; settings: Record<string, unknown> }) {
  const t = useTranslations();
  const drawn = (group: FormField['group']) =>
    props.fields
      .filter((field) => field.group === group)
      .map((field) => (
        <ManifestField key={field.name} field={field} secretStored={isSecretStored(field, props.settings)} />
      ));
  const isUsed = (group: FormField['group']) => props.fields.some((field) => field.group === group);
  return (
    <>
      {GROUPS.filter((group) => group !== 'advanced' && isUsed(group)).map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend>{t(`providers.group.${group}`)}</legend>
          {drawn(group)}
        </fieldset>
      ))}
      {isUsed('advanced') && (
        <Collapse
          ghost
          className={styles.advanced ?? ''}
          items={[
            { key: 'advanced', label: t('providers.group.advanced'), children: drawn('advanced'), forceRender: true },
          ]}
        />
      )}
    </>
  );
}
