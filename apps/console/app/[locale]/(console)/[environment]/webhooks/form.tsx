'use client';

import { EVENTS_PER_REQUEST_MAX, WebhookEventType, type WebhookView } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { SecretOnce } from '#components/parts/secret-once.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { StepsDialog } from '#components/parts/steps-dialog.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './webhooks.module.css';

interface Values {
  url: string;
  description: string;
  event_types: WebhookEventType[];
  events_per_request: number;
}

const FIELDS = ['url', 'description', 'event_types', 'events_per_request'] as const;
const EVENT_OPTIONS = WebhookEventType.options.map((value) => ({ value, label: value }));

/** Adds an endpoint and shows its secret this one time, or changes the one given. */
export function WebhookForm(props: { open: boolean; onClose: () => void; webhook?: WebhookView }) {
  const t = useTranslations();
  const [secret, setSecret] = useState<string>();
  const { webhook } = props;
  const close = () => {
    setSecret(undefined);
    props.onClose();
  };
  const title = webhook === undefined ? t('webhooks.form.addTitle') : t('webhooks.form.editTitle');
  return (
    <StepsDialog
      open={props.open}
      title={secret === undefined ? title : t('webhooks.createdTitle')}
      onClose={close}
      width={560}
      pinned={secret !== undefined}
    >
      {secret === undefined ? (
        <Fields webhook={webhook} onCreated={setSecret} onClose={close} />
      ) : (
        <SecretOnce secret={secret} onDone={close} />
      )}
    </StepsDialog>
  );
}

function Fields(props: { webhook: WebhookView | undefined; onCreated: (secret: string) => void; onClose: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { environment } = usePlace();
  const [form] = Form.useForm<Values>();
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.webhooks.pathKey() });
  const onError = (error: unknown) =>
    form.setFields(
      problemOf(error).fields.flatMap(({ path, message }) => {
        const name = FIELDS.find((field) => path.split('.').includes(field));
        return name === undefined ? [] : [{ name, errors: [message] }];
      }),
    );
  const create = useMutation(
    trpc.webhooks.create.mutationOptions({
      onError,
      onSuccess: ({ secret }) => {
        void refresh();
        props.onCreated(secret);
      },
    }),
  );
  const change = useMutation(
    trpc.webhooks.change.mutationOptions({
      onError,
      onSuccess: () => {
        void refresh();
        props.onClose();
      },
    }),
  );
  const { webhook } = props;
  const error = create.error ?? change.error;
  const save = (values: Values) =>
    webhook === undefined
      ? create.mutate({ environment, webhook: values })
      : change.mutate({ environment, id: webhook.id, change: values });
  return (
    <Form<Values>
      name="webhook"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={webhook ?? { url: '', description: '', event_types: [], events_per_request: 1 }}
      onFinish={save}
    >
      {error !== null && <SectionError error={error} />}
      {webhook === undefined && (
        <p className={styles.lead}>
          {t(environment === 'live' ? 'webhooks.form.liveHint' : 'webhooks.form.sandboxHint')}
        </p>
      )}
      <Form.Item
        name="url"
        label={t('webhooks.form.url')}
        extra={t('webhooks.form.urlHelp')}
        rules={[{ required: true, whitespace: true, message: t('webhooks.form.urlNeeded') }]}
      >
        <Input
          autoFocus
          autoComplete="off"
          inputMode="url"
          maxLength={2048}
          placeholder="https://shop.example.com/signalbox"
        />
      </Form.Item>
      <Form.Item name="description" label={t('webhooks.form.description')} extra={t('webhooks.form.descriptionHelp')}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name="event_types" label={t('webhooks.form.events')} extra={t('webhooks.form.eventsHelp')}>
        <Select mode="multiple" allowClear options={EVENT_OPTIONS} placeholder={t('webhooks.form.eventsAny')} />
      </Form.Item>
      <Form.Item
        name="events_per_request"
        label={t('webhooks.form.perRequest')}
        extra={t('webhooks.form.perRequestHelp')}
        rules={[{ required: true, message: t('webhooks.form.perRequestNeeded', { most: EVENTS_PER_REQUEST_MAX }) }]}
      >
        <InputNumber min={1} max={EVENTS_PER_REQUEST_MAX} precision={0} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={props.onClose}>{t('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={create.isPending || change.isPending}>
          {webhook === undefined ? t('webhooks.form.create') : t('action.save')}
        </Button>
      </div>
    </Form>
  );
}
