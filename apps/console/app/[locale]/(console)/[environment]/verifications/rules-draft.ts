import {
  type BlockThreshold,
  FRAUD_DEFAULTS,
  type FraudRulesView,
  type OwnCountryRules,
  type SetFraudRulesRequest,
  type SpendLimit,
} from '@signalbox/contracts';
import { decimalToMicros, microsToDecimal } from '#format/money.ts';

const HOUSE = FRAUD_DEFAULTS.each_country;

/** A threshold as the form shows it: its figures, off, or (of one country) as in each country. */
export interface ThresholdDraft {
  mode: 'like' | 'on' | 'off';
  sent?: number;
  percent?: number;
}

/** A limit of money as the form shows it: an amount, none, or (of one country) as in each country. */
export interface MoneyDraft {
  mode: 'like' | 'on' | 'off';
  amount?: string;
  currency?: string;
}

/** The rules of a country in the form; what one country leaves empty is as in each country. */
export interface CountryDraft {
  country?: string;
  near: ThresholdDraft;
  wide: ThresholdDraft;
  block_hours?: number | null;
  per_hour: MoneyDraft;
  per_day: MoneyDraft;
}

/** The form of the rules. */
export interface RulesDraft {
  codes_per_minute: number;
  per_hour: MoneyDraft;
  per_day: MoneyDraft;
  each_country: CountryDraft;
  countries: CountryDraft[];
}

const moneyDraft = (limit: SpendLimit | null, home: string, none: 'like' | 'off'): MoneyDraft =>
  limit === null
    ? { mode: none, currency: home }
    : { mode: 'on', amount: microsToDecimal(limit.amount_micros), currency: limit.currency };

const thresholdDraft = (threshold: BlockThreshold | null): ThresholdDraft =>
  threshold === null ? { mode: 'like' } : threshold.percent === 0 ? { mode: 'off' } : { mode: 'on', ...threshold };

type Said = Omit<OwnCountryRules, 'country'>;

const countryDraft = (rules: Said, home: string, none: 'like' | 'off'): CountryDraft => ({
  near: thresholdDraft(rules.near),
  wide: thresholdDraft(rules.wide),
  block_hours: rules.block_hours,
  per_hour: moneyDraft(rules.spend_per_hour, home, none),
  per_day: moneyDraft(rules.spend_per_day, home, none),
});

const NOTHING_SAID: Said = { near: null, wide: null, block_hours: null, spend_per_hour: null, spend_per_day: null };

/** A country that is being added: as each country until something is said. `home` is the currency a new limit begins with. */
export const freshCountry = (home: string): CountryDraft => countryDraft(NOTHING_SAID, home, 'like');

/** The rules as the form shows them. `home` is the currency a new limit begins with. */
export const draftOf = (
  { all_codes: all, each_country: each, countries }: FraudRulesView,
  home: string,
): RulesDraft => ({
  codes_per_minute: all.codes_per_minute,
  per_hour: moneyDraft(all.spend_per_hour, home, 'off'),
  per_day: moneyDraft(all.spend_per_day, home, 'off'),
  each_country: countryDraft(each, home, 'off'),
  countries: countries.map(({ country, ...said }) => ({ country, ...countryDraft(said, home, 'like') })),
});

function limitOf({ mode, amount, currency }: MoneyDraft): SpendLimit | null {
  return mode === 'on' ? { amount_micros: decimalToMicros(amount ?? '') ?? 0, currency: currency ?? '' } : null;
}

/** A rule that is off keeps the figures of the house for when it is switched on. */
function thresholdOf({ mode, sent, percent }: ThresholdDraft, house: BlockThreshold): BlockThreshold {
  return mode === 'off' ? { ...house, percent: 0 } : { sent: sent ?? 0, percent: percent ?? 0 };
}

/** What the form says, as the api takes it; `version` is that of the rules it began with. */
export function rulesOf(draft: RulesDraft, version: number): SetFraudRulesRequest {
  const each = draft.each_country;
  return {
    all_codes: {
      codes_per_minute: draft.codes_per_minute,
      spend_per_hour: limitOf(draft.per_hour),
      spend_per_day: limitOf(draft.per_day),
    },
    each_country: {
      near: thresholdOf(each.near, HOUSE.near),
      wide: thresholdOf(each.wide, HOUSE.wide),
      block_hours: each.block_hours ?? 0,
      spend_per_hour: limitOf(each.per_hour),
      spend_per_day: limitOf(each.per_day),
    },
    countries: draft.countries.map((own) => ({
      country: own.country ?? '',
      near: own.near.mode === 'like' ? null : thresholdOf(own.near, HOUSE.near),
      wide: own.wide.mode === 'like' ? null : thresholdOf(own.wide, HOUSE.wide),
      block_hours: own.block_hours ?? null,
      spend_per_hour: limitOf(own.per_hour),
      spend_per_day: limitOf(own.per_day),
    })),
    version,
  };
}

const MONEY_FIELDS: Readonly<Record<string, string>> = { spend_per_hour: 'per_hour', spend_per_day: 'per_day' };

/** The field of the form that a field of the api stands in. */
export function fieldOf(path: string): (string | number)[] {
  const steps = path.replace(/^rules\./, '').split('.');
  const [first = '', ...more] = steps;
  const inner = (names: readonly string[]): (string | number)[] => {
    const [name = '', part] = names;
    const money = MONEY_FIELDS[name];
    if (money !== undefined) return [money, part === 'currency' ? 'currency' : 'amount'];
    return part === undefined ? [name] : [name, part];
  };
  if (first === 'all_codes') return inner(more);
  if (first === 'each_country') return ['each_country', ...inner(more)];
  if (first === 'countries' && more.length > 1) return ['countries', Number(more[0]), ...inner(more.slice(1))];
  return [first];
}
