import type { ReasonCode, ReceiptVerdict, RouteCandidate } from '@signalbox/contracts';
import type { LoadedMessage } from '@signalbox/db';
import type { Trial } from '../experiments/trial.ts';
import type { Submission } from './signal-book.ts';

/** A claim as its figures need it. */
export interface NotedClaim {
  message: Pick<LoadedMessage, 'class' | 'country' | 'parts' | 'sender' | 'sealedBody'>;
  workspace: number;
  routeNumber: number;
  /** The route as it was chosen, with its price then; not known any more once the answer was lost. */
  route?: Pick<RouteCandidate, 'priceMicros' | 'currency'>;
  claimedAtMs: number;
  /** The network it was decided by; not known any more once the answer was lost. */
  network?: string | null;
  /** Where it counts in an experiment; undefined while none runs on its traffic. */
  trial: Trial | undefined;
}

/** A receipt that ended the wait of a submission. */
export interface NotedReceipt {
  submission: Submission;
  verdict: ReceiptVerdict;
  reason: ReasonCode | null;
  atMs: number;
  /** The message whose number the receipt names a network for. */
  named?: { messageId: string; network: string };
}
