'use client';

import { isFinal, type MessageView, type Timeline } from '@signalbox/contracts';
import { App, Button } from 'antd';
import { useTranslations } from 'use-intl';
import { AddressCell } from '#components/cells/address-cell.tsx';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { useReasonText } from '#components/cells/reason-text.tsx';
import { useSpanText } from '#components/cells/span-text.tsx';
import { StateTag } from '#components/cells/state-tag.tsx';
import { SectionError } from '#components/parts/section-error.tsx';
import styles from './message.module.css';
import { useCancel } from './use-message.ts';

/** The time from acceptance to the last step of the timeline, in milliseconds. */
export const totalMs = (message: MessageView, timeline: Timeline): number => {
  const last = timeline.data.at(-1)?.at ?? message.updated_at;
  return Math.max(0, Date.parse(last) - Date.parse(message.accepted_at));
};

/** What became of the message in one sentence, how long it took and what it cost. */
export function MessageHead(props: { message: MessageView; timeline: Timeline }) {
  const t = useTranslations();
  const spanText = useSpanText();
  const { message, timeline } = props;
  const ms = totalMs(message, timeline);
  const isDone = isFinal(message.state);
  return (
    <div className={styles.head}>
      <div className={styles.headTop}>
        <StateTag state={message.state} />
        <strong className={styles.to}>
          <AddressCell address={message.to} />
        </strong>
        {message.simulated && <span className={styles.simulated}>{t('message.simulated')}</span>}
        {!isDone && (
          <span className={styles.liveMark}>
            <span aria-hidden="true" /> {t('message.live')}
          </span>
        )}
        <CancelButton message={message} />
      </div>
      <Sentence message={message} />
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
    </p>
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
        <Button danger size="small" className={styles.cancel} onClick={ask} loading={cancel.isPending}>
          {t('message.cancel')}
        </Button>
      )}
      {cancel.error !== null && <SectionError error={cancel.error} />}
    </>
  );
}
