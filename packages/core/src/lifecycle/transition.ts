import { isFinal, type MessageState, type ReceiptVerdict } from '@signalbox/contracts';
import type { MessageEvent } from './events.ts';

/** What an event made of a message. `late` marks a correction of a final state by a receipt; `changed` is false when the event tells nothing new. */
export interface Transition {
  ok: true;
  state: MessageState;
  late: boolean;
  changed: boolean;
}

/** An event that may not happen in this state: the caller lost a race or repeats itself, and must write nothing. */
export interface TransitionRefusal {
  ok: false;
  state: MessageState;
  event: MessageEvent['kind'];
}

type PlainEvent = Exclude<MessageEvent['kind'], 'receipt'>;

const WAITING: readonly MessageState[] = ['accepted', 'scheduled', 'held', 'queued'];

/** Every event but the receipt: the states it may happen in, and the state that follows. */
const TABLE: Readonly<Record<PlainEvent, { from: readonly MessageState[]; to: MessageState }>> = {
  scheduled: { from: ['accepted'], to: 'scheduled' },
  // Judged afresh at its release it may be held again.
  held: { from: WAITING, to: 'held' },
  released: { from: ['scheduled', 'held'], to: 'queued' },
  queued: { from: ['accepted', 'scheduled', 'held'], to: 'queued' },
  // A decision made right after acceptance passes through `queued` in one commit.
  claimed: { from: WAITING, to: 'sending' },
  accepted_by_provider: { from: ['sending'], to: 'sent' },
  failover: { from: ['sending'], to: 'queued' },
  rejected_final: { from: ['sending'], to: 'failed' },
  unroutable: { from: WAITING, to: 'failed' },
  suppressed: { from: WAITING, to: 'suppressed' },
  expired: { from: [...WAITING, 'sending'], to: 'expired' },
  // Cancel and claim race: whoever commits first wins (vocabulary 2.1).
  canceled: { from: WAITING, to: 'canceled' },
  indeterminate_final: { from: ['sending'], to: 'unknown' },
  receipt_window_ended: { from: ['sent'], to: 'unknown' },
};

/** Events that report on an attempt: after the end of a message they are old news, not mistakes. */
const REPORTS: ReadonlySet<PlainEvent> = new Set<PlainEvent>([
  'accepted_by_provider',
  'failover',
  'rejected_final',
  'indeterminate_final',
  'receipt_window_ended',
]);

/**
 * How much a final state of a submitted message says; a receipt only ever moves up. This makes receipts in any order end alike.
 * Vocabulary 2.1 (2) names the moves to delivered and from unknown to undelivered; the steps over `expired` follow from the same order.
 */
const STANDING: Partial<Record<MessageState, number>> = { unknown: 0, expired: 1, undelivered: 2, delivered: 3 };

/** The only state machine of a message: the state after an event, or a refusal as a value. Never throws. */
export function transition(state: MessageState, event: MessageEvent): Transition | TransitionRefusal {
  if (event.kind === 'receipt') return applyReceipt(state, event.verdict, event.otherAttemptOpen ?? false);
  const row = TABLE[event.kind];
  if (row.from.includes(state)) return { ok: true, state: row.to, late: false, changed: true };
  if (REPORTS.has(event.kind) && isFinal(state)) return unchanged(state);
  return { ok: false, state, event: event.kind };
}

const unchanged = (state: MessageState): Transition => ({ ok: true, state, late: false, changed: false });

function applyReceipt(
  state: MessageState,
  verdict: ReceiptVerdict,
  otherAttemptOpen: boolean,
): Transition | TransitionRefusal {
  if (verdict === 'enroute') return unchanged(state);
  if (verdict !== 'delivered' && otherAttemptOpen) return unchanged(state);
  const standing = STANDING[state];
  if (standing !== undefined) {
    const better = (STANDING[verdict] as number) > standing;
    return better ? { ok: true, state: verdict, late: true, changed: true } : unchanged(state);
  }
  // A receipt may overtake the answer of its own submission.
  if (state === 'sending' || state === 'sent') return { ok: true, state: verdict, late: false, changed: true };
  // While the next attempt is planned, a bad verdict on an earlier one ends nothing; a delivery ends everything.
  if (state === 'queued' || state === 'held') {
    return verdict === 'delivered' ? { ok: true, state: 'delivered', late: false, changed: true } : unchanged(state);
  }
  return isFinal(state) ? unchanged(state) : { ok: false, state, event: 'receipt' };
}
