'use client';

import { isFinal, type MessageHold, type MessageView, type Timeline } from '@signalbox/contracts';
import { App } from 'antd';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { AddressCell } from '#components/cells/address-cell.tsx';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { useReasonText } from '#components/cells/reason-text.tsx';
import { useSpanText } from '#components/cells/span-text.tsx';
import { StateTag } from '#components/cells/state-tag.tsx';
import { TimeCell } from '#components/cells/time-cell.tsx';
import { PermittedButton } from '#components/parts/permitted-button.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import styles from './message.module.css';
import { RuleLink } from './rule-link.tsx';
import { useCancel } from './use-message.ts';
import { useRuleSource } from './use-rule-source.ts';

/** When the clock of a message that may still change is read anew. */
const TICK = { updateInterval: 1000 };

/** The time from acceptance to the end of the story, or to now while it goes on, in milliseconds. */
function useTotalMs(message: MessageView, timeline: Timeline): number {
  const isDone = isFinal(message.state);
  const now = useNow(isDone ? {} : TICK).getTime();
  const last = Date.parse(timeline.data.at(-1)?.at ?? message.updated_at);
  return Math.max(0, (isDone ? last : now) - Date.parse(message.accepted_at));
}

/** What became of the message in one sentence, how long it took and what it cost. */
export function MessageHead(props: { message: MessageView; timeline: Timeline; layout: 'page' | 'drawer' }) {
  const t = useTranslations();
  const spanText = useSpanText();
  const { message, timeline } = props;
  const ms = useTotalMs(message, timeline);
  const isDone = isFinal(message.state);
  return (
    <div className={styles.head} data-layout={props.layout}>
      <div className={styles.headText}>
        <div className={styles.headTop}>
          <StateTag state={message.state} />
          {props.layout === 'drawer' && (
            <strong className={styles.to}>
              <AddressCell address={message.to} />
            </strong>
          )}
          {message.simulated && <span className={styles.simulated}>{t('message.simulated')}</span>}
          {!isDone && (
            <span className={styles.liveMark}>
              <span aria-hidden="true" /> {t('message.live')}
            </span>
          )}
          <CancelButton message={message} />
        </div>
        <Sentence message={message} />
      </div>
      <dl className={styles.figures}>
        <Figure name={t(isDone ? 'message.figure.total' : 'message.figure.sofar')} value={spanText(ms)} />
        <Figure
          name={t('message.figure.cost')}
          value={<MoneyCell micros={message.price?.amount_micros} currency={message.price?.currency} />}
        />
        <Figure name={t('message.figure.parts')} value={message.parts ?? '–'} />
        <Figure name={t('message.figure.attempts')} value={message.attempts} />
        <Figure name={t('message.figure.route')} value={message.route?.name ?? '–'} />
      </dl>
    </div>
  );
}

function Figure(props: { name: string; value: React.ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd className="num">{props.value}</dd>
    </div>
  );
}

function Sentence(props: { message: MessageView }) {
  const t = useTranslations();
  const reasonText = useReasonText();
  const { message } = props;
  const provider = message.provider?.name ?? '';
  return (
    <p className={styles.sentence}>
      {t(`message.sentence.${message.state}`, { provider, hasProvider: provider === '' ? 'no' : 'yes' })}
      {message.reason !== null && (
        <>
          {' '}
          <span>{reasonText(message.reason)}</span> <code title={t('message.reasonCode')}>{message.reason.code}</code>
        </>
      )}
      {message.hold !== null && <HoldSentence hold={message.hold} />}
    </p>
  );
}

/** From when a held message may go, by the clocks of the page and by those of the recipient. */
function HoldSentence({ hold }: { hold: MessageHold }) {
  const t = useTranslations();
  const format = useFormatter();
  const ruleSource = useRuleSource();
  const local = format.dateTime(new Date(hold.eligible_again_at), {
    timeZone: hold.time_zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (
    <span className={styles.hold}>
      {t('message.hold')} <TimeCell at={hold.eligible_again_at} look="full" />,{' '}
      {hold.rule === 'registry'
        ? t('message.holdRegistry', { registry: ruleSource(hold.source).text })
        : hold.rule === 'frequency_cap'
          ? t('message.holdCap')
          : t('message.holdThere', { hours: ruleSource(hold.source).text, local, zone: hold.time_zone })}{' '}
      <RuleLink source={hold.source} />
    </span>
  );
}

/** Canceling is a race with the first attempt: it is offered only while it can be won. */
function CancelButton(props: { message: MessageView }) {
  const t = useTranslations();
  const { modal } = App.useApp();
  const cancel = useCancel(props.message.id);
  const { state, attempts } = props.message;
  const mayCancel = attempts === 0 && ['accepted', 'scheduled', 'held', 'queued'].includes(state);
  const ask = () =>
    modal.confirm({
      title: t('message.cancelTitle'),
      content: t('message.cancelText'),
      okText: t('message.cancel'),
      okButtonProps: { danger: true },
      cancelText: t('action.keep'),
      onOk: cancel.run,
    });
  return (
    <>
      {mayCancel && (
        <PermittedButton
          permission="messages:cancel"
          danger
          size="small"
          className={styles.cancel}
          onClick={ask}
          loading={cancel.isPending}
        >
          {t('message.cancel')}
        </PermittedButton>
      )}
      {cancel.error !== null && <SectionError error={cancel.error} />}
    </>
  );
}
