import type { RouteSignal } from '@signalbox/contracts';

// A point of success, and a tenth of a time: what is less moves no traffic worth the row of another plan.
const SHARE_PPM = 10_000;
const TIMES = 1.11;

const isNear = (one: number | null, other: number | null, near: (a: number, b: number) => boolean): boolean =>
  one === null || other === null ? one === other : near(one, other);

const shareNear = (one: number, other: number): boolean => Math.abs(one - other) <= SHARE_PPM;
const timeNear = (one: number, other: number): boolean =>
  Math.max(one, other) <= Math.max(1, Math.min(one, other)) * TIMES;

/**
 * What decisions are told of a route: what they were told before, as long as what is believed now is nearly that. Figures move a little with every receipt, and each move would make
 * other facts, and with them another stored plan, of every decision.
 */
export function settledSignal(told: RouteSignal | undefined, now: RouteSignal): RouteSignal {
  if (told === undefined) return now;
  const { basis, forging, costMicros } = now;
  const isSame = told.basis === basis && told.forging === forging && told.costMicros === costMicros;
  const isAlike =
    shareNear(told.successPpm, now.successPpm) &&
    shareNear(told.lowPpm, now.lowPpm) &&
    shareNear(told.highPpm, now.highPpm) &&
    shareNear(told.factorPpm, now.factorPpm) &&
    isNear(told.withinPpm, now.withinPpm, shareNear) &&
    isNear(told.p50Ms, now.p50Ms, timeNear) &&
    isNear(told.p95Ms, now.p95Ms, timeNear);
  return isSame && isAlike ? told : now;
}
