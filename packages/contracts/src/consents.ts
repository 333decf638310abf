import { z } from 'zod';
import { headerText, isStorable, LanguageTag, Slug } from './public-api.ts';
import { Channel, Environment } from './words.ts';

const Instant = z.iso.datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2026-11-23T09:00:00Z' });

/** ISO 3166-1 alpha-2. */
const Country = z.string().regex(/^[A-Z]{2}$/, 'must be a country of two capital letters such as MX');

/** The text a person was shown, and which version of it that was. */
export const Wording = z.strictObject({
  text: z.string().min(1).max(4000).refine(isStorable, { error: 'must be well-formed Unicode without NUL characters' }),
  version: headerText(60),
});
export type Wording = z.infer<typeof Wording>;

/** How it is known that the person said so. */
export const ConsentProof = z.strictObject({
  ip: headerText(45).optional().describe('The network address the person used.'),
  user_agent: headerText(400).optional(),
  form: headerText(200).optional().describe('The form, page or keyword.'),
  reference: headerText(400).optional().describe('What you find it by in your own files: a recording, a paper, a row.'),
});
export type ConsentProof = z.infer<typeof ConsentProof>;

/** Body of `POST /v1/consents`: one entry of the consent ledger. */
export const RecordConsentRequest = z.strictObject({
  address: z.string().min(1).max(320),
  channel: Channel,
  state: z.enum(['granted', 'withdrawn']),
  source: headerText(200),
  at: Instant.optional().describe(
    'When the person said so; now when left out. The same event of the same instant, sent twice, is one entry.',
  ),
  purpose: Slug.default('marketing').describe('Messages of the class marketing need a consent for `marketing`.'),
  topic: Slug.optional().describe('What within the purpose; left out it is all of it.'),
  locale: LanguageTag.optional(),
  wording: Wording.optional(),
  jurisdiction: Country.optional().describe('The country whose law it was given under.'),
  proof: ConsentProof.optional(),
});
export type RecordConsentRequest = z.infer<typeof RecordConsentRequest>;

/** An entry of the consent ledger. */
export const ConsentView = z.object({
  id: z.string(),
  address: z.string(),
  channel: Channel,
  environment: Environment,
  state: z.enum(['granted', 'withdrawn']),
  source: z.string(),
  at: z.string(),
  recorded_at: z.string(),
  purpose: z.string(),
  topic: z.string().nullable(),
  list_id: z.string().nullable(),
  locale: z.string().nullable(),
  /** Null when none was recorded. */
  wording: z.object({ text: z.string(), version: z.string().nullable(), sha256: z.string() }).nullable(),
  jurisdiction: z.string().nullable(),
  proof: z.record(z.string(), z.unknown()).nullable(),
  seq: z.int(),
  hash: z.string(),
});
export type ConsentView = z.infer<typeof ConsentView>;

/** What was allowed at an instant, by what had been recorded until then. */
export const ConsentAsOfQuery = z.strictObject({
  address: z.string().min(1).max(320),
  channel: Channel.optional(),
  at: Instant.optional().describe('Now when left out.'),
  purpose: Slug.default('marketing'),
  topic: Slug.optional().describe('Left out, any topic will do, as it does for a message without one.'),
});
export type ConsentAsOfQuery = z.infer<typeof ConsentAsOfQuery>;

/** The answer of the function that sending asks. `decided_by` is the entry that decides; null when there was none. */
export const ConsentAsOf = z.object({
  address: z.string(),
  channel: Channel,
  purpose: z.string(),
  topic: z.string().nullable(),
  at: z.string(),
  allowed: z.boolean(),
  decided_by: ConsentView.nullable(),
});
export type ConsentAsOf = z.infer<typeof ConsentAsOf>;

const Head = z.object({ seq: z.int(), hash: z.string() });

/**
 * What a check of the whole ledger found. `broken` names the first entry at fault: `changed` does not fit its hash, `missing` is not there,
 * `moved` fits itself but does not follow the one before, `person` has an address or proof that is not the one recorded, `wording` a text.
 */
export const ConsentVerdict = z.object({
  intact: z.boolean(),
  entries: z.int(),
  /** How many of them belong to people who were erased: their place is checked, what they said of the person is gone. */
  erased: z.int(),
  head: Head.nullable(),
  broken: z
    .object({
      seq: z.int(),
      id: z.string().nullable(),
      how: z.enum(['changed', 'missing', 'moved', 'person', 'wording']),
    })
    .nullable(),
  checked_at: z.string(),
});
export type ConsentVerdict = z.infer<typeof ConsentVerdict>;

/** How the hashes of the ledger are computed, for whoever checks a proof without us. */
export const CONSENT_RULE =
  'hash = SHA-256 in hex of prev_hash + "\\n" + seq + "\\n" + digest; digest = SHA-256 of the canonical JSON (RFC 8785) of entry; entry.person = SHA-256 of salt + "\\n" + the canonical JSON of {address, proof}; entry.wording = SHA-256 of the wording; the first prev_hash is 64 zeros.';

/** What a hash of the ledger stands over. */
export const ConsentEntry = z.object({
  at: z.string(),
  channel: Channel,
  environment: Environment,
  id: z.string(),
  jurisdiction: z.string().nullable(),
  list: z.string().nullable(),
  locale: z.string().nullable(),
  person: z.string(),
  purpose: z.string(),
  recorded_at: z.string(),
  source: z.string(),
  state: z.enum(['granted', 'withdrawn']),
  topic: z.string().nullable(),
  wording: z.string().nullable(),
  wording_version: z.string().nullable(),
  workspace: z.string(),
});
export type ConsentEntry = z.infer<typeof ConsentEntry>;

/** Everything it takes to check one entry without us: `node verify-proof.mjs proof.json`. */
export const ConsentProofBundle = z.object({
  format: z.literal('signalbox-consent-proof/1'),
  made_at: z.string(),
  rule: z.string(),
  /** What it says, in plain sentences. */
  page: z.array(z.string()),
  entry: ConsentEntry,
  /** Null once the person is erased. */
  person: z.object({ address: z.string(), proof: z.string().nullable(), salt: z.string() }).nullable(),
  wording: z.string().nullable(),
  chain: z.object({
    seq: z.int(),
    prev_hash: z.string(),
    hash: z.string(),
    /** The entries behind it, each by its digest, until the end of the chain or the first 5,000. */
    after: z.array(z.object({ seq: z.int(), digest: z.string(), hash: z.string() })),
    head: Head,
    reaches_head: z.boolean(),
  }),
  /** The same as a consent receipt of ISO/IEC TS 27560 names its fields. */
  receipt: z.record(z.string(), z.unknown()),
});
export type ConsentProofBundle = z.infer<typeof ConsentProofBundle>;
