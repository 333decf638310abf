import type { RouteCandidate, RoutingPlan } from '@signalbox/contracts';
import { mix32 } from '../canonical/mix.ts';

const PPM = 1_000_000;
const TWO_32 = 4_294_967_296;

/** The random value of one attempt, 0 to 4,294,967,295: follows from message id and attempt number alone, so that anyone can repeat the choice. */
export function drawOf(messageId: string, attempt: number): number {
  let hash = 0x811c9dc5;
  // FNV-1a over the characters, then the avalanche of MurmurHash3: ids made in one millisecond differ in few characters.
  for (let index = 0; index < messageId.length; index += 1) {
    hash = Math.imul(hash ^ messageId.charCodeAt(index), 0x01000193);
  }
  return mix32(mix32(hash >>> 0) + Math.imul(attempt, 0x9e3779b1));
}

/** The route a draw falls on: each is hit with its probability. Null when nothing can be chosen. */
export function pickRoute(plan: RoutingPlan, draw: number): RouteCandidate | null {
  const target = Math.floor(((draw >>> 0) * PPM) / TWO_32);
  let reached = 0;
  for (const candidate of plan.candidates) {
    reached += candidate.probabilityPpm;
    if (target < reached) return candidate;
  }
  return null;
}
