import { z } from 'zod';
import { askedShape, pointer, pricedShape, printable, words } from './asked-service.ts';
import { NetworkSource } from './networks.ts';
import { TrafficClass } from './words.ts';

/** Most numbers of one call of `POST /v1/networks/lookups`. */
export const LOOKUP_NUMBERS_MAX = 100;

/** Whether a phone can be reached, as a service that asks its network tells: `absent` is switched off or out of reach, `unknown` is a number nobody has. */
export const Reach = z.enum(['reachable', 'absent', 'unknown']);
export type Reach = z.infer<typeof Reach>;

/** How a service that knows the networks of numbers (MNP or HLR) is asked, and how its answers are read. */
export const LookupService = z.strictObject({
  ...askedShape,
  network_pointer: pointer.default('/network').describe('MCC and MNC in one text, or the MCC alone.'),
  mnc_pointer: pointer.default('').describe('The MNC, where it stands apart.'),
  state_pointer: pointer
    .default('')
    .describe('Whether the phone can be reached; empty where the service does not tell.'),
  reachable_words: words
    .default(['reachable', 'active', 'connected', 'ok'])
    .describe('Words for a phone that can be reached; what stands in no list says nothing.'),
  absent_words: words
    .default(['absent', 'absent_subscriber', 'unreachable'])
    .describe('Words for a phone out of reach.'),
  unknown_words: words
    .default(['unknown', 'unknown_subscriber', 'invalid'])
    .describe('Words for a number that nobody has.'),
  ...pricedShape,
  network_days: z.int().min(1).max(90).default(30).describe('How long a network is believed.'),
  reach_minutes: z
    .int()
    .min(1)
    .max(10_080)
    .default(120)
    .describe('How long it is believed whether a phone can be reached.'),
});
export type LookupService = z.infer<typeof LookupService>;

/** What is done with a text whose number a service calls absent or unknown. */
export const ReachChoice = z.enum(['send', 'stop']);
export type ReachChoice = z.infer<typeof ReachChoice>;

/** Whether the numbers of a class in a country are looked up before they are sent to. The country wins over `null`, every other. */
export const LookupRule = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two letters')
    .nullable()
    .default(null),
  class: TrafficClass,
  look_up: z.boolean(),
  absent: ReachChoice.default('send').describe('A text to a phone that is out of reach.'),
  unknown: ReachChoice.default('send').describe('A text to a number that nobody has.'),
});
export type LookupRule = z.infer<typeof LookupRule>;

/** Body of `PUT /v1/networks/lookup`: the service and the rules, as a whole. */
export const SetLookupRequest = z.strictObject({
  version: z
    .int()
    .optional()
    .describe(
      'The version you read: when somebody else was faster you get `conflict`. Left out, what is there is replaced.',
    ),
  enabled: z.boolean(),
  service: LookupService,
  secret: printable(2000)
    .optional()
    .describe('The password, token or key. Left out it stays as it is; empty it is removed.'),
  rules: z.array(LookupRule).max(400).default([]),
});
export type SetLookupRequest = z.infer<typeof SetLookupRequest>;

/** What was looked up on a day (UTC) in one currency. */
export const LookupDay = z.object({
  day: z.string(),
  currency: z.string(),
  /** Numbers that were asked for: each is counted as paid, also where no answer came. */
  asked: z.int(),
  answered: z.int(),
  spent_micros: z.int(),
});
export type LookupDay = z.infer<typeof LookupDay>;

/** The service, the rules, and what was looked up in the last thirty days. `waits_ms` is how long a text of a class waits for an answer at most. */
export const LookupView = z.object({
  /** 0 while nothing is set. */
  version: z.int(),
  enabled: z.boolean(),
  service: LookupService.nullable(),
  secret_stored: z.boolean(),
  rules: z.array(LookupRule),
  waits_ms: z.record(TrafficClass, z.int()),
  days: z.array(LookupDay),
});
export type LookupView = z.infer<typeof LookupView>;

/** Body of `POST /v1/networks/lookups`. */
export const LookUpNumbersRequest = z.strictObject({
  numbers: z
    .array(z.string().trim().min(4).max(30))
    .min(1)
    .max(LOOKUP_NUMBERS_MAX)
    .describe('Numbers with their country code.'),
  dry_run: z.boolean().default(true).describe('Only tell what is known and what asking for the rest would cost.'),
});
export type LookUpNumbersRequest = z.infer<typeof LookUpNumbersRequest>;

/**
 * What came of a number: `known` was asked for before and is still believed, `to_ask` is what a dry run leaves, `asked` was answered now, `no_answer` was not, `over_limit` was not asked for
 * because the limit of the day is reached.
 */
export const LookupOutcome = z.enum(['known', 'to_ask', 'asked', 'no_answer', 'over_limit']);
export type LookupOutcome = z.infer<typeof LookupOutcome>;

/** A number with its network, how that is known, and whether its phone can be reached. */
export const LookedUpNumber = z.object({
  number: z.string(),
  country: z.string().nullable(),
  outcome: LookupOutcome,
  network: z.object({ code: z.string(), name: z.string(), source: NetworkSource }).nullable(),
  reach: Reach.nullable(),
});
export type LookedUpNumber = z.infer<typeof LookedUpNumber>;

/** Answer of `POST /v1/networks/lookups`. `asked` numbers were asked for, or would be in a dry run; `cost_micros` is what that costs. */
export const LookUpNumbersResult = z.object({
  data: z.array(LookedUpNumber),
  asked: z.int(),
  cost_micros: z.int(),
  currency: z.string(),
  dry_run: z.boolean(),
});
export type LookUpNumbersResult = z.infer<typeof LookUpNumbersResult>;
