'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { spanOf } from '#format/duration.ts';

/** Writes a time span in its largest fitting unit. */
export function useSpanText(): (ms: number) => string {
  const t = useTranslations();
  const format = useFormatter();
  return (ms) => {
    const { value, unit } = spanOf(ms);
    return t(`unit.${unit}`, { value: format.number(value, { maximumFractionDigits: 1 }) });
  };
}
