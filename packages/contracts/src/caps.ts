import { z } from 'zod';
import { PackConfidence } from './packs.ts';
import { headerText, TemplateKey } from './public-api.ts';
import { Channel, TrafficClass } from './words.ts';

/** A stretch of the calendar after which a cap begins anew; weeks begin on Monday. */
export const CalendarUnit = z.enum(['day', 'week', 'month']);
export type CalendarUnit = z.infer<typeof CalendarUnit>;

/** What happens to a message over a cap: it is dropped, or it waits until it fits again. */
export const OverCap = z.enum(['drop', 'defer']);
export type OverCap = z.infer<typeof OverCap>;

/** Most messages a cap allows in its window, and most caps of an environment. */
export const CAP_LIMIT_MAX = 1000;
export const CAPS_MAX = 50;
const DAY_SECONDS = 86_400;

/** Messages that are told apart: by the template they are written by, or by an entry of their metadata such as a campaign. */
export const CapScope = z.strictObject({
  templates: z.array(TemplateKey).max(50).default([]).describe('Keys of templates; empty is every one.'),
  metadata: z
    .strictObject({ key: headerText(40), value: headerText(500) })
    .nullable()
    .default(null)
    .describe('An entry that the metadata of the message must have, such as a campaign.'),
});
export type CapScope = z.infer<typeof CapScope>;

const EVERYTHING: CapScope = { templates: [], metadata: null };

/** A frequency cap as it is set. At least one of `limit` and `min_gap_seconds` is given. */
export const SaveCap = z.strictObject({
  name: headerText(80),
  enabled: z.boolean().default(true),
  channels: z.array(Channel).min(1).max(10).nullable().default(null).describe('Null is every channel.'),
  classes: z.array(TrafficClass).min(1).max(3).default(['marketing']).describe('What the cap holds for.'),
  also_counts: z
    .array(TrafficClass)
    .max(3)
    .default([])
    .describe('Classes that use the cap up and are never stopped by it, such as `transactional`.'),
  scope: CapScope.default(EVERYTHING).describe('Which messages are counted.'),
  limit: z
    .int()
    .min(1)
    .max(CAP_LIMIT_MAX)
    .nullable()
    .default(null)
    .describe('Most messages to one address in the window.'),
  rolling_seconds: z
    .int()
    .min(60)
    .max(92 * DAY_SECONDS)
    .nullable()
    .default(null)
    .describe('The window is the last so many seconds.'),
  calendar: CalendarUnit.nullable()
    .default(null)
    .describe(
      'The window is a day, a week or a month where the recipient is; in the time zone of the workspace where that is not known.',
    ),
  min_gap_seconds: z
    .int()
    .min(60)
    .max(31 * DAY_SECONDS)
    .nullable()
    .default(null)
    .describe('Least time between two messages to one address.'),
  kept: z
    .int()
    .min(0)
    .max(CAP_LIMIT_MAX)
    .default(0)
    .describe('So many of `limit` are kept for the messages of `kept_for`.'),
  kept_for: CapScope.default(EVERYTHING).describe('The messages that matter more. Needed with `kept`.'),
  over_limit: OverCap.default('drop').describe(
    'A message over the cap is dropped as `suppressed`, or waits as `held` until it fits and is judged afresh then. What would fit only after its validity, and a code, is dropped.',
  ),
});
export type SaveCap = z.infer<typeof SaveCap>;

/** A frequency cap as it is stored. */
export const CapView = z.object({ id: z.string(), ...SaveCap.shape, version: z.int(), updated_at: z.string() });
export type CapView = z.infer<typeof CapView>;

/** A cap that the law of a country sets; no cap of a workspace goes beyond it. */
export const LegalCapView = z.object({
  rule: z.string(),
  country: z.string(),
  channels: z.array(z.string()),
  classes: z.array(TrafficClass),
  limit: z.int(),
  rolling_seconds: z.int(),
  identical: z.boolean().describe('Only messages of the same text count.'),
  confidence: PackConfidence,
  sources: z.array(z.string()),
});
export type LegalCapView = z.infer<typeof LegalCapView>;

/** The caps of an environment, and those of the law beside them. */
export const CapList = z.object({ data: z.array(CapView), legal: z.array(LegalCapView) });
export type CapList = z.infer<typeof CapList>;

/** What a cap would have done with the messages of the last seven days. */
export const CapPreview = z.object({
  from: z.string(),
  to: z.string(),
  counted: z.int().describe('Messages that went and that the cap counts.'),
  people: z.int(),
  over: z.int().describe('Messages that would have been dropped or would have waited.'),
  people_over: z.int(),
  complete: z.boolean().describe('False where so many people are over the cap that only some of them were looked at.'),
});
export type CapPreview = z.infer<typeof CapPreview>;
