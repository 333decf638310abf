import type { DltIds, MessageState, RouteCandidate } from '@signalbox/contracts';
import type { DueMessage } from '@signalbox/db';
import type { Trial } from '../experiments/trial.ts';

/** A message whose turn is ours and committed: it may be handed to the adapter of its route. */
export interface Claim {
  message: DueMessage;
  workspace: number;
  turn: number;
  /** When the turn was taken, by the database clock. */
  claimedAtMs: number;
  /** Number of the event that will be written next. */
  nextSeq: number;
  /** The state by the event before it; null without one. */
  before: MessageState | null;
  route: RouteCandidate;
  routeNumber: number;
  providerNumber: number;
  /** The network of the number as the plan knew it; null where it did not. */
  network: string | null;
  /** Where it counts in an experiment; undefined while none runs on its traffic. */
  trial: Trial | undefined;
  /** Of a text to India: the header it is submitted under and the ids that travel with it; null for the rest. */
  dlt: { header: string; ids: DltIds } | null;
}
