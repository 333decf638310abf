'use client';

import type { BlockEvidence, VerificationBlock } from '@signalbox/contracts';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useSpanText } from '#components/cells/span-text.tsx';
import { formatMicros } from '#format/money.ts';

/** What a rule had counted, in words: how many codes went out, how many came back, and since when. */
export function useEvidenceText(): (evidence: BlockEvidence) => string {
  const t = useTranslations();
  const format = useFormatter();
  const instant = (text: string) => format.dateTime(new Date(text), { dateStyle: 'medium', timeStyle: 'short' });
  return ({ sent, converted, limit_sent: limit, limit_percent: percent, since, until }) =>
    t('fraud.evidence', {
      sent,
      converted,
      limit,
      percent: format.number(percent / 100, { style: 'percent' }),
      since: instant(since),
      until: instant(until),
    });
}

/** Why a verification was blocked, in words, with what was known at that moment. */
export function useBlockText(): (block: VerificationBlock) => string {
  const t = useTranslations();
  const locale = useLocale();
  const spanText = useSpanText();
  const evidenceText = useEvidenceText();
  return ({ rule, prefix, text, evidence, spend }) => {
    if (rule === 'listed') return t('fraud.block.listed', { prefix: prefix ?? '' });
    if (rule === 'spend') {
      if (spend === null) return text;
      const { scope, limit, used_micros: used, window_seconds: seconds } = spend;
      return t(`fraud.block.spend.${scope}`, {
        limit: formatMicros(limit.amount_micros, limit.currency, locale),
        used: formatMicros(used, limit.currency, locale),
        window: spanText(seconds * 1000),
      });
    }
    return evidence === null ? text : `${t(`fraud.block.${rule}`, { prefix: prefix ?? '' })} ${evidenceText(evidence)}`;
  };
}
