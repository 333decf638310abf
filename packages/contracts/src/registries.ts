import { z } from 'zod';
import { askedShape, pointer, pricedShape, printable, words } from './asked-service.ts';
import { Channel } from './words.ts';

/** Most registries of a workspace. */
export const REGISTRIES_MAX = 20;

/** What standing on a registry means: `blocks` keeps marketing away (DNC, DND), `permits` is what marketing needs (IYS). */
export const RegistryMeaning = z.enum(['blocks', 'permits']);
export type RegistryMeaning = z.infer<typeof RegistryMeaning>;

/** What is done with marketing while no answer is there: it waits and is asked for again until its validity ends, or is stopped. */
export const RegistrySilence = z.enum(['hold', 'stop']);
export type RegistrySilence = z.infer<typeof RegistrySilence>;

/** How a registry is asked, and how its answers are read. */
export const RegistryService = z.strictObject({
  ...askedShape,
  listed_pointer: pointer.default('/listed').describe('Whether the address stands on the registry, within one answer.'),
  listed_words: words
    .default(['true', 'yes', 'listed', 'registered', 'onay', '1'])
    .describe('Words for an address that stands on it; what stands in no list is no answer.'),
  unlisted_words: words
    .default(['false', 'no', 'not_listed', 'unregistered', 'ret', '0'])
    .describe('Words for an address that does not.'),
  only_listed: z
    .boolean()
    .default(false)
    .describe('Whether an answer names only those that stand on it, so that who is not named does not.'),
  ...pricedShape,
  valid_hours: z
    .int()
    .min(1)
    .max(2_160)
    .default(72)
    .describe('How long an answer holds; the law of the registry says so, such as 21 days in Singapore.'),
});
export type RegistryService = z.infer<typeof RegistryService>;

/** The name of a registry in addresses and evidence. */
export const RegistryKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,38}[a-z0-9]$/, 'small letters, digits and dashes, such as iys or sg-dnc');

const registryShape = {
  name: z.string().trim().min(1).max(80),
  enabled: z.boolean(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be a country code of two letters')
    .nullable()
    .default(null)
    .describe('The country of the recipients it is asked for; null for all. Mail belongs to no country.'),
  channels: z.array(Channel).min(1).max(10).default(['sms']),
  meaning: RegistryMeaning,
  unanswered: RegistrySilence.default('hold'),
  service: RegistryService,
};

/** Body of `PUT /v1/compliance/registries/{key}`: a registry as a whole. */
export const SetRegistryRequest = z.strictObject({
  version: z
    .int()
    .optional()
    .describe(
      'The version you read, 0 for one that is not there: when somebody else was faster you get `conflict`. Left out, what is there is replaced.',
    ),
  ...registryShape,
  secret: printable(2000)
    .optional()
    .describe('The password, token or key. Left out it stays as it is; empty it is removed.'),
});
export type SetRegistryRequest = z.infer<typeof SetRegistryRequest>;

/** A registry that marketing is checked against. */
export const RegistryView = z.object({
  key: z.string(),
  version: z.int(),
  ...registryShape,
  country: z.string().nullable(),
  channels: z.array(Channel),
  unanswered: RegistrySilence,
  secret_stored: z.boolean(),
  /** What was asked for today (UTC), and what it cost in millionths of the currency of the service. */
  asked_today: z.int(),
  spent_today_micros: z.int(),
});
export type RegistryView = z.infer<typeof RegistryView>;

/** The registries of a workspace; `waits_ms` is how long a batch of marketing waits for answers at most. */
export const RegistryList = z.object({ data: z.array(RegistryView), waits_ms: z.int() });
export type RegistryList = z.infer<typeof RegistryList>;

/** Body of `POST /v1/compliance/registries/{key}/ask`. */
export const AskRegistryRequest = z.strictObject({
  address: z.string().trim().min(4).max(320).describe('A number with its country code, or a mail address.'),
  dry_run: z.boolean().default(true).describe('Only tell what is known and what asking would cost.'),
});
export type AskRegistryRequest = z.infer<typeof AskRegistryRequest>;

/** Input of the console: a registry by its key. */
export const RegistryInput = z.strictObject({ key: RegistryKey });
export const SetRegistryInput = RegistryInput.extend({ registry: SetRegistryRequest });
export const AskRegistryInput = RegistryInput.extend({ question: AskRegistryRequest });

/** What came of asking: `known` was answered before and still holds, `to_ask` is what a dry run leaves, the rest as it went now. */
export const RegistryOutcome = z.enum(['known', 'to_ask', 'asked', 'no_answer', 'over_limit']);
export type RegistryOutcome = z.infer<typeof RegistryOutcome>;

/** Answer of `POST /v1/compliance/registries/{key}/ask`. `allows` is what the answer means for marketing; null without one. */
export const AskRegistryResult = z.object({
  address: z.string(),
  outcome: RegistryOutcome,
  listed: z.boolean().nullable(),
  allows: z.boolean().nullable(),
  asked_at: z.string().nullable(),
  valid_until: z.string().nullable(),
  cost_micros: z.int(),
  currency: z.string(),
  dry_run: z.boolean(),
});
export type AskRegistryResult = z.infer<typeof AskRegistryResult>;
