import { z } from 'zod';
import { Channel, ChannelMode, MessageState } from './words.ts';

/** The kinds of step a message can go through, in the words of the timeline. */
export const TimelineKind = z.enum([
  'accept',
  'normalise',
  'schedule',
  'geo',
  'suppression',
  'consent',
  'registry',
  'template',
  'fraud',
  'dlt',
  'sender',
  'screening',
  'reach',
  'hours',
  'limits',
  'budget',
  'validity',
  'content',
  'route.candidates',
  'route.pick',
  'attempt.start',
  'attempt.answer',
  'attempt.unknown',
  'hold',
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

/** What one rule of policy says of a message, in the words of the timeline. */
export const RuleResult = z.object({
  kind: TimelineKind,
  result: z.enum(['pass', 'fail', 'info', 'wait']),
  code: z.string().nullable(),
  text: z.string(),
  facts: z.record(z.string(), z.unknown()),
});
export type RuleResult = z.infer<typeof RuleResult>;

/** A price as far as it is known: from the cheapest to the dearest, in millionths of the currency. */
export const PriceRange = z.object({ currency: z.string(), lowest_micros: z.int(), highest_micros: z.int() });
export type PriceRange = z.infer<typeof PriceRange>;

/** The decision a message would meet now, or at its `send_at`, explained: every rule, and every route that is weighed. */
export const RoutingDecision = z.object({
  channel: Channel,
  country: z.string().nullable(),
  /** The state it would be in then: `sending`, `queued` while every route is down, `held`, `suppressed`, or `failed` without a route. */
  state: MessageState,
  reason: z.object({ code: z.string(), text: z.string() }).nullable(),
  /** From when what would be held may go; null for the rest. */
  eligible_again_at: z.string().nullable(),
  rules: z.array(RuleResult),
  candidates: z.array(CandidateView),
  /** Why no route can be chosen, or null. */
  blocked: z.string().nullable(),
  /** What all parts would cost by the routes that are open; null without one. */
  price: PriceRange.nullable(),
});
export type RoutingDecision = z.infer<typeof RoutingDecision>;

/** What a channel of a send can come to, as far as it matters for the others. */
export const FollowUpEvent = z.enum(['delivered', 'no_receipt', 'taken', 'ended', 'ended_for_person', 'held', 'any']);
export type FollowUpEvent = z.infer<typeof FollowUpEvent>;

/** What follows when a channel of a send comes to something: the next channel, at once or after a time, or nothing. */
export const FollowUp = z.object({
  when: FollowUpEvent,
  /** The channel that goes then; null when nothing follows. */
  next: Channel.nullable(),
  after_seconds: z.int().nullable(),
  text: z.string(),
});
export type FollowUp = z.infer<typeof FollowUp>;

/** One channel of a send that is looked at: the decision it would meet, whether it goes at once or only when the one before it asks for it, and what follows. */
export const ChannelPreview = RoutingDecision.extend({
  starts: z.enum(['at_once', 'when_needed']),
  follow_ups: z.array(FollowUp),
});
export type ChannelPreview = z.infer<typeof ChannelPreview>;

/** Answer of the preview. Over several channels it speaks of the first, and `channels` tells of all, in their order. */
export const RoutingPreview = RoutingDecision.extend({
  mode: ChannelMode.optional(),
  channel_timeout_seconds: z.int().nullable().optional(),
  channels: z.array(ChannelPreview).optional(),
});
export type RoutingPreview = z.infer<typeof RoutingPreview>;

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
