import type { DltIds, RouteCandidate } from '@signalbox/contracts';
import type { LoadedMessage } from '@signalbox/db';

/** A message whose turn is ours and committed: it may be handed to the adapter of its route. */
export interface Claim {
  message: LoadedMessage;
  workspace: number;
  turn: number;
  /** When the turn was taken, by the database clock. */
  claimedAtMs: number;
  /** Number of the event that will be written next. */
  nextSeq: number;
  route: RouteCandidate;
  routeNumber: number;
  providerNumber: number;
  /** Of a text to India: the header it is submitted under and the ids that travel with it; null for the rest. */
  dlt: { header: string; ids: DltIds } | null;
}
