'use client';

import { useLocale, useTranslations } from 'use-intl';
import { countryName } from '#format/country.ts';

/** The name of a country, or of all others (`default`), in the person's language. */
export function useCountryName(): (country: string) => string {
  const t = useTranslations();
  const locale = useLocale();
  return (country) => (country === 'default' ? t('countries.rest') : countryName(locale, country));
}
