'use client';

import { useLocale, useTranslations } from 'use-intl';
import { countryName } from '#format/country.ts';
import { REST } from './rows.ts';

/** The name of a row in the person's language. */
export function useCountryName(): (country: string) => string {
  const t = useTranslations();
  const locale = useLocale();
  return (country) => (country === REST ? t('countries.rest') : countryName(locale, country));
}
