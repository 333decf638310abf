import { z } from 'zod';
import { PackChannel, PackConfidence, PackTopic, SourceKind } from './packs.ts';
import { headerText, LanguageTag } from './public-api.ts';
import { RuleResult } from './timeline.ts';
import { Channel, MessageState, TrafficClass } from './words.ts';

const Instant = z.iso.datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2026-11-23T09:00:00Z' });

/** How the hours for marketing by text stand in a country; null in a country where none hold. */
export const MarketingNow = z.object({
  open: z.boolean(),
  /** When they close or next open; null when neither comes within two weeks. */
  until: z.string().nullable(),
  /** The zone that decides, and of how many the country has. */
  time_zone: z.string(),
  time_zones: z.int(),
});
export type MarketingNow = z.infer<typeof MarketingNow>;

/** Body of `POST /v1/compliance/check`: a send of one channel, as far as it is known. */
export const CheckComplianceRequest = z.strictObject({
  to: z.string().min(1).max(320).describe('Number or mail address of the recipient.'),
  channel: Channel.default('sms'),
  class: TrafficClass,
  from: headerText(320).optional().describe('Sender; left out, rules about senders are not asked.'),
  content: z
    .strictObject({
      text: z.string().max(20_000),
      subject: z.string().max(998).optional(),
      locale: LanguageTag.optional().describe('Of a call: the language it is spoken in.'),
    })
    .optional()
    .describe('Left out, rules about the content are not asked.'),
  send_at: Instant.optional().describe('When it would go; left out, now. At most 90 days ahead.'),
});
export type CheckComplianceRequest = z.infer<typeof CheckComplianceRequest>;

/** One reading of a rule, with who reads it so. */
export const ReadingView = z.object({
  id: z.string(),
  text: z.string(),
  sources: z.array(z.object({ name: z.string(), kind: SourceKind, title: z.string() })),
  /** Whether policy acts on it; what it does not is told, and left to people. */
  acts: z.boolean(),
  /** Whether public holidays are closed too: their dates are the workspace's to give, as `closed_dates` of the country. */
  holidays: z.boolean(),
});
export type ReadingView = z.infer<typeof ReadingView>;

/** What a workspace says of a rule. */
export const RuleAnswerView = z.object({
  /** A reading of the rule, or `none`: it does not hold. Null leaves it to the pack. */
  reading: z.string().nullable(),
  /** Phrases that the words of the rule let pass. */
  exceptions: z.array(z.string()),
  note: z.string(),
  version: z.int(),
  updated_at: z.string(),
});
export type RuleAnswerView = z.infer<typeof RuleAnswerView>;

/** A list of words that a rule bans. */
export const WordListView = z.object({
  id: z.string(),
  language: z.string(),
  version: z.int(),
  words: z.array(z.string()),
  exceptions: z.array(z.object({ phrase: z.string(), because: z.string(), reviewed_at: z.string() })),
});
export type WordListView = z.infer<typeof WordListView>;

/** A rule of a country as it is shown: all its readings side by side, and which of them counts. */
export const LegalRuleView = z.object({
  id: z.string(),
  topic: PackTopic,
  channels: z.array(PackChannel),
  classes: z.array(TrafficClass),
  /** Days it came into force and ends; null where no source tells. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  confidence: PackConfidence,
  readings: z.array(ReadingView),
  /** The reading that counts, or `none`. */
  in_use: z.string(),
  /** Whether a workspace may choose: all that is not confirmed. */
  answerable: z.boolean(),
  answer: RuleAnswerView.nullable(),
  lists: z.array(WordListView),
});
export type LegalRuleView = z.infer<typeof LegalRuleView>;

/** The answer to "may I send this, to this number, now?". */
export const ComplianceAnswer = z.object({
  country: z.string().nullable(),
  channel: Channel,
  class: TrafficClass,
  /** When it would go. */
  at: z.string(),
  allowed: z.boolean(),
  /** The state it would be in: `queued` when it may go, `held`, `suppressed`, or `expired`. */
  state: MessageState,
  reason: z.object({ code: z.string(), text: z.string() }).nullable(),
  /** From when what would be held may go. */
  eligible_again_at: z.string().nullable(),
  /** The rule that decides, with its evidence; null when nothing stands against it. */
  decided_by: RuleResult.nullable(),
  /** What every rule of policy says that was asked. */
  rules: z.array(RuleResult),
  /** The rules of the country in force for such a message; empty where there is no pack. */
  law: z.array(LegalRuleView),
});
export type ComplianceAnswer = z.infer<typeof ComplianceAnswer>;

/** The pack of a country in a list. */
export const PackSummary = z.object({
  country: z.string(),
  version: z.int(),
  checked_at: z.string(),
  rules: z.int(),
  /** Rules that are not confirmed, and those of them that the workspace has answered. */
  unsettled: z.int(),
  answered: z.int(),
  marketing_now: MarketingNow.nullable(),
});
export type PackSummary = z.infer<typeof PackSummary>;

/** All packs, by country. */
export const PackList = z.object({ data: z.array(PackSummary) });
export type PackList = z.infer<typeof PackList>;

/** The pack of a country: its rules, and the cases that show what they come to. */
export const PackView = PackSummary.omit({ rules: true }).extend({
  rules: z.array(LegalRuleView),
  cases: z.array(
    z.object({
      name: z.string(),
      at: z.string(),
      class: TrafficClass,
      sender: z.string().nullable(),
      text: z.string().nullable(),
      outcome: z.enum(['allowed', 'held', 'stopped']),
      rule: z.string().nullable(),
      until: z.string().nullable(),
    }),
  ),
});
export type PackView = z.infer<typeof PackView>;

/** Body of `PUT /v1/compliance/answers/{rule}`: how the workspace reads a rule, in place of what it said before. */
export const AnswerRuleRequest = z.strictObject({
  reading: z
    .string()
    .min(1)
    .max(60)
    .nullable()
    .default(null)
    .describe('A reading of the rule, or `none`: it does not hold. Null leaves it to the pack.'),
  exceptions: z
    .array(headerText(120))
    .max(100)
    .default([])
    .describe('Phrases that were found harmless, though a banned word stands in them; of a rule with lists of words.'),
  note: headerText(500).describe('Why: who found it so, and on what ground. Kept in the audit log.'),
  version: z
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .describe('Version of the answer that was read: the change is refused when somebody else made one since.'),
});
export type AnswerRuleRequest = z.infer<typeof AnswerRuleRequest>;
