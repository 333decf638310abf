import metadata from 'libphonenumber-js/max/metadata';

/** What kind of line a number is, as far as its range tells. */
export type NumberType =
  | 'fixed_line'
  | 'mobile'
  | 'fixed_line_or_mobile'
  | 'premium_rate'
  | 'toll_free'
  | 'shared_cost'
  | 'voip'
  | 'personal_number'
  | 'pager'
  | 'uan'
  | 'voicemail';

/** Ranges of one type of line inside a plan. */
export interface NumberRange {
  type: NumberType;
  /** Matches the national number as a whole. */
  pattern: RegExp;
  lengths: readonly number[];
}

/** The numbering plan of one country, with its patterns compiled. */
export interface NumberPlan {
  /** ISO 3166-1 alpha-2, or null for a code that belongs to no country (+800, +881 ...). */
  country: string | null;
  callingCode: string;
  pattern: RegExp;
  lengths: readonly number[];
  /** Start of the national number that is enough to tell the country among those that share its calling code. */
  leadingDigits: RegExp | null;
  /** The trunk prefix that people write although it is not part of the international number, and what it turns into. */
  trunkPrefix: { pattern: RegExp; becomes: string | null } | null;
  fixedLine: NumberRange | null;
  /** Null when the plan has none of its own; then, where `fixedIsMobile`, a fixed range holds mobiles too. */
  mobile: NumberRange | null;
  fixedIsMobile: boolean;
  others: readonly NumberRange[];
}

/** The countries that share one calling code; plans are compiled when first needed. */
export interface CallingCode {
  code: string;
  plans: readonly (() => NumberPlan)[];
}

// Places of the fields in a plan of libphonenumber-js metadata version 4 (its METADATA.md; the tests compare every country with the library itself).
const FIELD = { code: 0, pattern: 2, lengths: 3, prefix: 5, prefixPattern: 7, prefixRule: 8, leading: 10, types: 11 };
// Order of the types in the metadata.
const TYPES: readonly NumberType[] = [
  'fixed_line',
  'mobile',
  'toll_free',
  'premium_rate',
  'personal_number',
  'voicemail',
  'uan',
  'pager',
  'voip',
  'shared_cost',
];
// Order in which libphonenumber asks the types after fixed line and mobile: the first that matches is named.
const ASKED: readonly NumberType[] = [
  'premium_rate',
  'toll_free',
  'shared_cost',
  'voip',
  'personal_number',
  'pager',
  'uan',
  'voicemail',
];

type RawPlan = readonly unknown[];
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

function rangeOf(types: readonly unknown[], type: NumberType, planLengths: readonly number[]): NumberRange | null {
  const raw = types[TYPES.indexOf(type)];
  const pattern = Array.isArray(raw) ? text(raw[0]) : null;
  if (pattern === null) return null;
  const lengths = Array.isArray(raw) && Array.isArray(raw[1]) ? (raw[1] as number[]) : planLengths;
  return { type, pattern: whole(pattern), lengths };
}

function trunkPrefixOf(raw: RawPlan): NumberPlan['trunkPrefix'] {
  const pattern = text(raw[FIELD.prefixPattern]) ?? text(raw[FIELD.prefix]);
  return pattern === null ? null : { pattern: new RegExp(`^(?:${pattern})`), becomes: text(raw[FIELD.prefixRule]) };
}

function compilePlan(country: string | null, raw: RawPlan): NumberPlan {
  const lengths = raw[FIELD.lengths] as number[];
  const types = Array.isArray(raw[FIELD.types]) ? (raw[FIELD.types] as unknown[]) : [];
  const leading = text(raw[FIELD.leading]);
  const mobileRaw = types[TYPES.indexOf('mobile')];
  return {
    country,
    callingCode: String(raw[FIELD.code]),
    pattern: whole(String(raw[FIELD.pattern])),
    lengths,
    leadingDigits: leading === null ? null : new RegExp(`^(?:${leading})`),
    trunkPrefix: trunkPrefixOf(raw),
    fixedLine: rangeOf(types, 'fixed_line', lengths),
    mobile: rangeOf(types, 'mobile', lengths),
    // An empty pattern means "the same as fixed line"; no entry at all means that the plan does not tell them apart.
    fixedIsMobile: !Array.isArray(mobileRaw) || text(mobileRaw[0]) === null,
    others: ASKED.map((type) => rangeOf(types, type, lengths)).filter((range) => range !== null),
  };
}

function lazily(country: string | null, raw: RawPlan): () => NumberPlan {
  let plan: NumberPlan | undefined;
  return () => {
    plan ??= compilePlan(country, raw);
    return plan;
  };
}

const countries = metadata.countries as unknown as Record<string, RawPlan>;
const nonGeographic = metadata.nonGeographic as unknown as Record<string, RawPlan>;

/** True for a country that numbers can belong to, by its ISO 3166-1 alpha-2 code. */
export const isCountry = (code: string): boolean => Object.hasOwn(countries, code);

/** The digits before numbers of a country, without "+"; null for what is no country. */
export const callingCodeOf = (code: string): string | null =>
  Object.hasOwn(countries, code) ? text(countries[code]?.[FIELD.code]) : null;

/** Calling codes by their number, 1 to 999; no code is the beginning of another (ITU-T E.164). */
export const CALLING_CODES: readonly (CallingCode | undefined)[] = buildCallingCodes();

function buildCallingCodes(): (CallingCode | undefined)[] {
  const codes: (CallingCode | undefined)[] = new Array(1000).fill(undefined);
  for (const [code, names] of Object.entries(metadata.country_calling_codes)) {
    const plans = (names as string[]).map((name) => lazily(name, countries[name] as RawPlan));
    codes[Number(code)] = { code, plans };
  }
  for (const [code, raw] of Object.entries(nonGeographic)) codes[Number(code)] = { code, plans: [lazily(null, raw)] };
  return codes;
}
