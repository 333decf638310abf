import { z } from 'zod';
import { headerText } from './public-api.ts';
import { Channel, TrafficClass } from './words.ts';

/** Most senders of a workspace. */
export const SENDERS_MAX = 1000;
/** How many days before a sender expires or falls idle it is warned of. */
export const SENDER_WARN_DAYS = 30;

/** How a sender stands with the country or the operator that registers it. One past its last day is expired, whatever is written. */
export const SenderStatus = z.enum(['draft', 'submitted', 'registered', 'rejected', 'suspended', 'expired']);
export type SenderStatus = z.infer<typeof SenderStatus>;

/** What a sender is. Headers are those of India: they are kept with all that stands on its ledgers. */
export const SenderKind = z.enum(['alphanumeric', 'long_number', 'short_code', 'toll_free', 'mailbox', 'header']);
export type SenderKind = z.infer<typeof SenderKind>;

/** What a paper is for. */
export const SenderDocumentKind = z.enum(['authorisation', 'registration', 'trademark', 'identity', 'other']);
export type SenderDocumentKind = z.infer<typeof SenderDocumentKind>;

/** A paper behind a registration: what it is called and where it lies. The file itself is not kept here. */
export const SenderDocument = z.strictObject({
  name: headerText(120).describe('What the file is called.'),
  kind: SenderDocumentKind,
  reference: headerText(300).nullable().default(null).describe('Where it lies, or the number it has there.'),
  notes: z.string().max(500).default(''),
});
export type SenderDocument = z.infer<typeof SenderDocument>;

const Day = z.iso
  .date('must be a date such as 2027-01-31')
  .refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'must be a day from 2000 to 2099');

/** What operators put around a name. */
export const SenderAffix = z.strictObject({ at: z.enum(['start', 'end']), text: headerText(8) });
export type SenderAffix = z.infer<typeof SenderAffix>;

const placeShape = {
  channel: Channel.default('sms'),
  country: z
    .string()
    .regex(/^([A-Z]{2}|default)$/, 'must be a country code of two letters, or "default"')
    .default('default')
    .describe('Where it is registered; `default` is every country without a sender of its own. Mail is at `default`.'),
  network: z
    .string()
    .regex(/^\d{5,6}$/, 'must be the MCC and MNC of the operator as digits')
    .nullable()
    .default(null)
    .describe('The operator, where each registers for itself; null is all.'),
  class: TrafficClass.nullable().default(null).describe('The class it is registered for; null is all.'),
  sender: headerText(320).describe('The sender as messages name it, such as ACME, 28000 or +14155550100.'),
};

const standingShape = {
  kind: SenderKind.exclude(['header'])
    .optional()
    .describe('What it is; left out it follows from the spelling. Only a toll-free number needs to be told.'),
  status: SenderStatus.default('draft'),
  reference: headerText(120).nullable().default(null).describe('The id it has at the operator or the register.'),
  registered_on: Day.nullable().default(null),
  expires_on: Day.nullable().default(null).describe('The last day on which it counts (UTC).'),
  affix: SenderAffix.nullable()
    .default(null)
    .describe('What operators put around the name, such as `-AD`: it counts in the eleven characters of a name.'),
  documents: z.array(SenderDocument).max(20).default([]),
  notes: z.string().max(2000).default(''),
};

/** Body of `POST /v1/senders` and `PUT /v1/senders/{sender_id}`: a sender as a whole. */
export const SetSenderRequest = z.strictObject({
  ...placeShape,
  ...standingShape,
  version: z
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .describe('Version that was read: the change is refused when somebody else made one since.'),
});
export type SetSenderRequest = z.infer<typeof SetSenderRequest>;

/** What a sender turns into on its way: as it is, with what operators add, replaced by a number, or marked as not registered. */
export const SenderLook = z.enum(['as_is', 'affixed', 'replaced', 'labelled']);
export type SenderLook = z.infer<typeof SenderLook>;

/** How a phone will show a sender, and what operators add to the text. */
export const ShownSender = z.object({
  look: SenderLook,
  /** What the phone shows; null where the network puts a number that is not known beforehand. */
  text: z.string().nullable(),
  /** What stands in its place: a short code, or some number. Null where it is not replaced. */
  by: z.enum(['short_code', 'number']).nullable(),
  /** What operators add at the end of the text, which takes characters of it; null when nothing. */
  tail: z.string().nullable(),
  /** The rules of the country that say so. */
  rules: z.array(z.string()),
});
export type ShownSender = z.infer<typeof ShownSender>;

/** Why somebody should look at a sender. */
export const SenderWarning = z.object({
  code: z.enum(['expires', 'expired', 'idle', 'dropped']),
  on: z.string(),
  days_left: z.int(),
});
export type SenderWarning = z.infer<typeof SenderWarning>;

/** A sender as it is on file. */
export const SenderView = z.object({
  id: z.string(),
  /** Where it is kept: headers of India stand with the ledgers and are changed there. */
  kept: z.enum(['registry', 'dlt']),
  channel: Channel,
  country: z.string(),
  network: z.string().nullable(),
  class: TrafficClass.nullable(),
  sender: z.string(),
  kind: SenderKind,
  status: SenderStatus,
  /** Whether messages may name it today. */
  usable: z.boolean(),
  reference: z.string().nullable(),
  registered_on: z.string().nullable(),
  expires_on: z.string().nullable(),
  affix: SenderAffix.nullable(),
  documents: z.array(SenderDocument),
  notes: z.string(),
  /** The last day on which a live message named it; null when none did since it is on file. */
  last_used_on: z.string().nullable(),
  /** The day the country drops it unless it is used before; null where it drops none. */
  idle_on: z.string().nullable(),
  shown: ShownSender,
  warnings: z.array(SenderWarning),
  version: z.int(),
  updated_at: z.string(),
});
export type SenderView = z.infer<typeof SenderView>;

/** A country whose law asks for registered senders, with how the workspace stands there. */
export const SenderDuty = z.object({
  country: z.string(),
  rule: z.string(),
  /** What becomes of a sender that is not registered. */
  unregistered: z.enum(['blocked', 'labelled', 'replaced']),
  per_network: z.boolean(),
  idle_days: z.int().nullable(),
  /** How many senders are on file there; without one messages go, for it is not known which are registered. */
  on_file: z.int(),
  usable: z.int(),
});
export type SenderDuty = z.infer<typeof SenderDuty>;

/** The senders of a workspace, by country and name; live and sandbox share them. */
export const SenderList = z.object({ data: z.array(SenderView), duties: z.array(SenderDuty) });
export type SenderList = z.infer<typeof SenderList>;

/** Query of `GET /v1/senders`. */
export const ListSendersQuery = z.strictObject({
  country: placeShape.country.unwrap().optional().describe('Only those registered there.'),
  status: SenderStatus.optional(),
});
export type ListSendersQuery = z.infer<typeof ListSendersQuery>;

/** Query of `GET /v1/senders/shown`. */
export const ShownSenderQuery = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/, 'must be a country code of two letters'),
  class: TrafficClass.default('transactional'),
  from: headerText(320).optional().describe('The sender; left out, the one that stands for messages that name none.'),
});
export type ShownSenderQuery = z.infer<typeof ShownSenderQuery>;

/** Answer of `GET /v1/senders/shown`. */
export const ShownSenderView = z.object({
  /** The sender that would go; null leaves it to the provider. */
  sender: z.string().nullable(),
  /** How it stands on the registry; null where no registry is asked. */
  standing: z.enum([...SenderStatus.options, 'missing']).nullable(),
  shown: ShownSender,
});
export type ShownSenderView = z.infer<typeof ShownSenderView>;

/** Console: a sender by its id. */
export const SenderInput = z.strictObject({ id: z.string().max(60) });
export const SetSenderInput = SenderInput.extend({ id: SenderInput.shape.id.optional(), sender: SetSenderRequest });
