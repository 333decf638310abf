import type { ReasonCode } from '@signalbox/contracts';

/** GSM MAP error numbers (3GPP TS 29.002) as carriers put them into the `err` of a receipt (vocabulary 3.2). */
export const MAP_ERROR_REASONS: Readonly<Record<number, ReasonCode>> = {
  1: 'recipient.unknown',
  5: 'recipient.unknown',
  6: 'recipient.absent',
  8: 'network.unroutable',
  9: 'recipient.barred',
  11: 'recipient.channel_unavailable',
  12: 'recipient.barred',
  13: 'recipient.barred',
  21: 'network.unroutable',
  27: 'recipient.absent',
  31: 'recipient.absent',
  32: 'recipient.mailbox_full',
  33: 'provider.queue_full',
  34: 'network.failure',
  35: 'network.failure',
  36: 'network.failure',
};
