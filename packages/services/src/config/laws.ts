import { COUNTRY_PACKS, type CountryLaw, readLaw } from '@signalbox/core';
import type { LegalAnswerRow } from '@signalbox/db';

/** The law of each country as a workspace reads it. */
export interface LawBook {
  /** Undefined where there is no pack. Null stands for mail and for numbers of no country. */
  (country: string | null): CountryLaw | undefined;
  /** Equal texts read the law alike. */
  readonly text: string;
}

/** Reads each pack when it is first asked for, with what a workspace answered where the law is not settled. */
export function bookLaws(rows: readonly Pick<LegalAnswerRow, 'rule' | 'reading' | 'exceptions'>[]): LawBook {
  const answers = new Map(rows.map(({ rule, reading, exceptions }) => [rule, { reading, exceptions }]));
  const known = new Map<string, CountryLaw>();
  const find = (country: string | null): CountryLaw | undefined => {
    if (country === null) return undefined;
    const found = known.get(country);
    if (found !== undefined) return found;
    const pack = COUNTRY_PACKS.get(country);
    if (pack === undefined) return undefined;
    const law = readLaw(pack, answers);
    known.set(country, law);
    return law;
  };
  return Object.assign(find, { text: JSON.stringify([...answers]) });
}
