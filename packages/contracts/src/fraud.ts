import { z } from 'zod';
import { Currency } from './countries.ts';
import { headerText } from './public-api.ts';
import { Environment } from './words.ts';

/** What a listed prefix does to codes: nothing goes there, or everything does, whatever the rules make of it. */
export const PrefixAction = z.enum(['block', 'allow']);
export type PrefixAction = z.infer<typeof PrefixAction>;

/** Who listed a prefix: a rule by what it counted, or somebody by hand. */
export const PrefixOrigin = z.enum(['rule', 'person']);
export type PrefixOrigin = z.infer<typeof PrefixOrigin>;

/** Whether a listed prefix still counts. */
export const PrefixState = z.enum(['active', 'expired', 'lifted']);
export type PrefixState = z.infer<typeof PrefixState>;

/** The rule that found a block of numbers suspicious: `near` looks at all but the last four digits, `wide` at all but the last six. */
export const BlockRule = z.enum(['near', 'wide']);
export type BlockRule = z.infer<typeof BlockRule>;

const HOURS = { min: 1, max: 720 } as const;
/** Most prefixes that hold at the same time in one environment of a workspace. */
export const PREFIXES_MAX = 5000;

/** What a rule had counted when it listed a prefix: verifications a code was sent for, those whose code was typed, and the threshold. */
export const BlockEvidence = z.object({
  rule: BlockRule,
  sent: z.int(),
  converted: z.int(),
  limit_sent: z.int(),
  limit_percent: z.int(),
  /** The span that was counted. */
  since: z.string(),
  until: z.string(),
});
export type BlockEvidence = z.infer<typeof BlockEvidence>;

/** A listed prefix. What has ended stays on the list, so that it can be told what was stopped, when and why. */
export const PrefixView = z.object({
  id: z.string(),
  prefix: z.string(),
  action: PrefixAction,
  origin: PrefixOrigin,
  environment: Environment,
  country: z.string().nullable(),
  reason: z.string(),
  /** What the rule had counted; null for a prefix somebody listed. */
  evidence: BlockEvidence.nullable(),
  state: PrefixState,
  created_at: z.string(),
  /** Null holds until somebody lifts it. */
  expires_at: z.string().nullable(),
  lifted_at: z.string().nullable(),
});
export type PrefixView = z.infer<typeof PrefixView>;

/** Body of `POST /v1/fraud/prefixes`. */
export const AddPrefixRequest = z.strictObject({
  prefix: z
    .string()
    .regex(/^\+[1-9]\d{0,14}$/, 'must be "+" and the first digits of numbers, such as +5255, or one whole number')
    .describe('The first digits of numbers with their country code, or one whole number.'),
  action: PrefixAction.describe('`block` sends no code there; `allow` sends them whatever the rules find.'),
  reason: headerText(200).describe('Why, for whoever reads the list.'),
  expires_in_hours: z
    .int()
    .min(HOURS.min)
    .max(HOURS.max)
    .nullable()
    .default(null)
    .describe('When it ends by itself; null is never.'),
});
export type AddPrefixRequest = z.infer<typeof AddPrefixRequest>;

/** Filters of the list of prefixes. */
export const ListPrefixesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  action: PrefixAction.optional(),
  state: z.enum(['active', 'ended']).optional().describe('`active` still counts; `ended` was lifted or has expired.'),
});
export type ListPrefixesQuery = z.infer<typeof ListPrefixesQuery>;

/** One page of listed prefixes, newest first. */
export const PrefixPage = z.object({ data: z.array(PrefixView), next_cursor: z.string().nullable() });
export type PrefixPage = z.infer<typeof PrefixPage>;

/**
 * When a block of numbers is suspicious: codes were sent for more than so many verifications, and less than this share of them converted.
 * A share of zero is never reached: it switches the rule off.
 */
export const BlockThreshold = z.strictObject({
  sent: z.int().min(1).max(100_000),
  percent: z.int().min(0).max(100).describe('Zero switches the rule off.'),
});
export type BlockThreshold = z.infer<typeof BlockThreshold>;

/** The most that codes may cost in a window. */
export const SpendLimit = z.strictObject({
  amount_micros: z.int().min(1).max(1_000_000_000_000),
  currency: Currency,
});
export type SpendLimit = z.infer<typeof SpendLimit>;

const NEAR = 'Over the last 10 to 20 minutes, of all numbers that differ in their last 4 digits only';
const WIDE = 'Over the last hour, of all numbers that differ in their last 6 digits only';
const PER_HOUR = 'Most that codes may cost in an hour (UTC)';
const PER_DAY = 'Most that codes may cost in a day (UTC)';
const HOURS_CLOSED = 'How long a rule closes a block of numbers';
const BlockHours = z.int().min(HOURS.min).max(HOURS.max);

const spend = {
  spend_per_hour: SpendLimit.nullable().default(null).describe(`${PER_HOUR}; null is no limit.`),
  spend_per_day: SpendLimit.nullable().default(null).describe(`${PER_DAY}; null is no limit.`),
};

/** What holds for codes to one country. Each country counts its own spending. */
export const CountryFraudRules = z.strictObject({
  near: BlockThreshold.describe(`${NEAR}.`),
  wide: BlockThreshold.describe(`${WIDE}.`),
  block_hours: BlockHours.describe(`${HOURS_CLOSED}.`),
  ...spend,
});
export type CountryFraudRules = z.infer<typeof CountryFraudRules>;

/** The rules of a workspace that sets none. */
export const FRAUD_DEFAULTS = {
  all_codes: { codes_per_minute: 600, spend_per_hour: null, spend_per_day: null },
  each_country: {
    near: { sent: 10, percent: 20 },
    wide: { sent: 60, percent: 5 },
    block_hours: 12,
    spend_per_hour: null,
    spend_per_day: null,
  },
} as const satisfies { all_codes: object; each_country: CountryFraudRules };

const { all_codes: ALL, each_country: EACH } = FRAUD_DEFAULTS;

/** The rules of one country that stand in place of those of each country; what is null or left out holds as there. */
export const OwnCountryRules = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as MX'),
  near: BlockThreshold.nullable().default(null).describe(`${NEAR}; null is as in each country.`),
  wide: BlockThreshold.nullable().default(null).describe(`${WIDE}; null is as in each country.`),
  block_hours: BlockHours.nullable().default(null).describe(`${HOURS_CLOSED}; null is as in each country.`),
  spend_per_hour: SpendLimit.nullable().default(null).describe(`${PER_HOUR}; null is as in each country.`),
  spend_per_day: SpendLimit.nullable().default(null).describe(`${PER_DAY}; null is as in each country.`),
});
export type OwnCountryRules = z.infer<typeof OwnCountryRules>;

/** Body of `PUT /v1/fraud/rules`: the whole of the rules. What is left out goes back to its default. */
export const SetFraudRulesRequest = z.strictObject({
  all_codes: z
    .strictObject({
      codes_per_minute: z
        .int()
        .min(1)
        .max(1_000_000)
        .default(ALL.codes_per_minute)
        .describe('Most codes that may be asked for in a minute.'),
      ...spend,
    })
    .default(ALL)
    .describe('What holds for all codes of the workspace together.'),
  each_country: z
    .strictObject({
      near: CountryFraudRules.shape.near.default(EACH.near),
      wide: CountryFraudRules.shape.wide.default(EACH.wide),
      block_hours: CountryFraudRules.shape.block_hours.default(EACH.block_hours),
      ...spend,
    })
    .default(EACH)
    .describe('What holds in each country that has no rules of its own.'),
  countries: z
    .array(OwnCountryRules)
    .max(250)
    .refine((rows) => new Set(rows.map(({ country }) => country)).size === rows.length, {
      error: 'must not name a country twice',
    })
    .default([])
    .describe('Countries with rules of their own.'),
  version: z
    .int()
    .min(0)
    .max(2_147_483_647)
    .optional()
    .describe('Version that was read: the change is refused when somebody else made one since.'),
});
export type SetFraudRulesRequest = z.infer<typeof SetFraudRulesRequest>;

/** The rules against fraud with codes, as they hold in live and, but for what is counted, in the sandbox. */
export const FraudRulesView = z.object({
  all_codes: z.object({
    codes_per_minute: z.int(),
    spend_per_hour: SpendLimit.nullable(),
    spend_per_day: SpendLimit.nullable(),
  }),
  each_country: CountryFraudRules,
  countries: z.array(OwnCountryRules),
  /** Zero until somebody sets rules: then the defaults hold. */
  version: z.int(),
  updated_at: z.string().nullable(),
});
export type FraudRulesView = z.infer<typeof FraudRulesView>;
/** The rules without their version. */
export type FraudRules = Omit<FraudRulesView, 'version' | 'updated_at'>;

/** The rules of one country: its own, where it says any, in place of those of each country. */
export function countryRules(
  { each_country: each, countries }: Pick<FraudRules, 'each_country' | 'countries'>,
  country: string | null,
): CountryFraudRules {
  const own = country === null ? undefined : countries.find((row) => row.country === country);
  if (own === undefined) return each;
  return {
    near: own.near ?? each.near,
    wide: own.wide ?? each.wide,
    block_hours: own.block_hours ?? each.block_hours,
    spend_per_hour: own.spend_per_hour ?? each.spend_per_hour,
    spend_per_day: own.spend_per_day ?? each.spend_per_day,
  };
}
