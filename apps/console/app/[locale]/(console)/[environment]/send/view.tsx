'use client';

import { SendOutlined } from '@ant-design/icons';
import type { Channel } from '@signalbox/contracts';
import { type SegmentedText, segmentText } from '@signalbox/core/content';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRouter } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ShownSenderNote } from '#components/message/shown-sender-note.tsx';
import { useShownSender, useShownText } from '#components/message/use-shown-sender.ts';
import { PageHead } from '#components/parts/page-head.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import { WhenReady } from '#components/parts/when-ready.tsx';
import { CallPreview } from '#components/phone/call-preview.tsx';
import { MailPreview } from '#components/phone/mail-preview.tsx';
import { SmsPreview } from '#components/phone/sms-preview.tsx';
import { usePlace } from '#components/place.tsx';
import { problemOf } from '#data/problem.ts';
import { useTRPC } from '#data/trpc.ts';
import { formatPhone } from '#format/phone.ts';
import { type Draft, useDraft } from './draft.ts';
import { SendForm } from './form.tsx';
import {
  addressOf,
  channelsOf,
  type FormFieldName,
  faultsOf,
  fieldOf,
  isAddressed,
  otherOf,
  requestOf,
} from './request.ts';
import { channelsIn, PriceText, priceOfBoth, priceRange, quotedRange, RoutingPanel } from './routing-panel.tsx';
import styles from './send.module.css';
import { usePaused, usePreview } from './use-preview.ts';
import { useQuote } from './use-quote.ts';
import { useWritten, type WrittenContent } from './use-written.ts';

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
  const written = useWritten(draft);
  const text = written('sms')?.text ?? '';
  const segmented = useMemo(() => segmentText(text), [text]);
  const other = otherOf(draft.channel);
  const isBoth = draft.second !== 'none';
  const preview = usePreview(draft);
  const decisions = preview.data === undefined ? [] : channelsIn(preview.data);
  const decisionOf = (channel: Channel) =>
    isAddressed(draft, channel) ? decisions.find((decision) => decision.channel === channel) : undefined;
  const faults = faultsOf(draft);
  const textParts = Math.max(1, segmented.parts.length);
  const quote = useQuote(draft, text);
  // What the quote says of a text is what stands at its counter.
  const rangeIn = (channel: Channel) => (channel === 'sms' ? quotedRange(quote) : priceRange(decisionOf(channel), 1));
  const first = rangeIn(draft.channel);
  const range = isBoth ? priceOfBoth(first, rangeIn(other), draft.second === 'parallel') : first;

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
            {draft.second !== 'none' && (
              <>
                <dt>{t(`send.secondName.${draft.second}`)}</dt>
                <dd>{formatPhone(addressOf(draft, other))}</dd>
              </>
            )}
            <dt>{t('send.confirm.class')}</dt>
            <dd>{t(`class.${draft.class}.name`)}</dd>
            <dt>{t('send.confirm.parts')}</dt>
            <dd>{channelsOf(draft).includes('sms') ? textParts : '–'}</dd>
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
            <SendForm
              draft={draft}
              segmented={segmented}
              quote={quote}
              change={edit}
              errors={errors}
              showAll={showAll}
            />
          </WhenReady>
        </Panel>
        <div className={styles.side}>
          {channelsOf(draft).map((channel) => (
            <LooksPanel
              key={channel}
              channel={channel}
              draft={draft}
              written={written(channel)}
              segmented={segmented}
              isOneOfTwo={isBoth}
              country={decisionOf(channel)?.country ?? null}
            />
          ))}
          {channelsOf(draft).map((channel) => (
            <RoutingPanel
              key={channel}
              decision={decisionOf(channel)}
              error={isAddressed(draft, draft.channel) ? preview.error : null}
              channel={isBoth ? channel : undefined}
            />
          ))}
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

/** The content of a channel as the person will see it. */
function LooksPanel(props: {
  channel: Channel;
  draft: Draft;
  written: WrittenContent | undefined;
  segmented: SegmentedText;
  isOneOfTwo: boolean;
  /** Where the number is; null of mail and before it is known. */
  country: string | null;
}) {
  const t = useTranslations();
  const shownText = useShownText();
  const { channel, draft, written, segmented } = props;
  const from = channel === draft.channel ? draft.from : '';
  const shown = useShownSender({ country: props.country, class: draft.class, from: usePaused(from) });
  const title = props.isOneOfTwo ? t('send.looksBy', { channel: t(`channel.${channel}`) }) : t('send.looks');
  return (
    <Panel title={title} hint={t(`message.contentHint.${channel}`)}>
      {channel === 'voice' ? (
        <CallPreview from={draft.from || null} text={written?.text ?? ''} locale={draft.spokenIn} />
      ) : channel === 'sms' ? (
        <>
          <SmsPreview
            from={shown === undefined ? from || null : shownText(shown.shown)}
            text={written?.text ?? ''}
            segmented={segmented}
          />
          {shown !== undefined && <ShownSenderNote view={shown} text={written?.text ?? ''} />}
        </>
      ) : (
        <MailPreview
          mail={{
            subject: written?.subject ?? '',
            from,
            to: addressOf(draft, 'email'),
            text: written?.text ?? null,
            html: written?.html ?? null,
          }}
        />
      )}
    </Panel>
  );
}
