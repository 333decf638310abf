'use client';

import { MessageState, type OverviewView } from '@signalbox/contracts';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'use-intl';
import { useReasonText } from '#components/cells/reason-text.tsx';
import { STATE_LOOK } from '#components/cells/state-look.tsx';
import { StateTag } from '#components/cells/state-tag.tsx';
import type { LogState } from '#url-state/log-filters.ts';
import styles from './overview.module.css';
import { useLogLink } from './use-log-link.ts';

interface BreakdownProps {
  overview: OverviewView;
  hours: number;
}

/** Present states with their share of all, the largest first. */
export function StateList(props: BreakdownProps) {
  const format = useFormatter();
  const logLink = useLogLink(props.hours);
  const rows = props.overview.by_state
    .flatMap(({ state, count }) => {
      const known = MessageState.safeParse(state);
      return known.success && count > 0 ? [{ state: known.data, count }] : [];
    })
    .sort((one, other) => other.count - one.count);
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <ul className={styles.bars}>
      {rows.map(({ state, count }) => (
        <li key={state}>
          <Link href={logLink({ state })} className={styles.bar} prefetch={false}>
            <StateTag state={state} />
            <span className={styles.track} aria-hidden="true">
              <span
                style={{ width: `${(100 * count) / total}%`, background: `var(--sb-${STATE_LOOK[state].tone}-solid)` }}
              />
            </span>
            <span className="num">{format.number(count)}</span>
            <span className={`${styles.share} num`}>
              {format.number(count / total, { style: 'percent', maximumFractionDigits: 1 })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The most frequent reasons why messages did not arrive. */
export function ReasonList(props: BreakdownProps) {
  const t = useTranslations();
  const format = useFormatter();
  const reasonText = useReasonText();
  const logLink = useLogLink(props.hours);
  const reasons = props.overview.top_reasons;
  if (reasons.length === 0) return <p className={styles.nothing}>{t('overview.noReasons')}</p>;
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason.code}>
          <Link href={logLink({ reason: reason.code })} className={styles.reason} prefetch={false}>
            <span>
              {reasonText(reason)}
              <code>{reason.code}</code>
            </span>
            <strong className="num">{format.number(reason.count)}</strong>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const OUTCOMES = ['delivered', 'undelivered', 'failed', 'suppressed'] as const;

/** What became of the messages of each channel. */
export function ChannelTable(props: BreakdownProps) {
  const t = useTranslations();
  const format = useFormatter();
  const logLink = useLogLink(props.hours);
  const number = (count: number, filters: Partial<LogState>) =>
    count === 0 ? <span className={styles.zero}>0</span> : <Link href={logLink(filters)}>{format.number(count)}</Link>;
  return (
    <table className={styles.channels}>
      <thead>
        <tr>
          <th scope="col">{t('overview.channel')}</th>
          <th scope="col">{t('overview.accepted')}</th>
          {OUTCOMES.map((state) => (
            <th key={state} scope="col">
              {t(`state.${state}.name`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.overview.by_channel.map((row) => (
          <tr key={row.channel}>
            <th scope="row">{t(`channel.${row.channel}`)}</th>
            <td className="num">{number(row.accepted, { channel: row.channel })}</td>
            {OUTCOMES.map((state) => (
              <td key={state} className="num">
                {number(row[state], { channel: row.channel, state })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
