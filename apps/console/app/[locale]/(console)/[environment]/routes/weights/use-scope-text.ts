'use client';

import type { WeightScope } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { useCountryName } from '#components/parts/use-country-name.ts';

/** Whose weights they are, in words. */
export function useScopeText(): (scope: WeightScope) => string {
  const t = useTranslations();
  const countryName = useCountryName();
  return ({ channel, class: trafficClass, tier, country }) =>
    [
      t(`channel.${channel}`),
      t(`class.${trafficClass}.name`),
      country === null ? t('weights.everywhereElse') : countryName(country),
      t('weights.tier', { tier }),
    ].join(' · ');
}
