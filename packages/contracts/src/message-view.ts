import { z } from 'zod';
import { POLICY_RULE_NAMES } from './facts.ts';
import { ChannelState, Money, SmsContent, VoiceContent } from './public-api.ts';
import { Channel, ChannelMode, Environment, MessageState, TrafficClass } from './words.ts';

const Instant = z.iso.datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2026-11-23T09:00:00Z' });

/** The group a message is part of: all channels of one send, in their order. */
export const MessageGroup = z.object({
  mode: ChannelMode,
  channel_timeout_seconds: z.int().nullable(),
  /** The substitution rule that chose the order of the channels; null where it is the caller's. */
  substitution: z
    .object({
      /** Its key. */
      rule: z.string(),
      /** The channels in the order of the caller. */
      asked: z.array(Channel),
      /** What the first of those would have cost, and what was saved by the other; null where it was not known. */
      price: Money.nullable(),
      saved: Money.extend({ amount_micros: z.int() }).nullable(),
      /** Whether the rule gives the same choice again from what was stored. */
      replays: z.boolean(),
    })
    .nullable(),
  channels: z.array(
    z.object({
      channel: Channel,
      /** Null for one that has not gone. */
      id: z.string().nullable(),
      state: ChannelState,
      /** Why it went, or why it does not go: the reason the channel before it ended for. Null for what goes first, or still waits. */
      because: z.object({ code: z.string(), text: z.string() }).nullable(),
    }),
  ),
});
export type MessageGroup = z.infer<typeof MessageGroup>;

/** What a message that is held waits for: it is judged afresh when its time comes, and goes then if nothing stops it. */
export const MessageHold = z.object({
  /** The rule of policy that holds it. */
  rule: z.enum(POLICY_RULE_NAMES),
  /** Whose rule it is: `country/MX` is what the workspace says of that country, `cap_…` a frequency cap. */
  source: z.string(),
  /** The zone that decides, of those the recipient may be in. */
  time_zone: z.string(),
  eligible_again_at: z.string(),
});
export type MessageHold = z.infer<typeof MessageHold>;

/** The template a message was written by. */
export const WrittenByView = z.object({
  key: z.string(),
  version: z.int(),
  /** The language of the body that was taken. */
  locale: z.string(),
  /** The language that was asked for, when there was no body in it; else null. */
  asked_locale: z.string().nullable(),
});
export type WrittenByView = z.infer<typeof WrittenByView>;

/** A message as the API shows it. Prices are null until an attempt is claimed. */
export const MessageView = z.object({
  id: z.string(),
  state: MessageState,
  reason: z.object({ code: z.string(), text: z.string() }).nullable(),
  /** Null for a message that is not held. */
  hold: MessageHold.nullable(),
  to: z.string(),
  from: z.string().nullable(),
  channel: Channel,
  class: TrafficClass,
  environment: Environment,
  country: z.string().nullable(),
  /** What marketing is about; null for a message that names no topic. */
  topic: z.string().nullable(),
  content: z.union([
    VoiceContent,
    SmsContent,
    z.object({ subject: z.string(), text: z.string().optional(), html: z.string().optional() }),
  ]),
  /** Null for content of the caller's own. */
  template: WrittenByView.nullable(),
  parts: z.int().nullable(),
  attempts: z.int(),
  route: z.object({ id: z.string(), name: z.string() }).nullable(),
  provider: z.object({ id: z.string(), name: z.string() }).nullable(),
  price: Money.nullable(),
  simulated: z.boolean(),
  client_ref: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
  /** The other channels of the same send; null for a message that stands alone. */
  group: MessageGroup.nullable(),
  accepted_at: z.string(),
  send_at: z.string().nullable(),
  expires_at: z.string(),
  updated_at: z.string(),
});
export type MessageView = z.infer<typeof MessageView>;

/** Filters of the message list; every one narrows, none means all. Times are RFC 3339 instants, `after` included, `before` excluded. */
export const ListMessagesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  state: MessageState.optional(),
  channel: Channel.optional(),
  class: TrafficClass.optional(),
  to: z.string().min(1).max(320).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as MX')
    .optional(),
  client_ref: z.string().min(1).max(128).optional(),
  reason: z.string().min(1).max(60).optional(),
  route_id: z.string().max(40).optional(),
  accepted_after: Instant.optional(),
  accepted_before: Instant.optional(),
});
export type ListMessagesQuery = z.infer<typeof ListMessagesQuery>;

/** One page of messages, newest first. `next_cursor` is null on the last page. */
export const MessagePage = z.object({ data: z.array(MessageView), next_cursor: z.string().nullable() });
export type MessagePage = z.infer<typeof MessagePage>;
