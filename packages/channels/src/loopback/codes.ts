import type { ReasonCode, ReceiptVerdict } from '@signalbox/contracts';

/** What one special recipient makes happen; all others are delivered. */
export interface LoopbackFate {
  /** Last six digits of the number, or the part of the address before "@". */
  numberEnds: string;
  mailbox: string;
  does: string;
  answer: 'accept' | 'reject' | 'throttle' | 'lose';
  reason: ReasonCode | null;
  /** null: no receipt ever comes. */
  verdict: ReceiptVerdict | null;
  /** The receipt takes the long delay of the settings. */
  late: boolean;
}

const fate = (
  code: string,
  mailbox: string,
  does: string,
  answer: LoopbackFate['answer'],
  reason: ReasonCode | null,
  verdict: ReceiptVerdict | null,
  late = false,
): LoopbackFate => ({ numberEnds: `9900${code}`, mailbox, does, answer, reason, verdict, late });

/** The special recipients of the loopback, one line each; numbers are the same as those of the demo's carriers. */
export const LOOPBACK_FATES: readonly LoopbackFate[] = [
  fate('01', 'absent', 'out of reach: not delivered', 'accept', 'recipient.absent', 'undelivered'),
  fate('02', 'unknown', 'nobody there: not delivered', 'accept', 'recipient.unknown', 'undelivered'),
  fate(
    '03',
    'rejected',
    'refused at once as an address that cannot exist',
    'reject',
    'recipient.invalid_address',
    null,
  ),
  fate('04', 'throttled', 'refused for pace at every try', 'throttle', 'provider.throttled', null),
  fate('05', 'no-receipt', 'accepted, no receipt ever', 'accept', null, null),
  fate('07', 'late', 'delivered, the receipt takes the long delay', 'accept', null, 'delivered', true),
  fate('08', 'lost', 'no usable answer: it is not known whether it went', 'lose', 'provider.indeterminate', null),
  fate('09', 'expired', 'expired on the way', 'accept', 'network.expired', 'expired'),
  fate('14', 'barred', 'rejected by the network: not delivered', 'accept', 'recipient.barred', 'undelivered'),
  fate('15', 'full', 'memory or mailbox full: not delivered', 'accept', 'recipient.mailbox_full', 'undelivered'),
  fate('16', 'undetermined', 'the outcome was never learned', 'accept', 'unknown.unspecified', 'unknown'),
  fate('26', 'opted-out', 'wants no messages: not delivered', 'accept', 'recipient.opted_out', 'undelivered'),
  fate('27', 'spam', 'refused at once as spam', 'reject', 'content.rejected_spam', null),
  fate('28', 'landline', 'takes no texts: not delivered', 'accept', 'recipient.channel_unavailable', 'undelivered'),
  fate('30', 'no-answer', 'a call that nobody answers', 'accept', 'recipient.no_answer', 'undelivered'),
  fate('31', 'busy', 'a call that finds the line busy', 'accept', 'recipient.busy', 'undelivered'),
];
