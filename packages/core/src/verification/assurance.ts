import type { Assurance, Channel } from '@signalbox/contracts';

/**
 * What a right code proves, by the channels it may have come by: the weakest counts, since nobody knows which was read. A mailbox is not
 * taken for a second factor, and the telephone network is a restricted one (NIST SP 800-63B-4).
 */
export const assuranceOf = (channels: readonly Channel[]): Assurance =>
  channels.includes('email') ? 'address_only' : 'restricted';
