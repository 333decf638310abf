import type { ReceiptVerdict } from '@signalbox/contracts';

/**
 * What can happen to a message: a closed set, and the only way its state changes.
 * `scheduled` waits for its time; `held` waits for a window or a route; `released` ends either wait; `queued` puts it in its lane.
 * `claimed` an attempt is committed and its bytes may be written; `accepted_by_provider` the provider took it;
 * `failover` the attempt did not carry it and the next one is to be planned; `rejected_final` no attempt may follow a refusal;
 * `unroutable` no route may carry it; `suppressed` policy stopped it; `expired` its validity ended before a provider took it;
 * `canceled` the caller took it back; `indeterminate_final` the answer was lost and nothing may follow; `receipt_window_ended` no receipt came in time.
 * `receipt` carries the verdict over all parts of an attempt (see foldParts); `otherAttemptOpen` says that another attempt of the same
 * message may still deliver, so that a bad verdict ends nothing yet.
 */
export type MessageEvent =
  | { kind: 'scheduled' }
  | { kind: 'held' }
  | { kind: 'released' }
  | { kind: 'queued' }
  | { kind: 'claimed' }
  | { kind: 'accepted_by_provider' }
  | { kind: 'failover' }
  | { kind: 'rejected_final' }
  | { kind: 'unroutable' }
  | { kind: 'suppressed' }
  | { kind: 'expired' }
  | { kind: 'canceled' }
  | { kind: 'indeterminate_final' }
  | { kind: 'receipt_window_ended' }
  | { kind: 'receipt'; verdict: ReceiptVerdict; otherAttemptOpen?: boolean };
