import { rampWeights } from '../weights/ramp.ts';

const WHOLE = 1000;

/** A route as its share of some traffic is worth it. */
export interface FrontierRoute {
  routeId: string;
  /** Share of messages that arrive honestly and in time, 0 to 1. */
  success: number;
  /** What a part costs, in one currency for all. */
  costMicros: number;
  /** Where its weight may stand, in thousandths. */
  low: number;
  high: number;
}

/** Weights that no others beat: nothing brings more success for as little money. */
export interface FrontierPoint {
  /** Thousandths in the order of the routes; they sum to 1000. */
  permille: number[];
  success: number;
  costMicros: number;
}

/** What weights would bring. */
export function mixOf(routes: readonly FrontierRoute[], permille: readonly number[]): FrontierPoint {
  const sum = (of: (route: FrontierRoute) => number) =>
    routes.reduce((total, route, index) => total + (permille[index] as number) * of(route), 0) / WHOLE;
  return {
    permille: [...permille],
    success: sum((route) => route.success),
    costMicros: sum((route) => route.costMicros),
  };
}

/**
 * The weights worth choosing, from the cheapest to the most successful, inside their bounds; between two corners stand `between` steps. A corner is the best mix for some price of a success:
 * as the price rises the routes change places in what they are worth, one pair after the other (parametric linear programming; with one sum to keep, filling up by worth is
 * exact). Empty when no weights in the bounds sum to 1000.
 */
export function frontierOf(routes: readonly FrontierRoute[], between = 3): FrontierPoint[] {
  const least = routes.reduce((sum, { low }) => sum + low, 0);
  const most = routes.reduce((sum, { high }) => sum + high, 0);
  if (routes.length === 0 || least > WHOLE || most < WHOLE) return [];
  const corners = pricesOfMoney(routes).map((price) => mixOf(routes, fill(routes, price)));
  const rising = risingOf(corners.sort((a, b) => a.costMicros - b.costMicros || b.success - a.success));
  const all = rising.flatMap((corner, index) => {
    const next = rising[index + 1];
    if (next === undefined) return [corner];
    const steps = Array.from({ length: between }, (_, step) =>
      mixOf(routes, rampWeights(corner.permille, next.permille, step + 1, between + 1)),
    );
    return [corner, ...steps];
  });
  return risingOf(all);
}

/** Those that bring more than all before them and cost more; a difference smaller than any weight makes is rounding. */
function risingOf(points: readonly FrontierPoint[]): FrontierPoint[] {
  const rising: FrontierPoint[] = [];
  for (const one of points) {
    const last = rising.at(-1);
    if (last === undefined || (one.success > last.success + 1e-9 && one.costMicros > last.costMicros + 1e-6))
      rising.push(one);
  }
  return rising;
}

/** Prices of money between those at which two routes change places: infinite, one inside each gap, and none. */
function pricesOfMoney(routes: readonly FrontierRoute[]): number[] {
  const swaps = new Set<number>();
  for (const one of routes)
    for (const other of routes) {
      const price = (one.success - other.success) / (one.costMicros - other.costMicros);
      if (price > 0 && Number.isFinite(price)) swaps.add(price);
    }
  const sorted = [...swaps].sort((a, b) => b - a);
  const gaps = sorted.slice(1).map((price, index) => (price + (sorted[index] as number)) / 2);
  return [Number.POSITIVE_INFINITY, ...gaps, 0];
}

/** Fills weights up by what a route is worth at a price of money: the cheapest first where it is infinite, the best where it is nothing. */
function fill(routes: readonly FrontierRoute[], price: number): number[] {
  const order = routes
    .map((route, index) => ({ route, index }))
    .sort((a, b) => compare(a.route, b.route, price) || a.index - b.index);
  const permille = routes.map(({ low }) => low);
  let left = WHOLE - permille.reduce((sum, weight) => sum + weight, 0);
  for (const { route, index } of order) {
    const taken = Math.min(left, route.high - route.low);
    permille[index] = (permille[index] as number) + taken;
    left -= taken;
  }
  return permille;
}

function compare(a: FrontierRoute, b: FrontierRoute, price: number): number {
  const cost = a.costMicros - b.costMicros;
  const success = b.success - a.success;
  if (price === Number.POSITIVE_INFINITY) return cost || success;
  if (price === 0) return success || cost;
  return success + price * cost;
}
