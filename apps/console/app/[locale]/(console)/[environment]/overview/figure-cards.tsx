'use client';

import type { OverviewView } from '@signalbox/contracts';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { MoneyCell } from '#components/cells/money-cell.tsx';
import { useSpanText } from '#components/cells/span-text.tsx';
import { usePlace } from '#components/place.tsx';
import styles from './overview.module.css';
import { useLogLink } from './use-log-link.ts';

const PROBLEM_STATES = ['undelivered', 'failed', 'expired', 'unknown'];
/** States that say whether a message that was sent arrived. */
const JUDGED_STATES = ['delivered', ...PROBLEM_STATES];

/** The five figures a glance should tell; each leads to the rows behind it. */
export function FigureCards(props: { overview: OverviewView; hours: number }) {
  const t = useTranslations();
  const format = useFormatter();
  const spanText = useSpanText();
  const logLink = useLogLink(props.hours);
  const { by_state: byState, delivery_ms: delivery, spend } = props.overview;
  const home = usePlace().session.workspace.default_currency;
  const byCurrency = [...spend].sort((one, other) => Number(other.currency === home) - Number(one.currency === home));
  const sum = (states?: string[]) =>
    byState
      .filter(({ state }) => states === undefined || states.includes(state))
      .reduce((total, { count }) => total + count, 0);
  const judged = sum(JUDGED_STATES);
  const delivered = sum(['delivered']);
  const problems = sum(PROBLEM_STATES);
  return (
    <div className={styles.figures}>
      <Card
        name={t('overview.accepted')}
        href={logLink({})}
        value={format.number(sum())}
        note={t('overview.acceptedNote')}
      />
      <Card
        name={t('overview.deliveredRate')}
        href={logLink({ state: 'delivered' })}
        value={judged === 0 ? '–' : format.number(delivered / judged, { style: 'percent', maximumFractionDigits: 1 })}
        note={t('overview.deliveredNote', { delivered, judged })}
      />
      <Card
        name={t('overview.problems')}
        href={logLink({
          state: byState.find(({ state }) => PROBLEM_STATES.includes(state))?.state as 'failed' | undefined,
        })}
        value={format.number(problems)}
        tone={problems > 0 ? 'bad' : undefined}
        note={t('overview.problemsNote')}
      />
      <Card
        name={t('overview.speed')}
        href={logLink({ state: 'delivered' })}
        value={delivery === null ? '–' : spanText(delivery.p50)}
        note={delivery === null ? t('overview.speedNone') : t('overview.speedNote', { p95: spanText(delivery.p95) })}
      />
      <Card
        name={t('overview.spend')}
        href={logLink({})}
        value={
          spend.length === 0 ? (
            '–'
          ) : (
            <span className={styles.spend}>
              {byCurrency.map(({ currency, amount_micros: micros }) => (
                <MoneyCell key={currency} micros={micros} currency={currency} />
              ))}
            </span>
          )
        }
        note={t('overview.spendNote')}
      />
    </div>
  );
}

function Card(props: { name: string; value: ReactNode; note: string; href: string; tone?: 'bad' | undefined }) {
  return (
    <Link href={props.href} className={styles.card} prefetch={false}>
      <span className={styles.cardName}>{props.name}</span>
      <span className={`${styles.cardValue} num`} data-tone={props.tone}>
        {props.value}
      </span>
      <span className={styles.cardNote}>{props.note}</span>
    </Link>
  );
}
