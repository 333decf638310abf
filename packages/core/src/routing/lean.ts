import type { RouteFact, RouteSignal } from '@signalbox/contracts';
import { exp } from '../chance/exact-math.ts';
import { successOf } from './objective.ts';

const PPM = 1_000_000;
// Two points of success more than the signals say make a route e times as likely.
const POINTS = 0.02;
// However bad the model finds a route for a message, some of its weight stays: what nobody goes by is never learned.
const LEAST = 0.05;

/** What is known of a route for one message: by the success model where it says something, else by its signals. */
export const knownOf = ({ signal, model }: RouteFact): RouteSignal | null | undefined =>
  signal && model?.basis === 'model' ? { ...signal, successPpm: model.successPpm } : signal;

/**
 * Shares of the routes that carry, leaning to where the model foretells more than the signals say, which the weights rest on already. Locked weights keep theirs, and what leans sums to what it was.
 * Shares are whole numbers.
 */
export function leanShares(routes: readonly RouteFact[], shares: readonly number[]): number[] {
  const gains = routes.map((route) => (route.locked === true ? 0 : gainOf(route)));
  const leans = (index: number) => routes[index]?.locked !== true && (shares[index] as number) > 0;
  const most = Math.max(...gains.filter((_, index) => leans(index)));
  const pulled = shares.map((share, index) =>
    leans(index) ? share * Math.max(LEAST, exp(((gains[index] as number) - most) / POINTS)) : 0,
  );
  const all = pulled.reduce((sum, one) => sum + one, 0);
  if (all === 0) return [...shares];
  const whole = shares.reduce((sum, share, index) => (leans(index) ? sum + share : sum), 0);
  return shares.map((share, index) =>
    leans(index) ? Math.max(1, Math.round((whole * (pulled[index] as number)) / all)) : share,
  );
}

/** By how much more success in time the model foretells than the signals say, 0 to 1. */
function gainOf({ signal, model }: RouteFact): number {
  if (!signal || model?.basis !== 'model') return 0;
  return successOf(signal, model.successPpm / PPM) - successOf(signal, signal.successPpm / PPM);
}
