'use client';

import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { countryName } from '#format/country.ts';

// ISO 3166-1 alpha-2, the codes in official use.
const CODES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

/** Every country with its name in the person's language, sorted by it. */
export function useCountryOptions(): { value: string; label: string }[] {
  const locale = useLocale();
  return useMemo(
    () =>
      CODES.map((value) => ({ value, label: `${countryName(locale, value)} (${value})` })).sort((one, other) =>
        one.label.localeCompare(other.label, locale),
      ),
    [locale],
  );
}

type Option = { label?: unknown };

/** How a list of countries is searched: what begins with the words comes first, so that India stands above the British Indian Ocean. */
export const COUNTRY_SEARCH = {
  optionFilterProp: 'label',
  filterSort(one: Option, other: Option, { searchValue }: { searchValue: string }): number {
    const begins = ({ label }: Option) => String(label).toLowerCase().startsWith(searchValue.toLowerCase());
    return Number(begins(other)) - Number(begins(one));
  },
};
