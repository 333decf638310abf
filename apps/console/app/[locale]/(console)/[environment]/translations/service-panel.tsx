'use client';

import { SettingOutlined } from '@ant-design/icons';
import type { TranslationView } from '@signalbox/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Switch } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Fields } from '#components/asked/group.tsx';
import { showFaults } from '#components/asked/show-faults.ts';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import styles from '#components/consent/consent.module.css';
import { Loaded } from '#components/parts/loaded.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { SideDrawer } from '#components/parts/side-drawer.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';

/** The service that drafts translations: where it is, and how much of its day is left. */
export function ServicePanel() {
  const t = useTranslations();
  const { translation } = useTRPC();
  const [open, setOpen] = useState(false);
  const service = useQuery(translation.read.queryOptions());
  return (
    <Panel
      title={t('translations.service.title')}
      hint={t('translations.service.hint')}
      extra={
        <PermittedButton permission="workspace:write" icon={<SettingOutlined />} onClick={() => setOpen(true)}>
          {t('translations.service.set')}
        </PermittedButton>
      }
    >
      <Loaded query={service}>
        {(of) => (
          <>
            {of.service === null ? (
              <p className={styles.soft}>{t('translations.service.none')}</p>
            ) : (
              <Summary of={of} />
            )}
            <SideDrawer open={open} onClose={() => setOpen(false)} title={t('translations.service.title')}>
              {open && <ServiceForm of={of} onDone={() => setOpen(false)} />}
            </SideDrawer>
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Summary({ of: { enabled, service, asked_today } }: { of: TranslationView }) {
  const t = useTranslations();
  if (service === null) return null;
  return (
    <>
      <p>
        <code>{service.url}</code>{' '}
        <ToneTag tone={enabled ? 'good' : 'neutral'}>{t(`asked.${enabled ? 'on' : 'off'}`)}</ToneTag>
      </p>
      <p className={styles.soft}>
        {t('translations.service.today', { asked: asked_today, limit: service.daily_requests })}
      </p>
    </>
  );
}

interface Values {
  enabled: boolean;
  service: NonNullable<TranslationView['service']>;
  secret: string;
}

const FRESH = { url: '', timeout_ms: 15_000, daily_requests: 1_000 };

/** Sets the service; faults stand at the fields they name. */
function ServiceForm({ of, onDone }: { of: TranslationView; onDone: () => void }) {
  const t = useTranslations();
  const { translation } = useTRPC();
  const queryClient = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const save = useMutation(
    translation.set.mutationOptions({
      onSuccess: (after) => {
        queryClient.setQueryData(translation.read.queryKey(), after);
        message.success(t('translations.service.saved'));
        onDone();
      },
      onError: (error) => showFaults(form, problemOf(error).fields),
    }),
  );
  const submit = ({ enabled, service, secret }: Values) =>
    save.mutate({ version: of.version, enabled, service, ...(secret === '' ? {} : { secret }) });
  return (
    <Form<Values>
      name="translation"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true }}
      initialValues={{ enabled: of.service === null || of.enabled, service: of.service ?? FRESH, secret: '' }}
      onFinish={submit}
    >
      {save.error !== null && problemOf(save.error).fields.length === 0 && <SectionError error={save.error} />}
      <Form.Item name="enabled" label={t('translations.service.enabled')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        name={['service', 'url']}
        label={t('asked.url')}
        extra={t('translations.service.urlHelp')}
        rules={[{ required: true, message: t('asked.urlNeeded') }]}
      >
        <Input autoComplete="off" placeholder="https://translate.example.com" />
      </Form.Item>
      <Form.Item name="secret" label={t('translations.service.key')}>
        <Input.Password autoComplete="new-password" placeholder={of.secret_stored ? t('providers.secretStored') : ''} />
      </Form.Item>
      <Fields>
        <Form.Item name={['service', 'timeout_ms']} label={t('asked.timeout')}>
          <InputNumber min={200} max={60_000} precision={0} suffix="ms" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name={['service', 'daily_requests']} label={t('translations.service.daily')}>
          <InputNumber min={1} max={1_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Fields>
      <div className={styles.buttons}>
        <Button onClick={onDone}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </Form>
  );
}
