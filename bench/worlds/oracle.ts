import type { Objective, TrafficClass } from '@signalbox/contracts';
import { arrivalOf, type Truth, withinOf } from './carriers.ts';

/** Where one message goes. */
export type Place = { country: string; network: string; class: TrafficClass };

/** What shares of the routes really bring at a place, and what the best single route would, in the unit of the objective. */
export type Worth = { ours: number; best: number; bestRouteId: string };

/**
 * The true worth of sending by these shares, beside that of an oracle that knows every carrier: for an objective with a worth of success the utility in millionths, for cost
 * per success the successes a millionth buys.
 */
export function worthAt(
  place: Place,
  objective: Objective,
  shares: ReadonlyMap<string, number>,
  carriers: readonly Truth[],
): Worth {
  const rows = carriers.map((truth) => ({
    routeId: truth.routeId,
    share: shares.get(truth.routeId) ?? 0,
    success: arrivalOf(truth, place.country, place.network, place.class) * withinOf(truth, objective.deadlineMs),
    cost: truth.priceMicros,
    seconds: truth.medianMs / 1000,
  }));
  if (objective.successMicros === null) {
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + row.share * of(row), 0);
    const best = rows.reduce((a, b) => (b.success / b.cost > a.success / a.cost ? b : a));
    const cost = sum((row) => row.cost);
    return {
      ours: cost > 0 ? sum((row) => row.success) / cost : 0,
      best: best.success / best.cost,
      bestRouteId: best.routeId,
    };
  }
  const worth = objective.successMicros;
  const utility = (row: (typeof rows)[number]) =>
    worth * row.success - objective.latencyMicrosPerSecond * row.seconds - (row.cost * objective.costPermille) / 1000;
  const best = rows.reduce((a, b) => (utility(b) > utility(a) ? b : a));
  return {
    ours: rows.reduce((all, row) => all + row.share * utility(row), 0),
    best: utility(best),
    bestRouteId: best.routeId,
  };
}
