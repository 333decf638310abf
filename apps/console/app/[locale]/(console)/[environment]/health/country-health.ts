import type { RouteCellView, RouteHealthView, TrafficClass } from '@signalbox/contracts';

/** What holds a route back in a country, the hardest first; `fit` is nothing. */
export type RouteState = 'off' | 'paused' | 'down' | 'open' | 'half_open' | 'forging' | 'ejected' | 'fit';

/** A route with what is believed of it for one class in one country. */
export interface CountryRoute {
  route: RouteHealthView;
  cell: RouteCellView;
  state: RouteState;
}

/** How a country stands for one class: `bad` where no route carries, `trouble` where one is held back or the best succeeds too seldom. */
export interface CountryHealth {
  country: string;
  state: 'good' | 'trouble' | 'bad';
  /** Those that carry first, by success; the first is the best. */
  routes: CountryRoute[];
}

/** Below this share of success the best route of a country is trouble. */
export const LEAST_SUCCESS = 0.8;

const CARRYING: ReadonlySet<RouteState> = new Set(['half_open', 'forging', 'ejected', 'fit']);

function stateOf(route: RouteHealthView, { country, outlier }: RouteCellView): RouteState {
  if (!route.enabled) return 'off';
  if (route.pauses.some(({ active }) => active)) return 'paused';
  if (!route.up) return 'down';
  const breakers = route.breakers.filter((one) => one.country === null || one.country === country);
  if (breakers.some(({ state }) => state === 'open')) return 'open';
  if (breakers.length > 0) return 'half_open';
  if (route.honesty?.verdict === 'forging') return 'forging';
  return outlier === 'ejected' ? 'ejected' : 'fit';
}

/** How each country with traffic of a class stands. */
export function judgeCountries(
  routes: readonly RouteHealthView[],
  trafficClass: TrafficClass,
): Map<string, CountryHealth> {
  const found = routes.flatMap((route) =>
    route.cells.flatMap((cell) =>
      cell.class === trafficClass && cell.country !== null && cell.network === null
        ? [{ country: cell.country, one: { route, cell, state: stateOf(route, cell) } }]
        : [],
    ),
  );
  const countries = Map.groupBy(found, ({ country }) => country);
  return new Map(
    [...countries].map(([country, own]) => [
      country,
      judge(
        country,
        own.map(({ one }) => one),
      ),
    ]),
  );
}

function judge(country: string, routes: CountryRoute[]): CountryHealth {
  const rank = ({ state }: CountryRoute) => (CARRYING.has(state) ? 0 : 1);
  const sorted = routes.toSorted((a, b) => rank(a) - rank(b) || b.cell.success - a.cell.success);
  const [best] = sorted;
  if (best === undefined || !CARRYING.has(best.state)) return { country, state: 'bad', routes: sorted };
  const isTrouble = best.cell.success < LEAST_SUCCESS || sorted.some(({ state }) => state !== 'fit');
  return { country, state: isTrouble ? 'trouble' : 'good', routes: sorted };
}
