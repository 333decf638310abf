'use client';

import { Channel, RegistryKey, RegistryMeaning, RegistrySilence, type RegistryView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { useTranslations } from 'use-intl';
import { ASKED_POINTERS } from '#components/asked/asked-values.ts';
import { CostFields } from '#components/asked/cost-fields.tsx';
import { Fields } from '#components/asked/group.tsx';
import { ReadingFields } from '#components/asked/reading-fields.tsx';
import { ServiceFields } from '#components/asked/service-fields.tsx';
import { showFaults } from '#components/asked/show-faults.ts';
import { SectionError } from '#components/parts/section-error.tsx';
import { COUNTRY_SEARCH, useCountryOptions } from '#components/parts/use-country-options.ts';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from '../compliance.module.css';
import { EVERY_COUNTRY, type RegistryValues, toRequest, toValues } from './registry-values.ts';

/** Sets a registry that marketing is checked against; faults stand at the fields they name. */
export function RegistryForm({ of, onDone }: { of: RegistryView | undefined; onDone: () => void }) {
  const t = useTranslations();
  const { compliance } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const countries = useCountryOptions();
  const [form] = Form.useForm<RegistryValues>();
  const save = useMutation(
    compliance.setRegistry.mutationOptions({
      onSuccess: async () => {
        message.success(t('registries.saved'));
        onDone();
        await queryClient.invalidateQueries({ queryKey: compliance.registries.pathKey() });
      },
      onError: (error) => showFaults(form, problemOf(error).fields, 'registry.'),
    }),
  );
  const submit = (values: RegistryValues) => {
    const registry = toRequest(values, of?.version ?? 0);
    if (registry === undefined)
      return showFaults(form, [{ path: 'service.body', code: 'json_invalid', message: t('providers.jsonUnreadable') }]);
    save.mutate({ key: of?.key ?? values.key, registry });
  };
  return (
    <Form<RegistryValues>
      name="registry"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={toValues(of)}
      onFinish={submit}
    >
      {save.error !== null && <SectionError error={save.error} />}
      <Form.Item
        name="enabled"
        label={t('registries.field.enabled')}
        extra={t('registries.field.enabledHelp')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Fields>
        <Form.Item
          name="name"
          label={t('registries.field.name')}
          rules={[{ required: true, whitespace: true, message: t('registries.field.nameNeeded') }]}
        >
          <Input maxLength={80} autoComplete="off" placeholder="İYS" />
        </Form.Item>
        <Form.Item
          name="key"
          label={t('registries.field.key')}
          extra={t('registries.field.keyHelp')}
          rules={[
            {
              validator: (_, key: string) =>
                RegistryKey.safeParse(key).success
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('registries.field.keyFault'))),
            },
          ]}
        >
          <Input maxLength={40} autoComplete="off" placeholder="tr-iys" disabled={of !== undefined} />
        </Form.Item>
        <Form.Item name="country" label={t('registries.field.country')}>
          <Select
            showSearch={COUNTRY_SEARCH}
            options={[{ value: EVERY_COUNTRY, label: t('registries.everywhere') }, ...countries]}
          />
        </Form.Item>
        <Form.Item
          name="channels"
          label={t('registries.field.channels')}
          rules={[{ required: true, message: t('registries.field.channelsNeeded') }]}
        >
          <Select
            mode="multiple"
            showSearch={false}
            options={Channel.options.map((value) => ({ value, label: t(`channel.${value}`) }))}
          />
        </Form.Item>
      </Fields>
      <Form.Item name="meaning" label={t('registries.field.meaning')}>
        <Radio.Group
          options={RegistryMeaning.options.map((value) => ({ value, label: t(`registries.meaning.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="unanswered" label={t('registries.field.unanswered')}>
        <Radio.Group
          options={RegistrySilence.options.map((value) => ({ value, label: t(`registries.silence.${value}`) }))}
        />
      </Form.Item>
      <ServiceFields isSecretStored={of?.secret_stored === true} />
      <CostFields>
        <Form.Item
          name={['service', 'valid_hours']}
          label={t('registries.field.validHours')}
          extra={t('registries.field.validHoursHelp')}
        >
          <InputNumber min={1} max={2160} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </CostFields>
      <ReadingFields
        pointers={[
          ...ASKED_POINTERS.map((name) => ({ name, label: t(`asked.${name}`) })),
          { name: 'listed_pointer', label: t('registries.field.listedPointer') },
        ]}
        words={[
          { name: 'listed_words', label: t('registries.field.listedWords') },
          { name: 'unlisted_words', label: t('registries.field.unlistedWords') },
        ]}
      >
        <Form.Item
          name={['service', 'only_listed']}
          label={t('registries.field.onlyListed')}
          extra={t('registries.field.onlyListedHelp')}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
      </ReadingFields>
      <div className={styles.foot}>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </Form>
  );
}
