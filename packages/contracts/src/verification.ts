import { z } from 'zod';
import { BlockEvidence, BlockRule, SpendLimit } from './fraud.ts';
import { headerText } from './public-api.ts';
import { Channel, Environment, MessageState, VerificationState } from './words.ts';

/** The languages a code message is written in (BCP 47). */
export const VerificationLocale = z.enum(['en', 'zh', 'es', 'pt-BR', 'hi', 'de', 'fr', 'ar', 'id', 'vi']);
export type VerificationLocale = z.infer<typeof VerificationLocale>;

/** Digits of a code, and seconds it may live: a longer life is refused (NIST SP 800-63B-4, OWASP ASVS 5.0 section 6.5). */
export const CODE_LENGTH = { min: 6, max: 10, usual: 6 } as const;
export const CODE_VALIDITY_SECONDS = { min: 60, max: 600, usual: 300 } as const;
/** Seconds a channel is given before the next one goes. */
export const CHANNEL_TIMEOUT_SECONDS = { min: 5, max: 300, usual: 30 } as const;

const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

const EndUserIp = z
  .union([z.ipv4(), z.ipv6()], { error: 'must be an IPv4 or IPv6 address' })
  .optional()
  .describe('Address of the person who asks, when you know it: guesses and sends are limited for it too.');

const BoundTo = headerText(500).optional();

/** Body of `POST /v1/verifications`. The same `to` and `purpose` again, while the code is valid, sends the same code once more. */
export const StartVerificationRequest = z.strictObject({
  to: z.string().min(1).max(320).describe('A phone number, or a mail address when the only channel is email.'),
  channels: z
    .array(Channel)
    .min(1)
    .max(2)
    .optional()
    .describe(
      'In order: `sms` or `voice`, a call that reads the code aloud, or one after the other; `email` last, or alone. Without it, `sms` or `email` as `to` is.',
    ),
  email: z
    .string()
    .min(1)
    .max(320)
    .optional()
    .describe('Where the code goes when the channel email follows sms or voice.'),
  app_name: headerText(30)
    .refine((name) => !/[/@#]|\d{4}/.test(name), { error: 'must not contain /, @, # or four digits in a row' })
    .describe('The name the person knows you by; it stands in the message.'),
  purpose: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/, 'must have 1 to 40 of the characters a-z, 0-9, _ and -')
    .default('sign_in')
    .describe('What the code is for. A code of one purpose is not good for another.'),
  locale: VerificationLocale.default('en'),
  code_length: z.int().min(CODE_LENGTH.min).max(CODE_LENGTH.max).default(CODE_LENGTH.usual),
  valid_for_seconds: z
    .int()
    .min(CODE_VALIDITY_SECONDS.min)
    .max(CODE_VALIDITY_SECONDS.max)
    .default(CODE_VALIDITY_SECONDS.usual),
  channel_timeout_seconds: z
    .int()
    .min(CHANNEL_TIMEOUT_SECONDS.min)
    .max(CHANNEL_TIMEOUT_SECONDS.max)
    .default(CHANNEL_TIMEOUT_SECONDS.usual)
    .describe('Without a receipt within this time the next channel goes.'),
  domain: z
    .string()
    .regex(HOST, 'must be a bare host name in lower case such as shop.example.com')
    .optional()
    .describe('Host of the page that asks for the code: the text ends with the line browsers fill the code in from.'),
  from: headerText(320)
    .optional()
    .describe(
      'Sender of the first channel: of the text, the number a call shows, or of the mail when email is the only channel.',
    ),
  bound_to: BoundTo.describe(
    'What the code confirms besides the address, such as a session, or an order and its amount: a check must bring the same. It is kept as a hash.',
  ),
  ip: EndUserIp,
});
export type StartVerificationRequest = z.infer<typeof StartVerificationRequest>;

/** Body of `POST /v1/verifications/{id}/check`. */
export const CheckVerificationRequest = z.strictObject({
  code: z.string().regex(/^\d{4,10}$/, 'must be the digits the person typed, 4 to 10 of them'),
  bound_to: BoundTo.describe('The same as at the start; with another, the right code is a wrong one.'),
  ip: EndUserIp,
});
export type CheckVerificationRequest = z.infer<typeof CheckVerificationRequest>;

/**
 * What a right code proves: `restricted`, that somebody holds the number, which a swapped SIM can too (NIST SP 800-63B-4, restricted
 * authenticators); `address_only`, that somebody reads the mailbox, which is no second factor.
 */
export const Assurance = z.enum(['restricted', 'address_only']);
export type Assurance = z.infer<typeof Assurance>;

/**
 * Answer of a check. `state` stays `pending` after a wrong code as long as tries are left. `to` and `purpose` are those of the
 * verification: whoever lets a browser hold the id compares them with the person that signs in.
 */
export const CheckVerificationAnswer = z.object({
  id: z.string(),
  valid: z.boolean(),
  state: VerificationState,
  tries_left: z.int(),
  to: z.string(),
  purpose: z.string(),
  assurance: Assurance,
});
export type CheckVerificationAnswer = z.infer<typeof CheckVerificationAnswer>;

/** One send of a code. The code itself is nowhere to be read. */
const VerificationSend = z.object({
  message_id: z.string(),
  channel: Channel,
  state: MessageState,
  route: z.object({ id: z.string(), name: z.string() }).nullable(),
});

/** Why a verification was blocked: the rule, the prefix it stands for, and what was known at that moment. */
export const VerificationBlock = z.object({
  rule: z.enum(['listed', ...BlockRule.options, 'spend']),
  prefix: z.string().nullable().describe('The numbers that are closed to codes; null for a limit of money.'),
  prefix_id: z
    .string()
    .nullable()
    .describe(
      'The listed prefix, null when none was listed yet; to lift by `DELETE /v1/fraud/prefixes/{id}`. To let this number alone through, list it whole with the action `allow`.',
    ),
  text: z.string(),
  evidence: BlockEvidence.nullable(),
  /** The limit that was reached; null for other rules. */
  spend: z
    .object({
      scope: z.enum(['workspace', 'country']),
      window_seconds: z.int(),
      limit: SpendLimit,
      used_micros: z.int(),
    })
    .nullable(),
});
export type VerificationBlock = z.infer<typeof VerificationBlock>;

/** A verification as the API shows it: everything but the code. */
export const VerificationView = z.object({
  id: z.string(),
  state: VerificationState,
  to: z.string(),
  email: z.string().nullable(),
  channels: z.array(Channel),
  purpose: z.string(),
  app_name: z.string(),
  locale: VerificationLocale,
  country: z.string().nullable(),
  environment: Environment,
  code_length: z.int(),
  tries: z.int(),
  tries_max: z.int(),
  /** Whether a check must bring `bound_to`. */
  bound: z.boolean(),
  assurance: Assurance,
  /** Why it is blocked or has failed; null for every other state. */
  reason: z.object({ code: z.string(), text: z.string() }).nullable(),
  block: VerificationBlock.nullable(),
  sends: z.array(VerificationSend),
  /** The route whose message brought the code that was typed; null until then. */
  converted_by: z.object({ id: z.string(), name: z.string(), channel: Channel }).nullable(),
  created_at: z.string(),
  expires_at: z.string(),
  approved_at: z.string().nullable(),
  /** When it was canceled or blocked, or failed. */
  ended_at: z.string().nullable(),
});
export type VerificationView = z.infer<typeof VerificationView>;

/** Answer of a start: `resent` tells that the code of an earlier start went out once more. */
export const StartVerificationAnswer = z.object({
  id: z.string(),
  state: VerificationState,
  to: z.string(),
  channel: Channel,
  environment: Environment,
  resent: z.boolean(),
  message_id: z.string(),
  created_at: z.string(),
  expires_at: z.string(),
});
export type StartVerificationAnswer = z.infer<typeof StartVerificationAnswer>;

/** Filters of the list of verifications. */
export const ListVerificationsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  to: z.string().min(1).max(320).optional(),
  state: VerificationState.optional(),
});
export type ListVerificationsQuery = z.infer<typeof ListVerificationsQuery>;

/** One page of verifications, newest first. */
export const VerificationPage = z.object({ data: z.array(VerificationView), next_cursor: z.string().nullable() });
export type VerificationPage = z.infer<typeof VerificationPage>;

/** How codes did in the last 24 hours. A verification that went by two routes is counted as sent by both and converted by one. */
export interface VerificationFigures {
  started: number;
  approved: number;
  /** Stopped by a rule against fraud. */
  blocked: number;
  /** The busiest first; a route of null stands for codes no route took, a country of null for mails. */
  routes: {
    route: { id: string; name: string; channel: Channel } | null;
    country: string | null;
    sent: number;
    converted: number;
  }[];
}
