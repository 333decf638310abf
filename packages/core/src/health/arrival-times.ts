import type { SignalCell } from '@signalbox/contracts';
import { ln } from '../chance/exact-math.ts';
import { normalShare } from '../chance/interval.ts';
import type { AgedRow } from './count-outcomes.ts';
import { Durations } from './durations.ts';

/** What is known of a route, and of all routes together, weighs this much against the times of a cell. */
const ROUTE_TIMES = 100;
const ALL_TIMES = 20;
const ENOUGH_TIMES = 50;
/** Times to phones are taken to be log-normal around their middle, and as wide as this. */
const ARRIVAL_SPREAD = 0.7;

/** Times to the phone: of a cell, leaning on its route and that on all routes, so that a route with few is not judged by its luck. */
export interface TimeBook {
  /** `own` are the rows of the cell; null when no time is known of any route. */
  of(cell: SignalCell, own: readonly AgedRow[]): ArrivalTimes | null;
}

/** What is read from them. */
export type ArrivalTimes = Pick<Durations, 'quantileMs' | 'shareWithin'>;

/** All routes are compared by one kind of time: proven arrivals if there are enough of them, else receipts, which come later. */
export function openTimes(byRouteId: ReadonlyMap<string, readonly AgedRow[]>): TimeBook {
  const gather = (rows: readonly AgedRow[], kind: 'provenAfter' | 'deliveredAfter') => {
    const times = new Durations();
    for (const { row, weight } of rows) times.add(row[kind], weight);
    return times;
  };
  const everything = [...byRouteId.values()].flat();
  const proven = gather(everything, 'provenAfter');
  const kind = proven.total >= ENOUGH_TIMES ? 'provenAfter' : 'deliveredAfter';
  const all = kind === 'provenAfter' ? proven : gather(everything, kind);
  const byRoute = new Map([...byRouteId].map(([routeId, rows]) => [routeId, gather(rows, kind)]));
  return {
    of(cell, own) {
      if (all.total <= 0) return null;
      const times = gather(own, kind);
      const route = byRoute.get(cell.routeId);
      if (route !== undefined) times.lean(route, ROUTE_TIMES);
      times.lean(all, ALL_TIMES);
      return kind === 'provenAfter' ? withoutPeople(times) : times;
    },
  };
}

/**
 * Proven times have the usual time of people taken off, but people differ far more than networks do, and a slow thumb is no late text. So only their middle is read, which people
 * hardly move, and the share in time follows from it.
 */
function withoutPeople(times: Durations): ArrivalTimes {
  const middleMs = times.quantileMs(0.5) ?? 0;
  return {
    quantileMs: (share) => times.quantileMs(share),
    shareWithin: (ms) => (middleMs > 0 && ms > 0 ? normalShare(ln(ms / middleMs) / ARRIVAL_SPREAD) : 0),
  };
}
