'use client';

import { SendOutlined } from '@ant-design/icons';
import { segmentText } from '@signalbox/core/content';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { WhenReady } from '#components/parts/when-ready.tsx';
import { MailPreview } from '#components/phone/mail-preview.tsx';
import { SmsPreview } from '#components/phone/sms-preview.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { formatPhone } from '#format/phone.ts';
import { useDraft } from './draft.ts';
import { SendForm } from './form.tsx';
import { addressOf, type FormFieldName, faultsOf, fieldOf, requestOf } from './request.ts';
import { PriceText, priceRange, RoutingPanel } from './routing-panel.tsx';
import styles from './send.module.css';
import { usePreview } from './use-preview.ts';

/** Sends one message, after showing what it is, where it would go and what it costs. */
export function SendView() {
  const t = useTranslations();
  const trpc = useTRPC();
  const router = useRouter();
  const { modal } = App.useApp();
  const { environment, href } = usePlace();
  const { draft, change, clear } = useDraft(environment);
  const [showAll, setShowAll] = useState(false);
  // One key for one wish to send: a second click or a retry can never send twice.
  const idempotencyKey = useRef(crypto.randomUUID());
  const segmented = useMemo(() => segmentText(draft.text), [draft.text]);
  const preview = usePreview(draft);
  const faults = faultsOf(draft);
  const parts = draft.channel === 'sms' ? Math.max(1, segmented.parts.length) : 1;
  const isAddressed = faults.to === undefined;
  const range = isAddressed ? priceRange(preview.data, parts) : undefined;

  const send = useMutation(
    trpc.messages.send.mutationOptions({
      onSuccess: ({ id }) => {
        clear();
        router.push(href(`messages/${id}`));
      },
    }),
  );
  const refusal = send.error === null ? undefined : problemOf(send.error);
  const errors: Partial<Record<FormFieldName, string>> = {};
  for (const [name, fault] of Object.entries(faults)) errors[name as FormFieldName] = t(`send.fault.${fault}`);
  for (const { path, message } of refusal?.fields ?? []) {
    const name = fieldOf(path, draft.channel);
    if (name !== undefined) errors[name] = message;
  }

  const edit = (part: Parameters<typeof change>[0]) => {
    idempotencyKey.current = crypto.randomUUID();
    if (send.isError) send.reset();
    change(part);
  };
  const ask = () => {
    setShowAll(true);
    const [first] = Object.keys(faults);
    if (first !== undefined) {
      document.getElementById(`send-${first}`)?.focus();
      return;
    }
    modal.confirm({
      title: t(`send.confirm.title.${environment}`),
      icon: <SendOutlined />,
      content: (
        <div className={styles.confirm}>
          <p>{t(`send.confirm.text.${environment}`)}</p>
          <dl>
            <dt>{t('send.confirm.to')}</dt>
            <dd>{formatPhone(addressOf(draft))}</dd>
            <dt>{t('send.confirm.class')}</dt>
            <dd>{t(`class.${draft.class}.name`)}</dd>
            <dt>{t('send.confirm.parts')}</dt>
            <dd>{draft.channel === 'sms' ? parts : '–'}</dd>
            <dt>{t('send.confirm.price')}</dt>
            <dd>
              <PriceText range={range} />
            </dd>
          </dl>
        </div>
      ),
      okText: t(`send.confirm.ok.${environment}`),
      cancelText: t('action.back'),
      onOk: () => {
        send.mutate({ environment, message: requestOf(draft), idempotency_key: idempotencyKey.current });
      },
    });
  };

  return (
    <>
      <PageHead title={t('nav.send')} purpose={t('send.purpose')} />
      <div className={styles.grid}>
        <Panel title={t('send.message')} hint={t(`send.messageHint.${environment}`)}>
          {send.error !== null && <SectionError error={send.error} onRetry={ask} />}
          <WhenReady>
            <SendForm draft={draft} segmented={segmented} change={edit} errors={errors} showAll={showAll} />
          </WhenReady>
        </Panel>
        <div className={styles.side}>
          <Panel title={t('send.looks')} hint={t(`message.contentHint.${draft.channel}`)}>
            {draft.channel === 'sms' ? (
              <SmsPreview from={draft.from === '' ? null : draft.from} text={draft.text} segmented={segmented} />
            ) : (
              <MailPreview
                mail={{
                  subject: draft.subject,
                  from: draft.from,
                  to: draft.to,
                  text: draft.mailText === '' ? null : draft.mailText,
                  html: draft.html === '' ? null : draft.html,
                }}
              />
            )}
          </Panel>
          <RoutingPanel preview={preview} isAddressed={isAddressed} />
          <div className={styles.footer}>
            <div className={styles.price}>
              <span className={styles.priceName}>{t('send.price')}</span>
              <strong>
                <PriceText range={range} />
              </strong>
            </div>
            <Button type="primary" size="large" icon={<SendOutlined />} onClick={ask} loading={send.isPending}>
              {t(`send.submit.${environment}`)}
            </Button>
          </div>
        </div>
      </div>
    </>
  );
}
