import { z } from 'zod';
import { ConsentProof } from './consents.ts';
import { Clock, TimeZone } from './countries.ts';
import { headerText } from './public-api.ts';
import { Channel } from './words.ts';

/** The purpose of the entries of the ledger in which people say when they want no marketing. No slug: nobody can record it as a consent. */
export const HOURS_PURPOSE = 'marketing.hours';

/** A weekly span without marketing, by the clock of the person; days as ISO 8601 counts them, Monday is 1. */
export const QuietSpan = z.strictObject({
  days: z
    .array(z.int().min(1).max(7))
    .min(1)
    .max(7)
    .refine((days) => new Set(days).size === days.length, { error: 'must not name anything twice' })
    .describe('The days it begins on: ISO 8601, Monday is 1.'),
  from: Clock,
  to: z
    .union([Clock, z.literal('24:00')])
    .describe('When it ends; a time that is not after `from` is that of the next day.'),
});
export type QuietSpan = z.infer<typeof QuietSpan>;

/** The hours in which a person wants no marketing. */
export const QuietWish = z.object({ quiet: z.array(QuietSpan).max(20), time_zone: TimeZone });
export type QuietWish = z.infer<typeof QuietWish>;

/** Body of `PUT /v1/consents/hours`: the whole of what a person wishes for a channel. */
export const SetPersonHoursRequest = z.strictObject({
  address: z.string().min(1).max(320),
  channel: Channel,
  quiet: QuietWish.shape.quiet.describe(
    'When the person wants no marketing. It must leave some of the week; an empty list takes the wish back.',
  ),
  time_zone: TimeZone.describe('The zone of the person, whose clock counts: a name of the IANA database.'),
  source: headerText(200).describe('How the wish came to you.'),
  proof: ConsentProof.optional(),
});
export type SetPersonHoursRequest = z.infer<typeof SetPersonHoursRequest>;

/** Whose hours to read. */
export const PersonHoursQuery = z.strictObject({
  address: z.string().min(1).max(320),
  channel: Channel.optional(),
});
export type PersonHoursQuery = z.infer<typeof PersonHoursQuery>;

/** When a person wants no marketing; without a wish the list is empty and the rest is null. */
export const PersonHours = z.object({
  address: z.string(),
  channel: Channel,
  quiet: z.array(QuietSpan),
  time_zone: z.string().nullable(),
  since: z.string().nullable(),
  consent_id: z.string().nullable().describe('The entry of the consent ledger that says so.'),
});
export type PersonHours = z.infer<typeof PersonHours>;
