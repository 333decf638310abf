'use client';

import { useLocale, useTranslations } from 'use-intl';
import { useCountryName } from '#components/parts/use-country-name.ts';
import { countryName } from '#format/country.ts';

const REGISTRY = 'registry/';
const PERSON = 'person/';
const LAW = /^law\/(?<rule>(?<country>..)\..+)$/;

interface RuleSource {
  text: string;
  /** Of a rule of a country, the page of the console that has it; null for a rule of the workspace. */
  lawPath: string | null;
}

/**
 * Whose rule it is, in words: the country that the workspace has hours for (`country/MX`), the rule of the law (`law/VN.hours`), or a registry (`registry/iys`),
 * or the wish of the person (`person/cns_…`).
 */
export function useRuleSource(): (source: string) => RuleSource {
  const t = useTranslations();
  const locale = useLocale();
  const nameOf = useCountryName();
  return (source) => {
    if (source.startsWith(REGISTRY)) return { text: source.slice(REGISTRY.length), lawPath: null };
    if (source.startsWith(PERSON)) return { text: t('timeline.ofPerson'), lawPath: null };
    const law = LAW.exec(source)?.groups;
    if (law === undefined) return { text: nameOf(source.replace('country/', '')), lawPath: null };
    const { country = '', rule = '' } = law;
    const text = t('timeline.lawOf', { country: countryName(locale, country), rule });
    return { text, lawPath: `compliance/${country}#${rule}` };
  };
}
