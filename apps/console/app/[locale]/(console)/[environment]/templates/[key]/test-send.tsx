'use client';

import type { Channel, TemplateDetail } from '@signalbox/contracts';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal, Select } from 'antd';
import Link from 'next/link';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { SectionError } from '#components/parts/section-error.tsx';
import { usePlace } from '#components/place.tsx';
import { useTRPC } from '#data/trpc.ts';
import { tidyPhone } from '#format/phone.ts';

/** Sends the newest version with its samples in the sandbox, out of which nothing goes: to see the record of it as of any message. */
export function TestSend(props: { of: TemplateDetail; open: boolean; onClose: () => void }) {
  const t = useTranslations();
  if (!props.open) return null;
  return (
    <Modal open title={t('templates.tryTitle')} footer={null} onCancel={props.onClose} destroyOnHidden>
      <TestForm of={props.of} />
    </Modal>
  );
}

interface Draft {
  channel: Channel;
  locale: string;
  to: string;
}

function TestForm({ of }: { of: TemplateDetail }) {
  const t = useTranslations();
  const trpc = useTRPC();
  const { hrefIn } = usePlace();
  const [form] = Form.useForm<Draft>();
  const channel = Form.useWatch('channel', form) ?? of.channels[0];
  const [sent, setSent] = useState<string>();
  const idempotencyKey = useRef(crypto.randomUUID());
  const send = useMutation(
    trpc.messages.send.mutationOptions({
      onSuccess: ({ id }) => {
        idempotencyKey.current = crypto.randomUUID();
        setSent(id);
      },
    }),
  );
  const variables = Object.fromEntries(of.content.variables.map(({ name, sample }) => [name, sample]));
  const locales = [...new Set(of.content.bodies.flatMap((body) => (body.channel === channel ? [body.locale] : [])))];
  const submit = ({ to, ...named }: Draft) =>
    send.mutate({
      environment: 'sandbox',
      idempotency_key: idempotencyKey.current,
      message: {
        channel: named.channel,
        to: named.channel === 'sms' ? tidyPhone(to) : to.trim(),
        class: of.class,
        template: { key: of.key, locale: named.locale, variables },
      },
    });
  return (
    <Form<Draft>
      name="test-send"
      form={form}
      layout="vertical"
      initialValues={{ channel: of.channels[0], locale: of.default_locale, to: '' }}
      onFinish={submit}
    >
      <p>{t('templates.tryText')}</p>
      {send.error !== null && <SectionError error={send.error} />}
      {sent !== undefined && (
        <Alert
          type="success"
          showIcon
          title={<Link href={hrefIn('sandbox', `messages/${sent}`)}>{t('templates.trySent')}</Link>}
        />
      )}
      <Form.Item name="channel" label={t('send.channel')}>
        <Select options={of.channels.map((value) => ({ value, label: t(`channel.${value}`) }))} />
      </Form.Item>
      <Form.Item name="locale" label={t('templates.locale')}>
        <Select options={locales.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item
        name="to"
        label={t(channel === 'email' ? 'send.toMail' : 'send.toNumber')}
        rules={[{ required: true, whitespace: true, message: t('templates.needed') }]}
      >
        <Input autoComplete="off" placeholder={channel === 'email' ? 'ana@example.com' : '+52 55 1234 5678'} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('templates.tryDo')}
      </Button>
    </Form>
  );
}
