'use client';

import type { RateLimitView } from '@signalbox/contracts';
import { useLocale, useTranslations } from 'use-intl';
import { countryName } from '#format/country.ts';

/** What a limit holds back, in words. */
export function useSubject(): (limit: RateLimitView) => string {
  const t = useTranslations();
  const locale = useLocale();
  return (limit) => {
    if (limit.kind === 'workspace') return t('limits.subject.workspace');
    if (limit.kind === 'key') return t('limits.subject.key', { name: limit.api_key?.name ?? '' });
    return t('limits.subject.country', { country: countryName(locale, limit.country ?? '') });
  };
}
