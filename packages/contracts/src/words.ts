import { z } from 'zod';

/** What a message is for. It chooses the lane, the policy set and what may follow a lost answer. */
export const TrafficClass = z.enum(['otp', 'transactional', 'marketing']);
export type TrafficClass = z.infer<typeof TrafficClass>;

/** The ways to reach a person that exist today: a text, a mail, or a call that reads a prompt aloud. Push joins with its adapter. */
export const Channel = z.enum(['sms', 'email', 'voice']);
export type Channel = z.infer<typeof Channel>;

/** True where the address of a channel is a phone number, and so has a country and networks. */
export function isByPhone(channel: Channel): boolean {
  return channel !== 'email';
}

/** The channels that reach the addresses of a channel: a number is rung and texted. */
export const channelsBeside = (channel: Channel): Channel[] =>
  Channel.options.filter((other) => isByPhone(other) === isByPhone(channel));

/** The channel under which the person of an address is known: whoever has a number is one person, by text and by call. */
export const personChannel = (channel: Channel): Channel => (isByPhone(channel) ? 'sms' : channel);

/** How a message over several channels goes out: one after another until one delivers, or all at once. */
export const ChannelMode = z.enum(['failover', 'parallel']);
export type ChannelMode = z.infer<typeof ChannelMode>;

/** Isolated data and keys: sandbox never leaves the house. */
export const Environment = z.enum(['live', 'sandbox']);
export type Environment = z.infer<typeof Environment>;

/** The thirteen states of a message (vocabulary: message state machine). */
export const MessageState = z.enum([
  'accepted',
  'scheduled',
  'held',
  'queued',
  'sending',
  'sent',
  'delivered',
  'undelivered',
  'failed',
  'expired',
  'unknown',
  'suppressed',
  'canceled',
]);
export type MessageState = z.infer<typeof MessageState>;

/** States after which nothing is sent any more; three of them may still be corrected by a late receipt. */
export const FINAL_STATES: readonly MessageState[] = [
  'delivered',
  'undelivered',
  'failed',
  'expired',
  'unknown',
  'suppressed',
  'canceled',
];

/** True when the state is final. */
export function isFinal(state: MessageState): boolean {
  return FINAL_STATES.includes(state);
}

/**
 * How a verification stands (vocabulary: verification). `expired` is told by the clock and never stored; `failed` says that no channel could
 * carry the code, and turns back to `pending` when it is asked for again while it is valid.
 */
export const VerificationState = z.enum([
  'pending',
  'approved',
  'expired',
  'max_attempts_reached',
  'canceled',
  'blocked',
  'failed',
]);
export type VerificationState = z.infer<typeof VerificationState>;

/** True while a code may still be typed or asked for again. */
export function isOpenVerification(state: VerificationState): boolean {
  return state === 'pending' || state === 'failed';
}

/** The protocols an adapter can speak. */
export const Protocol = z.enum(['smpp', 'smtp', 'http', 'loopback']);
export type Protocol = z.infer<typeof Protocol>;

/** The protocols by which nothing leaves the house: the only ones the sandbox takes. */
export const SANDBOX_PROTOCOLS: readonly Protocol[] = ['loopback'];

/** State of one live connection (bind, pool) of a provider. */
export const ConnectionState = z.enum(['connecting', 'up', 'degraded', 'backoff', 'closed']);
export type ConnectionState = z.infer<typeof ConnectionState>;

/** A lane of the queue: one for each traffic class, so that nothing a campaign does may delay a code. */
export const LANES = ['otp', 'transactional', 'marketing'] as const satisfies readonly TrafficClass[];

/** How much work matters when there is more than can be done (Google SRE book, chapter 21): critical_plus is never shed, sheddable first. */
export type Criticality = 'critical_plus' | 'critical' | 'sheddable_plus' | 'sheddable';

/** What a rate limit holds back: one API key, a whole workspace, or the messages to one country. */
export const RateLimitKind = z.enum(['key', 'workspace', 'country']);
export type RateLimitKind = z.infer<typeof RateLimitKind>;
