import {
  encodeId,
  type FrontierMix,
  type FrontierView,
  isByPhone,
  type RouteSignal,
  type WeightScope,
} from '@signalbox/contracts';
import { type FrontierRoute, fitWeights, frontierOf, mixOf, successOf } from '@signalbox/core';
import type { RouteRow, WeightSetRow } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { comparisonOf, priceOf, pricesFor, type RoutePrice } from '../prices/price-facts.ts';
import { routesInScope } from './scope.ts';
import { scopeOf } from './view.ts';

const PPM = 1_000_000;
const WHOLE = 1000;

/** A route with what is known of it; the ends of its interval as shares of success. */
interface Known {
  route: RouteRow;
  signal: RouteSignal;
  costMicros: number;
  /** Where its weight may stand and where it stands. */
  low: number;
  high: number;
  permille: number;
}

/**
 * What success costs for some traffic, by what is believed of its routes and the prices in force: the weights that no others beat, inside locks, floors and ceilings. Refused where
 * nothing is known or prices cannot be compared.
 */
export async function readFrontier({
  ctx,
  input: { scope },
}: {
  ctx: RequestContext;
  input: { scope: WeightScope };
}): Promise<FrontierView> {
  const { services, environment } = ctx;
  const workspace = ctx.workspace.number;
  const config = services.config.current();
  const knowledge = services.knowledge.current();
  if (isByPhone(scope.channel) && scope.country === null) return { kind: 'refused', reason: 'no_country' };
  const routes = routesInScope(config, { workspace, environment }, scope).filter(({ enabled }) => enabled);
  if (routes.length < 2) return { kind: 'refused', reason: 'too_few_routes' };
  const nowMs = services.world.nowMs();
  const where = { workspace, country: scope.country, address: '' };
  const stand = pricesFor(services.tariffs.current(), config, where, nowMs);
  const prices = routes.map((route) => priceOf(route, stand));
  const { comparedIn, microsOf } = comparisonOf(prices, stand);
  const currency = comparedIn ?? prices[0]?.currency ?? '';
  if (comparedIn === undefined && prices.some((price) => price.currency !== currency))
    return { kind: 'refused', reason: 'currencies' };
  const signals = routes.flatMap(({ number }) => knowledge.of(number, scope.class, scope.country)?.signal ?? []);
  if (signals.length < routes.length || signals.every(({ basis }) => basis === 'prior'))
    return { kind: 'refused', reason: 'nothing_known' };
  const set = knowledge.weightSets.find(
    (one) => one.workspace === workspace && one.environment === environment && isOf(one, scope),
  );
  const known = routes.map((route, index): Known => {
    const costMicros = microsOf(prices[index] as RoutePrice);
    return { route, signal: signals[index] as RouteSignal, costMicros, ...standOf(set, route) };
  });
  const points = frontierOf(known.map((one) => routeAt(one, one.signal.successPpm)));
  if (points.length === 0) return { kind: 'refused', reason: 'impossible' };
  return {
    kind: 'points',
    currency,
    points: points.map(({ permille }) => viewMix(known, permille)),
    now: viewMix(known, sharesNow(known)),
    routes: known.map(({ route, signal, costMicros }) => ({
      route_id: encodeId('route', route.id),
      name: route.name,
      basis: signal.basis,
      success: successOf(signal, signal.successPpm / PPM),
      low: successOf(signal, signal.lowPpm / PPM),
      high: successOf(signal, signal.highPpm / PPM),
      cost_micros: costMicros,
    })),
  };
}

const isOf = (set: WeightSetRow, scope: WeightScope): boolean => {
  const own = scopeOf(set);
  return (
    own.channel === scope.channel &&
    own.class === scope.class &&
    own.tier === scope.tier &&
    own.country === scope.country
  );
};

/** Where the weight of a route may stand, and where it stands: by the weights of the scope, else by its own. */
function standOf(set: WeightSetRow | undefined, route: RouteRow): Pick<Known, 'low' | 'high' | 'permille'> {
  if (set === undefined) return { low: 0, high: WHOLE, permille: route.weight };
  const row = set.weights.find(({ route_id }) => route_id === encodeId('route', route.id));
  if (row === undefined) return { low: 0, high: WHOLE, permille: 0 };
  const { permille } = row;
  return row.locked
    ? { low: permille, high: permille, permille }
    : { low: row.floor_permille, high: row.ceiling_permille, permille };
}

const routeAt = ({ route, signal, costMicros, low, high }: Known, successPpm: number): FrontierRoute => ({
  routeId: route.id,
  success: successOf(signal, successPpm / PPM),
  costMicros,
  low,
  high,
});

/** The shares the traffic has now; weights of routes need not sum to 1000. */
function sharesNow(known: readonly Known[]): number[] {
  const free = known.map(({ route, permille }) => ({
    routeId: route.id,
    permille,
    locked: false,
    floorPermille: 0,
    ceilingPermille: WHOLE,
  }));
  const wanted = known.map(({ permille }) => permille);
  const steps = known.map(() => WHOLE);
  return fitWeights(free, wanted, steps) ?? wanted;
}

function viewMix(known: readonly Known[], permille: readonly number[]): FrontierMix {
  const at = (ppm: 'successPpm' | 'lowPpm' | 'highPpm') =>
    mixOf(
      known.map((one) => routeAt(one, one.signal[ppm])),
      permille,
    );
  const { success, costMicros } = at('successPpm');
  return {
    weights: known.map(({ route }, index) => ({
      route_id: encodeId('route', route.id),
      permille: permille[index] as number,
    })),
    success,
    low: at('lowPpm').success,
    high: at('highPpm').success,
    cost_micros: Math.round(costMicros),
  };
}
