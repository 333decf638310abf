'use client';

import { useLocale } from 'use-intl';
import { formatMicros } from '#format/money.ts';

/** An amount with its currency code; a dash where there is none yet. */
export function MoneyCell(props: { micros: number | null | undefined; currency: string | undefined }) {
  const locale = useLocale();
  if (props.micros === null || props.micros === undefined || props.currency === undefined) return <span>–</span>;
  return <span className="num">{formatMicros(props.micros, props.currency, locale)}</span>;
}
