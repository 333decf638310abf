import type { RampStop, RouteSignal } from '@signalbox/contracts';

const PPM = 1_000_000;

/**
 * The weights after some of the steps from one set of weights to another of the same sum. What moves at a step is dealt out thousandth by thousandth to who is furthest behind its
 * share (Sainte-Laguë), which takes nothing back when there is more to deal: so each weight only ever goes towards its end, the sum stays, and the last step is the end exactly.
 */
export function rampWeights(from: readonly number[], to: readonly number[], step: number, steps: number): number[] {
  const gains = from.map((weight, index) => Math.max(0, (to[index] as number) - weight));
  const losses = from.map((weight, index) => Math.max(0, weight - (to[index] as number)));
  const moving = Math.round((sum(gains) * step) / steps);
  const gained = deal(gains, moving);
  const lost = deal(losses, moving);
  return from.map((weight, index) => weight + (gained[index] as number) - (lost[index] as number));
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

/** Deals seats in proportion to shares whose sum they do not exceed; each gets its share when they are as many. */
function deal(shares: readonly number[], seats: number): number[] {
  const dealt = shares.map(() => 0);
  for (let seat = 0; seat < seats; seat += 1) {
    let next = 0;
    let highest = -1;
    shares.forEach((share, index) => {
      const claim = share / (2 * (dealt[index] as number) + 1);
      if (claim <= highest) return;
      next = index;
      highest = claim;
    });
    dealt[next] = (dealt[next] as number) + 1;
  }
  return dealt;
}

/** A route on its way up, and what is known of it. */
export interface RisingRoute {
  routeId: string;
  /** It carries nothing at present: switched off, taken out by a person, or gone. */
  isOff: boolean;
  /** Its breaker is not closed, or was not since the ramp went on. */
  hadBreaker: boolean;
  /** What is believed of it where the weights hold. */
  signals: readonly Pick<RouteSignal, 'highPpm' | 'factorPpm' | 'forging'>[];
}

/** Why a ramp must not give its rising routes any more, and for which of them; null when nothing speaks against the next step. */
export function judgeRamp(
  rising: readonly RisingRoute[],
  minSuccessPpm: number,
): { reason: RampStop; routeId: string } | null {
  for (const { routeId, isOff, hadBreaker, signals } of rising) {
    if (isOff) return { reason: 'route_off', routeId };
    if (hadBreaker) return { reason: 'breaker_open', routeId };
    if (signals.some(({ forging }) => forging)) return { reason: 'forging', routeId };
    // Even the upper end of its interval is below: a route little is known of goes on.
    if (signals.some(({ highPpm, factorPpm }) => (highPpm * factorPpm) / PPM < minSuccessPpm))
      return { reason: 'success_below_floor', routeId };
  }
  return null;
}
