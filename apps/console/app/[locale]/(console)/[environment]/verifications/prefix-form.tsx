'use client';

import type { AddPrefixRequest, PrefixAction } from '@signalbox/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useTranslations } from 'use-intl';
import { useSpanText } from '#components/cells/span-text.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import styles from './verifications.module.css';

/** What somebody is about to list. */
export interface PrefixWish {
  action: PrefixAction;
  prefix?: string;
  reason?: string;
}

interface Draft {
  prefix: string;
  reason: string;
  /** Zero holds until it is lifted. */
  hours: number;
}

const HOURS = [1, 12, 24, 168, 720, 0] as const;
const HOUR_MS = 3_600_000;

/** Closes a prefix to codes, or keeps it open. */
export function SetPrefix(props: { wish: PrefixWish | undefined; onClose: () => void }) {
  const t = useTranslations();
  const { wish } = props;
  return (
    <Modal
      open={wish !== undefined}
      title={t(`fraud.form.title.${wish?.action ?? 'block'}`)}
      footer={null}
      onCancel={props.onClose}
      destroyOnHidden
      width={520}
    >
      {wish !== undefined && <PrefixForm wish={wish} onClose={props.onClose} />}
    </Modal>
  );
}

function PrefixForm({ wish, onClose }: { wish: PrefixWish; onClose: () => void }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const spanText = useSpanText();
  const queryClient = useQueryClient();
  const { environment } = usePlace();
  const { message } = App.useApp();
  const [form] = Form.useForm<Draft>();
  const { action } = wish;
  const add = useMutation(
    trpc.fraud.addPrefix.mutationOptions({
      onSuccess: async () => {
        message.success(t(`fraud.form.done.${action}`));
        onClose();
        await queryClient.invalidateQueries({ queryKey: trpc.fraud.prefixes.queryKey() });
      },
      onError: (error) =>
        form.setFields(
          problemOf(error).fields.map(({ path, message: text }) => ({
            name: path.replace('prefix.', '') as keyof Draft,
            errors: [text],
          })),
        ),
    }),
  );
  const submit = ({ prefix, reason, hours }: Draft) => {
    const listed: AddPrefixRequest = {
      prefix: `+${prefix.replace(/\D/g, '')}`,
      action,
      reason: reason.trim(),
      expires_in_hours: hours === 0 ? null : hours,
    };
    add.mutate({ environment, prefix: listed });
  };
  return (
    <Form<Draft>
      name="prefix-form"
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={{
        prefix: wish.prefix ?? '+',
        reason: wish.reason ?? '',
        hours: action === 'block' ? 24 : 0,
      }}
      onFinish={submit}
    >
      <p className={styles.formLead}>{t(`fraud.form.text.${action}`)}</p>
      {add.error !== null && <SectionError error={add.error} />}
      <Form.Item
        name="prefix"
        label={t('fraud.form.prefix')}
        extra={t('fraud.form.prefixHelp')}
        rules={[{ required: true, pattern: /^\s*\+\s*[1-9][\d\s()-]*$/, message: t('fraud.form.prefixNeeded') }]}
      >
        <Input inputMode="tel" autoComplete="off" maxLength={24} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('fraud.form.reason')}
        rules={[{ required: true, whitespace: true, message: t('fraud.form.reasonNeeded') }]}
      >
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name="hours" label={t('fraud.form.hours')}>
        <Select
          options={HOURS.map((value) => ({
            value,
            label: value === 0 ? t('fraud.form.untilLifted') : spanText(value * HOUR_MS),
          }))}
        />
      </Form.Item>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="primary" danger={action === 'block'} htmlType="submit" loading={add.isPending}>
          {t(`fraud.form.ok.${action}`)}
        </Button>
      </div>
    </Form>
  );
}
