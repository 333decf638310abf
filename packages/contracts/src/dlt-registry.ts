import { z } from 'zod';
import {
  DltCtaType,
  DltId,
  DltKind,
  DltMark,
  DltMatching,
  DltPart,
  DltStatus,
  DltTag,
  STRICT_MATCHING,
} from './dlt.ts';
import { headerText } from './public-api.ts';
import { TrafficClass } from './words.ts';

/** The kinds of registration on India's ledgers. */
export const DltEntryKind = z.enum([
  'entities',
  'headers',
  'templates',
  'calls_to_action',
  'consent_templates',
  'chains',
]);
export type DltEntryKind = z.infer<typeof DltEntryKind>;

/** Most entries in one call; a file is brought in by several transactions of as many. */
export const DLT_ENTRIES_MAX = 1000;

const Day = z.iso
  .date('must be a date such as 2027-01-31')
  .refine((day) => day >= '2000-01-01' && day < '2100-01-01', 'must be a day from 2000 to 2099');
const text = z.string().min(1).max(2000);
const standing = {
  status: DltStatus.default('active').describe('How it stands at the operator.'),
  expires_on: Day.nullable().default(null).describe('The last day on which it counts, by the calendar of India.'),
};
const entity_id = DltId.describe('Id of the principal entity on the ledgers.');

/** A principal entity: the brand as the ledgers know it. */
export const DltEntity = z.strictObject({
  entity_id,
  name: headerText(200),
  ...standing,
  matching: DltMatching.default(STRICT_MATCHING).describe(
    'How operators compare its texts with its templates; strict unless said.',
  ),
});
export type DltEntity = z.infer<typeof DltEntity>;

const Header = z
  .string()
  .regex(
    /^[A-Za-z0-9]{3,6}$/,
    'write the bare header, 3 to 6 letters or digits, without what the operator adds (VM-…, …-S)',
  );

/** A header: what stands as the sender. */
export const DltHeader = z.strictObject({
  entity_id,
  header: Header.describe(
    'The bare header: the operator puts its letters before it and -P, -S, -T or -G behind. Case counts.',
  ),
  ...standing,
});
export type DltHeader = z.infer<typeof DltHeader>;

/** A content template, as registered. */
export const DltTemplateEntry = z.strictObject({
  entity_id,
  template_id: DltId.describe('Id of the content template on the ledgers.'),
  name: headerText(200),
  kind: DltKind,
  headers: z.array(Header).min(1).max(100).describe('The headers it is linked to.'),
  text: text.describe('The text as registered, placeholders such as {#numeric#} included.'),
  tags: z
    .array(DltTag)
    .max(100)
    .nullable()
    .default(null)
    .describe(
      'Tags of the placeholders in order, for portals that hold them beside the text; null when they stand in it.',
    ),
  consent_template_id: DltId.nullable()
    .default(null)
    .describe('The consent template of promotional and service explicit ones.'),
  ...standing,
});
export type DltTemplateEntry = z.infer<typeof DltTemplateEntry>;

/** A call to action that texts of an entity may carry. */
export const DltCta = z.strictObject({
  entity_id,
  type: DltCtaType,
  value: z.string().trim().min(3).max(500).describe('The link, number or address, as registered.'),
  ...standing,
});
export type DltCta = z.infer<typeof DltCta>;

/** The wording by which consents are acquired on the operators' platform. */
export const DltConsentTemplate = z.strictObject({
  entity_id,
  template_id: DltId,
  name: headerText(200),
  text,
  ...standing,
});
export type DltConsentTemplate = z.infer<typeof DltConsentTemplate>;

/** The telemarketers between an entity and the operators, on the way of one provider. */
export const DltChain = z.strictObject({
  entity_id,
  provider_id: z.string().max(60).describe('The provider that delivers by this chain.'),
  telemarketer_ids: z
    .array(DltId)
    .min(1)
    .max(10)
    .describe('Ids of the telemarketers in order, the delivering one last.'),
  ...standing,
});
export type DltChain = z.infer<typeof DltChain>;

/** The schema of an entry, by its kind. */
export const DLT_ENTRIES = {
  entities: DltEntity,
  headers: DltHeader,
  templates: DltTemplateEntry,
  calls_to_action: DltCta,
  consent_templates: DltConsentTemplate,
  chains: DltChain,
} as const;

/** An entry of a kind, with every default in place. */
export type DltEntryOf<Kind extends DltEntryKind> = z.infer<(typeof DLT_ENTRIES)[Kind]>;

const kept = {
  id: z.string(),
  /** Whether it counts today: active and not past its last day. */
  usable: z.boolean(),
  version: z.int(),
  updated_at: z.string(),
};

/** An entry as it is on file. `issues` are what may be wrong with a template; `hash` is that of a chain; `shown` a header as phones show it. */
export const DltEntryView = z.object({
  kind: DltEntryKind,
  ...kept,
  entity_id: z.string(),
  name: z.string(),
  status: DltStatus,
  expires_on: z.string().nullable(),
  matching: DltMatching.nullable(),
  header: z.string().nullable(),
  template_id: z.string().nullable(),
  template_kind: DltKind.nullable(),
  headers: z.array(z.string()),
  text: z.string().nullable(),
  tags: z.array(DltTag).nullable(),
  consent_template_id: z.string().nullable(),
  type: DltCtaType.nullable(),
  value: z.string().nullable(),
  provider_id: z.string().nullable(),
  telemarketer_ids: z.array(z.string()),
  hash: z.string().nullable(),
  issues: z.array(z.string()),
});
export type DltEntryView = z.infer<typeof DltEntryView>;

/** A page of entries of one kind. */
export const DltEntryPage = z.object({ data: z.array(DltEntryView), next_cursor: z.string().nullable() });
export type DltEntryPage = z.infer<typeof DltEntryPage>;

/** What a store of entries did. */
export const DltStored = z.object({ added: z.int(), changed: z.int(), unchanged: z.int() });
export type DltStored = z.infer<typeof DltStored>;

/** Body of `POST /v1/dlt/imports`: a file as an operator's portal gives it. */
export const DltImportRequest = z.strictObject({
  kind: DltEntryKind,
  entity_id: DltId.describe('The entity whose file it is; it must be on file.'),
  csv: z.string().min(1).max(3_500_000).describe('The text of the file, with its line of column names.'),
  dry_run: z.boolean().default(true).describe('Read and judge only, store nothing.'),
  skip_faulty: z
    .boolean()
    .default(false)
    .describe('Store the rows that are right although others are not; else a file with a faulty row stores nothing.'),
});
export type DltImportRequest = z.infer<typeof DltImportRequest>;

/** What is wrong with one row of a file. */
export const DltImportFault = z.object({
  /** Line of the file, counted from 1. */
  line: z.int(),
  column: z.string(),
  message: z.string(),
});
export type DltImportFault = z.infer<typeof DltImportFault>;

/** What a file holds, and what came of it. */
export const DltImportResult = z.object({
  rows: z.int(),
  right: z.int(),
  /** Which column of the file was taken for which field. */
  columns: z.array(z.object({ column: z.string(), field: z.string().nullable() })),
  stored: DltStored.nullable(),
  faults: z.array(DltImportFault),
  /** How many faults there are; `faults` shows the first ones. */
  fault_count: z.int(),
  /** The faulty rows as a file, with a column that says what is wrong; null when there is none. */
  error_csv: z.string().nullable(),
  /** The first rows as they are read. */
  sample: z.array(z.record(z.string(), z.unknown())),
});
export type DltImportResult = z.infer<typeof DltImportResult>;

/** Body of `POST /v1/dlt/check`: would this text pass? */
export const DltCheckRequest = z.strictObject({
  text: z.string().min(1).max(2000),
  from: headerText(15).nullable().default(null).describe('The header; null takes that of the template.'),
  class: TrafficClass.default('transactional'),
  template_id: DltId.nullable()
    .default(null)
    .describe('Compare with this template; null finds those most like the text.'),
});
export type DltCheckRequest = z.infer<typeof DltCheckRequest>;

/** A template laid against the text. */
export const DltCandidate = z.object({
  template_id: z.string(),
  name: z.string(),
  template_kind: DltKind,
  headers: z.array(z.string()),
  usable: z.boolean(),
  template: z.string(),
  matches: z.boolean(),
  /** Share of the fixed text that the text has, 0 to 1. */
  score: z.number(),
  marks: z.array(DltMark),
  parts: z.array(DltPart),
  /** Placeholders, counted from 1, that hold more than some operators take. */
  long_values: z.array(z.int()),
});
export type DltCandidate = z.infer<typeof DltCandidate>;

/** What an operator would say of a text, and the templates most like it, the best first. */
export const DltCheckResult = z.object({
  passes: z.boolean(),
  /** The ids that would travel with it. */
  entity_id: z.string().nullable(),
  header: z.string().nullable(),
  template_id: z.string().nullable(),
  /** How phones would show the sender. */
  shown_as: z.string().nullable(),
  problem: z
    .object({
      code: z.string(),
      operator_code: z.string(),
      reason: z.string(),
      cure: z.string(),
      mark: DltMark.nullable(),
    })
    .nullable(),
  candidates: z.array(DltCandidate),
});
export type DltCheckResult = z.infer<typeof DltCheckResult>;

/** Query of `GET /v1/dlt/entries`. */
export const DltListInput = z.strictObject({
  kind: DltEntryKind.default('templates').describe('Which kind of registration.'),
  search: z.string().trim().max(100).default('').describe('Text to be found in id, name, header, link or text.'),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Console: as the public calls; both environments share the ledgers. */
export const DltSaveInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entities'), entry: DltEntity }),
  z.strictObject({ kind: z.literal('headers'), entry: DltHeader }),
  z.strictObject({ kind: z.literal('templates'), entry: DltTemplateEntry }),
  z.strictObject({ kind: z.literal('calls_to_action'), entry: DltCta }),
  z.strictObject({ kind: z.literal('consent_templates'), entry: DltConsentTemplate }),
  z.strictObject({ kind: z.literal('chains'), entry: DltChain }),
]);
export type DltSaveInput = z.infer<typeof DltSaveInput>;
export const DltRemoveInput = z.strictObject({ id: z.string().max(60) });
export const DltExpiringInput = z.strictObject({ within_days: z.coerce.number().int().min(0).max(730).default(30) });

/** What soon counts no more, the soonest first. */
export const DltExpiring = z.object({
  data: z.array(
    z.object({ kind: DltEntryKind, id: z.string(), name: z.string(), expires_on: z.string(), days_left: z.int() }),
  ),
});
export type DltExpiring = z.infer<typeof DltExpiring>;
