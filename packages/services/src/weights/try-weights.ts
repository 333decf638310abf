import {
  decodeId,
  encodeId,
  type LoggedGroup,
  type PlaceShares,
  type RoutingFacts,
  type TriedWeights,
  type TryWeightsInput,
  uuidFloor,
} from '@signalbox/contracts';
import { askWhatIf, OBJECTIVES, planRoutes } from '@signalbox/core';
import { type LoggedPlan, type RouteRow, readLoggedPlans, readPlans } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { readWithin } from '../tenant.ts';
import { routesInScope } from './scope.ts';

const DAY_MS = 86_400_000;
// Receipts of younger messages are still to come.
const SETTLED_MS = 660_000;

/**
 * What other weights would have brought on the traffic of the last day, by what the stored decisions did and with what chance: beside what was, with a 90 % interval;
 * refused where history cannot tell. Nothing is changed. Throws `request_invalid` for weights that are not those of the scope.
 */
export async function tryWeights({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: Omit<TryWeightsInput, 'environment'>;
}): Promise<TriedWeights> {
  const { services, environment } = ctx;
  const { scope } = input;
  const workspace = ctx.workspace.number;
  const nowMs = services.world.nowMs();
  const routes = routesInScope(services.config.current(), { workspace, environment }, scope);
  const shares = sharesOf(routes, input);
  const { logged, plans } = await readWithin(
    ctx,
    'The traffic of the last day takes too long to read; try one country.',
    async (tx) => {
      const rows = await readLoggedPlans(tx, {
        workspace,
        environment,
        channel: scope.channel,
        class: scope.class,
        country: scope.country,
        fromId: uuidFloor(nowMs - DAY_MS),
        toId: uuidFloor(nowMs - SETTLED_MS),
        deadlineMs: OBJECTIVES[scope.class].deadlineMs,
      });
      return { logged: rows, plans: await readPlans(tx, workspace, [...new Set(rows.map(({ plan }) => plan))]) };
    },
  );
  const place = { country: scope.country, network: null, class: scope.class };
  const groups = groupsOf(logged, plans as ReadonlyMap<string, unknown>, routes).map((group) => ({
    ...place,
    ...group,
  }));
  const currencies = new Set(routes.map(({ currency }) => currency));
  const answer = askWhatIf(groups, [{ ...place, shares }]);
  return {
    answer: answer.kind === 'refused' ? { ...answer, neverTried: answer.neverTried.map(named) } : answer,
    currency: currencies.size === 1 ? (routes[0]?.currency ?? null) : null,
  };
}

const named = ({ routeId, ppm }: { routeId: string; ppm: number }) => ({ routeId: encodeId('route', routeId), ppm });

function sharesOf(
  routes: readonly RouteRow[],
  { weights }: Omit<TryWeightsInput, 'environment'>,
): PlaceShares['shares'] {
  const known = new Set(routes.map(({ id }) => id));
  const sum = weights.reduce((total, { permille }) => total + permille, 0);
  if (sum !== 1000) throw refuseField('weights', 'invalid', `Weights sum to 1000 thousandths; these sum to ${sum}.`);
  return weights.map(({ route_id, permille }, index) => {
    const routeId = decodeId('route', route_id);
    if (routeId === undefined || !known.has(routeId))
      throw refuseField(
        `weights.${index}.route_id`,
        'unknown',
        'No route of this tier, class and country has this id; read the routes again.',
      );
    return { routeId, ppm: permille * 1000 };
  });
}

/** Decisions by route and chance; those by routes of other tiers say nothing of these weights. */
function groupsOf(
  logged: readonly LoggedPlan[],
  plans: ReadonlyMap<string, unknown>,
  routes: readonly RouteRow[],
): Omit<LoggedGroup, 'country' | 'network' | 'class'>[] {
  const byNumber = new Map(routes.map((route) => [route.number, route]));
  const judged = new Map(
    [...plans].map(([key, facts]) => {
      const { candidates } = planRoutes(facts as RoutingFacts);
      return [key, new Map(candidates.map((candidate) => [candidate.routeId, candidate]))] as const;
    }),
  );
  return logged.flatMap(({ plan, route: number, count, successes, parts, partsSquared }) => {
    const route = byNumber.get(number);
    const candidate = route && judged.get(plan)?.get(route.id);
    if (candidate === undefined || candidate.probabilityPpm === 0) return [];
    // What it cost then, which may not be what it costs now.
    const { routeId, probabilityPpm, priceMicros } = candidate;
    return [
      {
        routeId,
        probabilityPpm,
        count,
        successes,
        costMicros: parts * priceMicros,
        costSquares: partsSquared * priceMicros ** 2,
      },
    ];
  });
}
