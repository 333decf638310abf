import type { Link } from './link.ts';
import { encodeDeliverSmResp, type ReceivedMessage } from './message.ts';
import type { SessionOptions } from './session-types.ts';
import { commandStatuses } from './statuses.ts';

const { ESME_RMSGQFUL, ESME_RTHROTTLED } = commandStatuses;

/**
 * Hands one tick's deliver_sm to the caller and acknowledges them once they are safe with it: status 0 after its promise resolves, the retry
 * status when it rejects. What exceeds `maxUnacknowledgedDelivers` is refused as "queue full" without being shown.
 */
export function handDeliveries(link: Link, pdus: readonly ReceivedMessage[], options: SessionOptions): void {
  const { onDeliver, onProblem, maxUnacknowledgedDelivers = 10_000 } = options;
  const room = onDeliver === undefined ? 0 : Math.max(0, maxUnacknowledgedDelivers - link.unanswered);
  if (pdus.length > room) {
    onProblem?.({ kind: 'deliver_overflow', refused: pdus.length - room });
    acknowledge(link, pdus.slice(room), ESME_RMSGQFUL.value);
  }
  if (room === 0 || onDeliver === undefined) return;
  const taken = pdus.length > room ? pdus.slice(0, room) : pdus;
  const retryStatus = options.deliverRetryStatus ?? ESME_RTHROTTLED.value;
  const failed = (error: unknown): void => {
    acknowledge(link, taken, retryStatus);
    onProblem?.({ kind: 'handler_threw', handler: 'onDeliver', error });
  };
  let outcome: Promise<void> | void;
  try {
    outcome = onDeliver(taken);
  } catch (error) {
    failed(error);
    return;
  }
  if (outcome === undefined) acknowledge(link, taken, 0);
  else {
    link.unanswered += taken.length;
    outcome.then(
      () => {
        link.unanswered -= taken.length;
        acknowledge(link, taken, 0);
      },
      (error: unknown) => {
        link.unanswered -= taken.length;
        failed(error);
      },
    );
  }
}

function acknowledge(link: Link, pdus: readonly ReceivedMessage[], status: number): void {
  // On another connection the carrier would not know these sequences: it sends what was not acknowledged again by itself.
  if (link.dead) return;
  for (const { command, sequence } of pdus) {
    if (command === 'data_sm') link.post({ command: 'data_sm_resp', status, sequence });
    else encodeDeliverSmResp(link.out, sequence, status);
  }
  link.schedule();
}
