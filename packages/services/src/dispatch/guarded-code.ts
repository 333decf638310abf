import type { PolicyFacts } from '@signalbox/contracts';
import type { LoadedMessage } from '@signalbox/db';

/** A code about to be claimed: what is known of it, and the price of the route that was chosen. Money is integer millionths. */
export interface GuardedCode {
  message: LoadedMessage;
  facts: PolicyFacts;
  priceMicros: number;
  currency: string;
  /** Reserved by an earlier turn whose submission was certainly not billed. */
  heldMicros: number;
}

/** Where codes are guarded: codes of one workspace and environment, in the transaction that claims them. */
export interface GuardPlace {
  workspace: number;
  environment: LoadedMessage['environment'];
  turn: number;
  nowMs: number;
}
