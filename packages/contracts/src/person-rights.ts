import { z } from 'zod';
import { headerText } from './public-api.ts';
import { Channel, Environment, TrafficClass } from './words.ts';

/**
 * What a person can ask of us: a copy of everything about them, that what is wrong is corrected (GDPR, article 16), that it is erased, that it is kept and not used (GDPR, article 18), or that no
 * marketing comes any more, which nothing outweighs (article 21).
 */
export const PersonRequestKind = z.enum(['copy', 'erasure', 'restriction', 'objection', 'rectification']);
export type PersonRequestKind = z.infer<typeof PersonRequestKind>;

/** `waiting` for a second person, `running` (a restriction while it is in force), `done`, or `rejected` by the second person. */
export const PersonRequestState = z.enum(['waiting', 'running', 'done', 'rejected']);
export type PersonRequestState = z.infer<typeof PersonRequestState>;

/** The kinds of data about recipients, as a search counts them. */
export const PersonDataKind = z.enum([
  'messages',
  'events',
  'attempts',
  'receipts',
  'later_channels',
  'replies',
  'verifications',
  'consents',
  'list_members',
  'import_files',
  'suppressions',
  'counters',
  'networks',
  'registries',
  'blocked_numbers',
  'references',
  'webhook_events',
  'answers',
  'request_log',
  'audit_log',
]);
export type PersonDataKind = z.infer<typeof PersonDataKind>;

/**
 * What erasing a person does to a kind of data: it is `removed`; `blanked`, so that figures and chains stay whole; `hashed`, so that a block
 * still holds; `kept`, because the law or the proof of what was done asks for it; or it `expires` by itself soon.
 */
export const ErasureRule = z.enum(['removed', 'blanked', 'hashed', 'kept', 'expires']);
export type ErasureRule = z.infer<typeof ErasureRule>;

/** How long a kind of data is kept: days after which a job drops it, or until somebody or something ends it. */
export const KeptFor = z.enum([
  'retention_days',
  'request_log_days',
  'webhook_days',
  'one_day',
  'window',
  'until_lifted',
  'until_erased',
  'for_good',
]);
export type KeptFor = z.infer<typeof KeptFor>;

/** Whose data: an address in one environment of the workspace. It goes in a body, never in a URL. */
const person = {
  address: z.string().min(1).max(320).describe('A phone number or a mail address, in any spelling.'),
  channel: Channel.optional().describe('Told by the look of the address when left out.'),
};

/** Body of `POST /v1/people/find`. */
export const FindPersonRequest = z.strictObject(person);
export type FindPersonRequest = z.infer<typeof FindPersonRequest>;

/** One thing that is held about a person. */
export const PersonEntry = z.object({
  /** Its public id, where it has one. */
  id: z.string().nullable(),
  at: z.string().nullable(),
  /** What it is, without the person in it. */
  detail: z.string(),
});
export type PersonEntry = z.infer<typeof PersonEntry>;

/** What is held of one kind. */
export const PersonHolding = z.object({
  kind: PersonDataKind,
  count: z.int(),
  erasure: ErasureRule,
  kept_for: KeptFor,
  /** The newest few. */
  newest: z.array(PersonEntry),
});
export type PersonHolding = z.infer<typeof PersonHolding>;

/** What is held about a person, by kind. The address is masked in it: the caller knows whom it asked for. */
export const PersonFound = z.object({
  address: z.string(),
  channel: Channel,
  environment: Environment,
  /** How many rows there are in all. */
  total: z.int(),
  holdings: z.array(PersonHolding),
});
export type PersonFound = z.infer<typeof PersonFound>;

/** Body of `POST /v1/people/export`. */
export const ExportPersonRequest = z.strictObject({
  ...person,
  reason: headerText(200).describe('Why, for the register: who asked, and how.'),
  cursor: z.string().max(200).optional().describe('`next_cursor` of the part before; the first part when left out.'),
});
export type ExportPersonRequest = z.infer<typeof ExportPersonRequest>;

const rows = z.array(z.record(z.string(), z.unknown()));

/** Everything held about a person, for the person. Messages come in parts of at most 1,000; all else is in the first part. */
export const PersonCopy = z.object({
  format: z.literal('signalbox-person-copy/1'),
  /** The entry of the register. */
  request_id: z.string(),
  made_at: z.string(),
  workspace_id: z.string(),
  environment: Environment,
  channel: Channel,
  address: z.string(),
  /** Texts, where they are still there, with what became of each message. */
  messages: rows,
  /** What carriers said, as it came. */
  receipts: rows,
  later_channels: rows,
  replies: rows,
  verifications: rows,
  consents: rows,
  list_members: rows,
  suppressions: rows,
  counters: rows,
  networks: rows,
  registries: rows,
  blocked_numbers: rows,
  audit_log: rows,
  next_cursor: z.string().nullable(),
});
export type PersonCopy = z.infer<typeof PersonCopy>;

/** One table of the record of processing: what it holds of recipients, and what becomes of it. */
export const KeptTable = z.object({
  table: z.string(),
  kind: PersonDataKind,
  /** The columns that hold something of a person. */
  columns: z.array(z.string()),
  erasure: ErasureRule,
  kept_for: KeptFor,
  /** Days, where the house knows a number. */
  days: z.int().nullable(),
  /** The first day that is still there, of what is dropped by the day; null for the rest. */
  oldest_day: z.string().nullable(),
});
export type KeptTable = z.infer<typeof KeptTable>;

/** Who outside gets data: a carrier, a webhook endpoint, the service that looks numbers up, or a public registry. */
export const DataRecipientKind = z.enum(['provider', 'webhook', 'lookup', 'registry']);
export type DataRecipientKind = z.infer<typeof DataRecipientKind>;

/** Somebody outside who gets data of people. */
export const DataRecipient = z.object({
  kind: DataRecipientKind,
  /** Empty where nobody has named it. */
  name: z.string(),
  /** Where it is reached, without path or secret. */
  host: z.string().nullable(),
});
export type DataRecipient = z.infer<typeof DataRecipient>;

/** The record of processing (GDPR, article 30), of one environment. */
export const KeptTables = z.object({
  made_at: z.string(),
  environment: Environment,
  /** On whose behalf data are processed. */
  organisation: z.string(),
  workspace: z.string(),
  /** Where they are kept; null is wherever the installation runs. */
  home_region: z.string().nullable(),
  /** What messages are for, and beside them the purposes of opt-in lists. */
  purposes: z.array(z.string()),
  recipients: z.array(DataRecipient),
  data: z.array(KeptTable),
});
export type KeptTables = z.infer<typeof KeptTables>;

/** Who did something: an id and the name at that time. */
export const PersonActor = z.object({ id: z.string(), name: z.string() });
export type PersonActor = z.infer<typeof PersonActor>;

/** One thing that a rectification changed, before and after; addresses are masked. */
export const PersonChange = z.object({
  what: z.enum(['address', 'language', 'time_zone']),
  before: z.string().nullable(),
  after: z.string(),
});
export type PersonChange = z.infer<typeof PersonChange>;

/** An entry of the register of what people asked. The address is masked; `person` is its keyed hash. */
export const PersonRequestView = z.object({
  id: z.string(),
  kind: PersonRequestKind,
  state: PersonRequestState,
  environment: Environment,
  channel: Channel,
  address: z.string(),
  person: z.string(),
  reason: z.string(),
  asked_by: PersonActor,
  decided_by: PersonActor.nullable(),
  created_at: z.string(),
  /** The last day for the answer: 30 days after it was asked. */
  due_at: z.string(),
  ended_at: z.string().nullable(),
  /** What a rectification changed; empty for the rest. */
  changes: z.array(PersonChange),
});
export type PersonRequestView = z.infer<typeof PersonRequestView>;

/** One page of the register, newest first. */
export const PersonRequestPage = z.object({ data: z.array(PersonRequestView), next_cursor: z.string().nullable() });
export type PersonRequestPage = z.infer<typeof PersonRequestPage>;

/** Which part of the register. */
export const ListPersonRequestsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type ListPersonRequestsQuery = z.infer<typeof ListPersonRequestsQuery>;

/** Body of `POST /v1/people/erase`. */
export const ErasePersonRequest = z.strictObject({
  ...person,
  reason: headerText(200).describe('Why, for the register: who asked, and how.'),
  blocked_classes: z
    .array(TrafficClass)
    .max(3)
    .default([...TrafficClass.options])
    .describe(
      'What nothing more is sent of to this address, by the keyed hash that stays: everything, unless told. The block is lifted like any suppression.',
    ),
});
export type ErasePersonRequest = z.infer<typeof ErasePersonRequest>;

/** Body of `POST /v1/people/restrict`. */
export const RestrictPersonRequest = z.strictObject({
  ...person,
  reason: headerText(200).describe('Why, for the register: who asked, and how.'),
  classes: z
    .array(TrafficClass)
    .min(1)
    .max(3)
    .default(['transactional', 'marketing'])
    .describe(
      'What nothing is sent of while the restriction stands. Codes go, unless they are named: the person asks for each of them.',
    ),
});
export type RestrictPersonRequest = z.infer<typeof RestrictPersonRequest>;

/** Body of `POST /v1/people/requests/{id}/lift`. */
export const LiftRestrictionRequest = z.strictObject({
  reason: headerText(200).describe('Why it is lifted; the person must have been told before (GDPR, article 18(3)).'),
});
export type LiftRestrictionRequest = z.infer<typeof LiftRestrictionRequest>;

/** Body of `POST /v1/people/object`. */
export const ObjectRequest = z.strictObject({
  ...person,
  reason: headerText(200).describe('Why, for the register: who asked, and how.'),
});
export type ObjectRequest = z.infer<typeof ObjectRequest>;

/** How many rows of a table were removed, blanked or hashed. */
export const ErasedTable = z.object({ table: z.string(), rows: z.int() });

/** How many rows of a table stay although they name the person, and why. */
export const UnerasedTable = ErasedTable.extend({ because: z.string() });

/**
 * What an erasure did. `seal` is an HMAC over the canonical JSON (RFC 8785) of all other fields under a key that never leaves the house:
 * `POST /v1/people/certificates/verify` checks it.
 */
export const ErasureCertificate = z.object({
  format: z.literal('signalbox-erasure-certificate/1'),
  /** The entry of the register. */
  request_id: z.string(),
  workspace_id: z.string(),
  environment: Environment,
  channel: Channel,
  /** Keyed hash of the address: with the address given again, and only then, it is known whose certificate this is. */
  person: z.string(),
  asked_at: z.string(),
  ended_at: z.string(),
  /** Messages and codes that were still open and do not go any more. */
  canceled: z.int(),
  erased: z.array(ErasedTable),
  kept: z.array(UnerasedTable),
  /** Messages that were on their way, or whose answer is not known yet: they are kept until they have ended; ask again then. */
  on_their_way: z.int(),
  blocked_classes: z.array(TrafficClass),
  seal: z.string(),
});
export type ErasureCertificate = z.infer<typeof ErasureCertificate>;

/** An erasure: its entry of the register, and the certificate, null while a second person has not approved it. */
export const ErasureAnswer = z.object({ request: PersonRequestView, certificate: ErasureCertificate.nullable() });
export type ErasureAnswer = z.infer<typeof ErasureAnswer>;

/** What the second person says of an erasure that waits. Who approves gives the address again: until then it is kept nowhere. */
export const DecideErasureRequest = z.discriminatedUnion('decision', [
  z.strictObject({ id: z.string().max(60), decision: z.literal('approve'), address: person.address }),
  z.strictObject({ id: z.string().max(60), decision: z.literal('reject') }),
]);
export type DecideErasureRequest = z.infer<typeof DecideErasureRequest>;

/** Body of `POST /v1/people/certificates/verify`. */
export const VerifyCertificateRequest = z.strictObject({
  address: person.address,
  certificate: z.record(z.string(), z.unknown()).describe('The certificate as it was given out.'),
});
export type VerifyCertificateRequest = z.infer<typeof VerifyCertificateRequest>;

/** What a check of a certificate found. */
export const CertificateVerdict = z.object({
  /** It is ours and unchanged, and of this workspace. */
  genuine: z.boolean(),
  /** It is about this address. */
  about_this_address: z.boolean(),
  /** The register has it. */
  recorded: z.boolean(),
});
export type CertificateVerdict = z.infer<typeof CertificateVerdict>;
