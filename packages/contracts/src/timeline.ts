import { z } from 'zod';

/** The kinds of step a message can go through, in the words of the timeline. */
export const TimelineKind = z.enum([
  'accept',
  'normalise',
  'schedule',
  'geo',
  'suppression',
  'consent',
  'limits',
  'validity',
  'content',
  'route.candidates',
  'route.pick',
  'attempt.start',
  'attempt.answer',
  'attempt.unknown',
  'failover',
  'receipt',
  'next_channel',
  'cancel',
  'final',
  'correction',
]);
export type TimelineKind = z.infer<typeof TimelineKind>;

/** One candidate of a routing decision: why it may or may not carry the message, and how likely it was. */
export const CandidateView = z.object({
  route_id: z.string(),
  route_name: z.string(),
  provider_name: z.string(),
  tier: z.int(),
  weight: z.int(),
  probability: z.number(),
  price_micros: z.int(),
  currency: z.string(),
  connection: z.string(),
  /** Code of the rule that excluded it, or null. */
  excluded: z.string().nullable(),
  excluded_text: z.string().nullable(),
  chosen: z.boolean(),
});
export type CandidateView = z.infer<typeof CandidateView>;

/** The decision a message would meet now, explained: every route that is weighed, and why nothing can be chosen, or null. */
export const RoutingDecision = z.object({
  country: z.string().nullable(),
  candidates: z.array(CandidateView),
  blocked: z.string().nullable(),
});
export type RoutingDecision = z.infer<typeof RoutingDecision>;

/** One step of a message's life. `facts` holds the evidence as plain values; `text` is one English sentence. */
export const TimelineEntry = z.object({
  seq: z.int(),
  at: z.string(),
  kind: TimelineKind,
  actor: z.enum(['api', 'console', 'policy', 'router', 'worker', 'provider', 'sweeper']),
  result: z.enum(['pass', 'fail', 'info', 'wait', 'unknown']),
  code: z.string().nullable(),
  text: z.string(),
  state: z.string().nullable(),
  facts: z.record(z.string(), z.unknown()),
  candidates: z.array(CandidateView).optional(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** Answer of the timeline call. `replayed` tells whether each stored decision, computed again now, gave the same choice. */
export const Timeline = z.object({ data: z.array(TimelineEntry), replayed: z.boolean() });
export type Timeline = z.infer<typeof Timeline>;
