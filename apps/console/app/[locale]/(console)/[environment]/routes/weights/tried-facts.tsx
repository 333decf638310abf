'use client';

import type { Figured, TriedWeights } from '@signalbox/contracts';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { Facts } from '#components/parts/facts.tsx';
import { formatMicros } from '#format/money.ts';
import styles from './weights.module.css';

/** What weights would have brought on the last day beside what was, or why that cannot be told. */
export function TriedFacts(props: { tried: TriedWeights; names: ReadonlyMap<string, string> }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const { answer, currency } = props.tried;
  const percent = (ppm: number) => format.number(ppm / 1e6, { style: 'percent', maximumFractionDigits: 1 });
  const money = (micros: number) => (currency === null ? '–' : formatMicros(micros, currency, locale));
  if (answer.kind === 'refused') {
    const routes = answer.neverTried
      .map(({ routeId }) => props.names.get(routeId) ?? t('weights.goneRoute'))
      .join(', ');
    return (
      <p>
        {answer.reason === 'never_tried'
          ? t('weights.neverTried', { routes })
          : t('weights.tooThin', { count: answer.messages })}
      </p>
    );
  }
  const line = (was: number, now: Figured, write: (value: number) => string) => (
    <span className="num">
      {write(was)} → <strong>{write(now.value)}</strong>{' '}
      <span className={styles.quiet}>{t('health.interval', { low: write(now.low), high: write(now.high) })}</span>
    </span>
  );
  const { was, success, cost, costPerSuccess } = answer;
  return (
    <>
      <Facts
        tight
        items={[
          { name: t('weights.success'), value: line(was.successPpm, success, percent) },
          { name: t('weights.cost'), value: line(was.costMicros, cost, money) },
          { name: t('weights.costPerSuccess'), value: line(was.costPerSuccessMicros, costPerSuccess, money) },
        ]}
      />
      <p className={styles.quiet}>{t('weights.triedOn', { count: answer.messages, effective: answer.effective })}</p>
      {currency === null && <p className={styles.quiet}>{t('weights.severalCurrencies')}</p>}
    </>
  );
}
