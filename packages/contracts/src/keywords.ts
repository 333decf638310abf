import { z } from 'zod';
import { headerText, isStorable, LanguageTag } from './public-api.ts';
import { Environment } from './words.ts';

/** What a word of a person asks for: no more messages, all of them again, how it works, or to be on a list. */
export const KeywordKind = z.enum(['stop', 'start', 'help', 'join']);
export type KeywordKind = z.infer<typeof KeywordKind>;

/** How far a stop reaches: marketing, or all but the codes a person asks for. */
export const StopScope = z.enum(['marketing', 'all']);
export type StopScope = z.infer<typeof StopScope>;

/**
 * What was done with a text of a person: `stopped` and `started` changed what may be sent, `joined` put the person on a list or asked to confirm it,
 * `helped` answered, `unchanged` asked for what held already, `unsure` may be a stop and waits for somebody to look, `read` is no keyword.
 */
export const InboundOutcome = z.enum(['stopped', 'started', 'joined', 'helped', 'unchanged', 'unsure', 'read']);
export type InboundOutcome = z.infer<typeof InboundOutcome>;

/** The events of texts that people send. */
export const InboundEventType = z.enum(['inbound.received']);
export type InboundEventType = z.infer<typeof InboundEventType>;

/** The texts that answer a keyword. */
export const KeywordReplyKind = z.enum(['stop', 'stop_all', 'start', 'help']);
export type KeywordReplyKind = z.infer<typeof KeywordReplyKind>;

/** Most keywords of an environment. */
export const KEYWORDS_MAX = 200;

/** A number or short code people write to. */
const WrittenTo = z
  .string()
  .trim()
  .regex(/^\+?\d{3,15}$/, 'must be a number such as +15550100 or a short code such as 12345');

/** A keyword of the workspace. */
export const SaveKeyword = z.strictObject({
  word: headerText(40),
  number: WrittenTo.nullable().default(null).describe('Only where people write to this number; null is every number.'),
  kind: KeywordKind,
  list_id: z.string().max(60).nullable().default(null).describe('The list that `join` puts people on.'),
});
export type SaveKeyword = z.infer<typeof SaveKeyword>;

/** An answer of the workspace's own to a keyword, in one language. */
export const SaveKeywordReply = z.strictObject({
  kind: KeywordReplyKind,
  locale: LanguageTag,
  text: z
    .string()
    .trim()
    .max(459, 'takes up to 459 characters: three parts of a text')
    .refine(isStorable, { error: 'must be well-formed Unicode without NUL characters' })
    .describe('Empty goes back to the text of the house. `{sender}` is the name of the workspace.'),
});
export type SaveKeywordReply = z.infer<typeof SaveKeywordReply>;

/** A keyword that everybody has. */
export const BuiltInKeyword = z.object({
  word: z.string(),
  kind: KeywordKind.exclude(['join']),
  scope: StopScope.nullable(),
  language: z.string(),
  countries: z.array(z.string()).nullable().describe('Where it counts, by ISO 3166-1 alpha-2; null is everywhere.'),
  source: z.string(),
  since: z.string().nullable().describe('Since when the law says so.'),
});
export type BuiltInKeyword = z.infer<typeof BuiltInKeyword>;

/** A keyword of the workspace. */
export const OwnKeyword = z.object({
  id: z.string(),
  word: z.string(),
  number: z.string().nullable(),
  kind: KeywordKind,
  list: z.object({ id: z.string(), name: z.string(), opt_in: z.enum(['single', 'double']) }).nullable(),
});
export type OwnKeyword = z.infer<typeof OwnKeyword>;

/** What answers a keyword in one language: the workspace's own text or that of the house. */
export const KeywordReply = z.object({
  kind: KeywordReplyKind,
  locale: z.string(),
  text: z.string(),
  is_own: z.boolean(),
});
export type KeywordReply = z.infer<typeof KeywordReply>;

/** The words that count for everybody, those of an environment, and what answers them. */
export const KeywordsView = z.object({
  as_of: z.string(),
  built_in: z.array(BuiltInKeyword),
  own: z.array(OwnKeyword),
  replies: z.array(KeywordReply),
});
export type KeywordsView = z.infer<typeof KeywordsView>;

/** A text a person sent. */
export const InboundView = z.object({
  id: z.string(),
  environment: Environment,
  from: z.string(),
  to: z.string(),
  text: z.string(),
  parts: z.int(),
  country: z.string().nullable(),
  provider_id: z.string().nullable(),
  received_at: z.string(),
  /** Null until it is read, a moment after it came. */
  outcome: InboundOutcome.nullable(),
  keyword: z.string().nullable(),
  scope: StopScope.nullable(),
  /** The message that answered it. */
  reply_id: z.string().nullable(),
});
export type InboundView = z.infer<typeof InboundView>;

/** Which texts of people to show. */
export const ListInboundQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional(),
  from: z.string().min(1).max(40).optional().describe('The number that wrote.'),
});
export type ListInboundQuery = z.infer<typeof ListInboundQuery>;

/** One page of texts of people, newest first. */
export const InboundPage = z.object({ data: z.array(InboundView), next_cursor: z.string().nullable() });
export type InboundPage = z.infer<typeof InboundPage>;
