import type { PriceArea } from '@signalbox/contracts';
import { useTranslations } from 'use-intl';
import { useCountryName } from '#components/parts/use-country-name.ts';

/** Where a price holds, in words: a network, a prefix, a country or everywhere. */
export function useAreaText(): (area: PriceArea) => string {
  const t = useTranslations();
  const countryName = useCountryName();
  return ({ country, network, prefix }) => {
    const parts = [
      ...(country === '' ? [] : [countryName(country)]),
      ...(network === '' ? [] : [t('prices.network', { network: `${network.slice(0, 3)}-${network.slice(3)}` })]),
      ...(prefix === '' ? [] : [`+${prefix}…`]),
    ];
    return parts.length === 0 ? t('prices.everywhere') : parts.join(' · ');
  };
}
