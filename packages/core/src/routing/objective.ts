import type { Objective, RouteSignal, TrafficClass } from '@signalbox/contracts';

const PPM = 1_000_000;
const USD = 1_000_000;

/**
 * What the classes want unless a workspace says otherwise, in US dollars. A code: success within 30 s, then speed; a point of success is worth four seconds. A notice:
 * success, then cost. Marketing: cost per success.
 */
export const OBJECTIVES: Readonly<Record<TrafficClass, Objective>> = {
  otp: {
    successMicros: 2 * USD,
    latencyMicrosPerSecond: 5_000,
    costPermille: 100,
    deadlineMs: 30_000,
    minSuccessPpm: 500_000,
  },
  transactional: {
    successMicros: USD / 2,
    latencyMicrosPerSecond: 0,
    costPermille: 1000,
    deadlineMs: null,
    minSuccessPpm: 500_000,
  },
  marketing: {
    successMicros: null,
    latencyMicrosPerSecond: 0,
    costPermille: 1000,
    deadlineMs: null,
    minSuccessPpm: 300_000,
  },
};

/**
 * What a class wants of routes that charge in these currencies. Prices in different currencies cannot be compared, so among such routes only success and speed count.
 */
export function objectiveOf(trafficClass: TrafficClass, currencies: readonly string[]): Objective {
  const objective = OBJECTIVES[trafficClass];
  if (new Set(currencies).size < 2) return objective;
  return { ...objective, successMicros: objective.successMicros ?? USD, costPermille: 0 };
}

/** The share of success that counts, 0 to 1: honest, and in time. */
export function successOf(signal: RouteSignal, success: number): number {
  return (success * signal.factorPpm * (signal.withinPpm ?? PPM)) / PPM / PPM;
}

/** What a success is worth to this objective: its own figure, or what the cheapest success costs among these routes. In millionths. */
export function worthOf(objective: Objective, signals: readonly RouteSignal[]): number {
  if (objective.successMicros !== null) return objective.successMicros;
  let cheapest = Number.POSITIVE_INFINITY;
  for (const signal of signals) {
    const success = successOf(signal, signal.successPpm / PPM);
    if (success > 0) cheapest = Math.min(cheapest, signal.costMicros / success);
  }
  return Number.isFinite(cheapest) ? cheapest : 0;
}

/** What a message by a route is worth, in millionths: success in time times its worth, less wait and price. `success` is 0 to 1, before honesty and deadline. */
export function scoreOf(objective: Objective, worthMicros: number, signal: RouteSignal, success: number): number {
  const seconds = (signal.p50Ms ?? 0) / 1000;
  return (
    worthMicros * successOf(signal, success) -
    objective.latencyMicrosPerSecond * seconds -
    (signal.costMicros * objective.costPermille) / 1000
  );
}
