import { isFinal, type MessageState, REASONS, type ReasonCode } from '@signalbox/contracts';

/**
 * What the state of a message means for the next channel of its send: `open` still waits, `delivered` needs no other, `goes_on` hands over
 * to the next, `stops` ends the whole send, because the caller canceled it or the reason holds for the person and not for this channel.
 */
export type ChannelEnd = 'open' | 'delivered' | 'goes_on' | 'stops';

/** Judges the state and the reason of a message of a send over several channels. An end without a reason is no reason to stop. */
export function channelEnd(state: MessageState, reason: ReasonCode | null): ChannelEnd {
  if (state === 'delivered') return 'delivered';
  if (state === 'canceled') return 'stops';
  if (!isFinal(state)) return 'open';
  return reason === null || REASONS[reason].nextChannel ? 'goes_on' : 'stops';
}
