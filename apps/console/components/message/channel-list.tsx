'use client';

import { ClockCircleOutlined, MinusCircleOutlined } from '@ant-design/icons';
import type { MessageGroup } from '@signalbox/contracts';
import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useReasonText } from '#components/cells/reason-text.tsx';
import { useSpanText } from '#components/cells/span-text.tsx';
import { StateTag } from '#components/cells/state-tag.tsx';
import { ToneTag } from '#components/cells/tone-tag.tsx';
import { Panel } from '#components/parts/panel.tsx';
import { usePlace } from '#components/place.tsx';
import { formatMicros } from '#format/money.ts';
import styles from './message.module.css';

type OneChannel = MessageGroup['channels'][number];

/** The channels of a send in their order: how each stands, the way to its message, and why it went or does not go. */
export function ChannelList(props: { group: MessageGroup; ownId: string }) {
  const t = useTranslations();
  const spanText = useSpanText();
  const { href } = usePlace();
  const { mode, channels, channel_timeout_seconds: seconds } = props.group;
  return (
    <Panel
      title={t('message.channels.title')}
      hint={t(`message.channels.hint.${mode}`, { wait: spanText((seconds ?? 0) * 1000) })}
    >
      {props.group.substitution !== null && <Substituted group={props.group} by={props.group.substitution} />}
      <ol className={styles.channels}>
        {channels.map((one) => (
          <li key={one.channel} aria-current={one.id === props.ownId ? 'true' : undefined}>
            <div className={styles.channelHead}>
              {one.id === null || one.id === props.ownId ? (
                <strong>{t(`channel.${one.channel}`)}</strong>
              ) : (
                <Link href={href(`messages/${one.id}`)}>{t(`channel.${one.channel}`)}</Link>
              )}
              {one.id === props.ownId && <span className={styles.channelNote}>{t('message.channels.this')}</span>}
              <span className={styles.channelState}>
                <ChannelStateTag state={one.state} />
              </span>
            </div>
            <Because one={one} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** The rule that chose the order, and what was saved by the first channel if no other was needed. */
function Substituted({ group, by }: { group: MessageGroup; by: NonNullable<MessageGroup['substitution']> }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const asked = format.list(
    by.asked.map((channel) => t(`channel.${channel}`)),
    { type: 'unit' },
  );
  const wasEnough = group.channels.filter(({ id }) => id !== null).length === 1;
  return (
    <p className={styles.channelNote}>
      {t('message.channels.substitution.by', { rule: by.rule, asked })}{' '}
      {by.saved !== null &&
        wasEnough &&
        t('message.channels.substitution.saved', {
          money: formatMicros(by.saved.amount_micros, by.saved.currency, locale),
        })}
    </p>
  );
}

function ChannelStateTag(props: { state: OneChannel['state'] }) {
  const t = useTranslations();
  if (props.state === 'waiting') {
    return (
      <ToneTag tone="waiting" icon={<ClockCircleOutlined />}>
        {t('message.channels.waiting')}
      </ToneTag>
    );
  }
  if (props.state === 'not_sent') {
    return (
      <ToneTag tone="neutral" icon={<MinusCircleOutlined />}>
        {t('message.channels.not_sent')}
      </ToneTag>
    );
  }
  return <StateTag state={props.state} />;
}

function Because(props: { one: OneChannel }) {
  const t = useTranslations();
  const reasonText = useReasonText();
  const { because, id } = props.one;
  if (because === null) return null;
  const text =
    because.code === 'delivered' || because.code === 'sent'
      ? t(`message.channels.because.${because.code}`)
      : t(`message.channels.because.${id === null ? 'stopped' : 'went'}`, { reason: reasonText(because) });
  return <p className={styles.channelNote}>{text}</p>;
}
