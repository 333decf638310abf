import { z } from 'zod';
import { SenderStatus } from './senders.ts';
import { TrafficClass } from './words.ts';

/** The channels that laws speak of; those that are not built yet are shown and judge nothing. */
export const PackChannel = z.enum(['sms', 'voice', 'email', 'push']);
export type PackChannel = z.infer<typeof PackChannel>;

/**
 * How sure a rule is. `confirmed`: read in the law, or at the authority or register that keeps it. `reported`: providers, associations,
 * law firms or the press say so. `disputed`: sources disagree. `unverified`: commonly known of the law, which was not read.
 */
export const PackConfidence = z.enum(['confirmed', 'reported', 'disputed', 'unverified']);
export type PackConfidence = z.infer<typeof PackConfidence>;

/** What a rule is about. */
export const PackTopic = z.enum([
  'hours',
  'cap',
  'consent',
  'sender',
  'wording',
  'opt_out',
  'links',
  'phones',
  'content',
  'origin',
  'technique',
]);
export type PackTopic = z.infer<typeof PackTopic>;

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 09:00');
const tag = z.string().regex(/^[A-Za-z0-9-]+$/, 'must be the short name of a source');

/** A weekly span in local time; days as ISO 8601 counts them, Monday is 1. */
export const LegalSpan = z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: clock,
  to: z.union([clock, z.literal('24:00')]),
});
export type LegalSpan = z.infer<typeof LegalSpan>;

/** Hours in which the class is allowed. Several may hold at once: all of them must be open. */
const HoursEffect = z.strictObject({
  kind: z.literal('hours'),
  spans: z.array(LegalSpan).min(1),
  /** Zones of a state with a law of its own; left out, it holds in all of the country. */
  zones: z.array(z.string()).min(1).optional(),
  /** Public holidays are closed too: their dates are the workspace's to give, as closed dates of the country. */
  holidays: z.boolean().default(false),
});

/** A form of words: `#` stands for a digit, `*` for two to eight characters that are not blank; letters of either case are equal. */
const WordForm = z.string().min(1).max(60);

/** What policy does for a rule. A rule without an effect is told and judges nothing. */
export const PackEffect = z.discriminatedUnion('kind', [
  HoursEffect,
  z.strictObject({
    kind: z.literal('cap'),
    limit: z.int().min(1).max(100),
    windowSeconds: z.int().min(3600).max(2_678_400),
    /** Only messages of the same text count. */
    identical: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('sender'), refused: z.array(z.enum(['alphanumeric', 'numeric'])).min(1) }),
  z.strictObject({
    kind: z.literal('registration'),
    kinds: z
      .array(z.enum(['alphanumeric', 'numeric']))
      .min(1)
      .default(['alphanumeric']),
    /** What becomes of a sender that is not registered; with a label it arrives under that. */
    unregistered: z.enum(['blocked', 'labelled', 'replaced']).default('blocked'),
    label: z.string().min(1).max(20).optional(),
    /** Each operator registers for itself. */
    perNetwork: z.boolean().default(false),
    /** A sender that is not used for so many days is dropped. */
    idleDays: z.int().min(1).max(730).optional(),
  }),
  /** The network puts a number of its own in place of the sender. */
  z.strictObject({ kind: z.literal('replaced'), by: z.enum(['short_code', 'number']) }),
  /** Operators add it at the end of the text; an `x` stands for a character that is not known beforehand. */
  z.strictObject({ kind: z.literal('tail'), text: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal('affix'), at: z.enum(['start', 'end']), text: z.string().min(1).max(11) }),
  z.strictObject({
    kind: z.literal('wording'),
    at: z.enum(['start', 'end', 'anywhere']),
    anyOf: z.array(WordForm).min(1),
  }),
  z.strictObject({ kind: z.literal('links'), policy: z.enum(['no_shortener', 'forbidden']) }),
  z.strictObject({ kind: z.literal('phones') }),
  z.strictObject({ kind: z.literal('words'), lists: z.array(z.string()).min(1) }),
]);
export type PackEffect = z.infer<typeof PackEffect>;
export type PackEffectOf<Kind extends PackEffect['kind']> = Extract<PackEffect, { kind: Kind }>;

/** One way to read a rule, with who reads it so. */
export const PackReading = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  /** One English sentence. */
  text: z.string().min(1),
  sources: z.array(tag).min(1),
  effects: z.array(PackEffect),
});
export type PackReading = z.infer<typeof PackReading>;

/** A dated rule. Its first reading holds until a workspace says otherwise, which it may do of everything that is not confirmed. */
export const PackRule = z.strictObject({
  /** Country and name, such as `VN.hours`. */
  id: z.string().regex(/^[A-Z]{2}\.[a-z][a-z0-9_]*$/),
  topic: PackTopic,
  channels: z.array(PackChannel).min(1),
  classes: z.array(TrafficClass).min(1),
  /** Days it came into force and ends; null when no source tells. The last day is excluded. */
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
  confidence: PackConfidence,
  readings: z.array(PackReading).min(1),
});
export type PackRule = z.infer<typeof PackRule>;

/** A case of a pack: what is asked, and what must come out. The cases run as tests. */
export const PackCase = z.strictObject({
  name: z.string().min(1),
  at: z.iso.datetime(),
  class: TrafficClass,
  sender: z.string().optional(),
  /** How the sender stands on a registry that is kept for the country; left out, none is kept. */
  standing: z.enum([...SenderStatus.options, 'missing']).optional(),
  text: z.string().optional(),
  /** Readings a workspace has chosen, by rule; `none` is that a rule does not hold. */
  answers: z.record(z.string(), z.string()).optional(),
  outcome: z.enum(['allowed', 'held', 'stopped']),
  /** The rule that decides; left out where nothing does. */
  rule: z.string().optional(),
  /** Of what is held: from when it may go. */
  until: z.iso.datetime().optional(),
});
export type PackCase = z.infer<typeof PackCase>;

/** What is known of the rules of one country. The version is raised with every change of what it says. */
export const CountryPack = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  version: z.int().min(1),
  /** When what it says was last compared with its sources. */
  checkedAt: z.iso.date(),
  rules: z.array(PackRule).min(1),
  cases: z.array(PackCase).min(1),
});
export type CountryPack = z.infer<typeof CountryPack>;

/** Who stands behind a source; `own` is a choice of ours where nobody settles the matter. */
export const SourceKind = z.enum([
  'law',
  'authority',
  'register',
  'association',
  'law_firm',
  'provider',
  'press',
  'common',
  'own',
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** Says that a rule does not hold, where it stands in place of a reading. */
export const NO_READING = 'none';

/** What stands behind a decision by law: kept with the evidence, so that it can be told when the pack has moved on. */
export interface LegalBasis {
  confidence: PackConfidence;
  /** Short names of the sources of the reading that counted. */
  sources: readonly string[];
}
