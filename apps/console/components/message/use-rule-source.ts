'use client';

import { useLocale, useTranslations } from 'use-intl';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { countryName } from '#format/country.ts';

const LAW = /^law\/(?<rule>(?<country>..)\..+)$/;

/** Whose rule it is, in words: the country that the workspace has hours for (`country/MX`), or the rule of the law (`law/VN.hours`). */
export function useRuleSource(): (source: string) => { text: string; isLaw: boolean } {
  const t = useTranslations();
  const locale = useLocale();
  const nameOf = useCountryName();
  return (source) => {
    const law = LAW.exec(source)?.groups;
    if (law === undefined) return { text: nameOf(source.replace('country/', '')), isLaw: false };
    const country = countryName(locale, law.country ?? '');
    return { text: t('timeline.lawOf', { country, rule: law.rule ?? '' }), isLaw: true };
  };
}
