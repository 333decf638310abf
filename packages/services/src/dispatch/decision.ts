import type { PolicyFacts, PolicyVerdict, RouteCandidate } from '@signalbox/contracts';
import type { LoadedMessage } from '@signalbox/db';
import type { Hold } from './hold.ts';
import type { TurnState } from './open-turns.ts';
import type { BookedPlan } from './plan-book.ts';

/** What is decided of one turn of a message: a route, a hold, or an end. */
export interface Decision {
  message: LoadedMessage;
  state: TurnState;
  facts: PolicyFacts;
  verdict: PolicyVerdict;
  plan: BookedPlan | null;
  route: RouteCandidate | null;
  /** Of a message that is held: until when. */
  hold: Hold | null;
}
