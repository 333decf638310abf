import { encodeId, type QuotedCountry, type RoutingFacts } from '@signalbox/contracts';
import { costOfPlan, type PartCost, planRoutes, sumCosts } from '@signalbox/core';
import type { RequestContext } from '../context.ts';
import type { PlanQuestion } from '../dispatch/plan-book.ts';

/** What a quote is told in, and how prices become it. */
export interface QuoteMoney {
  currency: string;
  /** Whether a price in a currency can be told in it. */
  canTell(currency: string): boolean;
  cost: PartCost;
}

/** Messages of one plan: those that go alike cost alike. */
export interface QuotedGroup {
  country: string | null;
  count: number;
  facts: RoutingFacts;
}

/** The question of a message of which only class and country are known. */
export function placeOf(
  ctx: RequestContext,
  channel: PlanQuestion['channel'],
  trafficClass: PlanQuestion['class'],
  country: string | null,
): PlanQuestion {
  return {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    channel,
    class: trafficClass,
    country,
    address: '',
    maxPriceMicrosPerPart: null,
    maxPriceCurrency: null,
    barred: [],
    dlt: null,
  };
}

/** The facts of when every route is back: what is down now is no reason to have no price. */
const asIfUp = (facts: RoutingFacts): RoutingFacts => ({
  ...facts,
  routes: facts.routes.map(({ admitPermille: _admitted, draining: _draining, ...route }) => ({
    ...route,
    connection: 'up',
    breaker: 'closed',
  })),
});

/** What the messages to a country cost; null where no route may carry them. */
export function quoteCountry(
  country: string | null,
  groups: readonly QuotedGroup[],
  parts: number,
  cost: PartCost,
): QuotedCountry | null {
  const planned = groups.map(({ facts, count }) => {
    const plan = planRoutes(facts);
    const isDown = plan.blocked === 'all_down';
    return { plan: isDown ? planRoutes(asIfUp(facts)) : plan, isDown, count };
  });
  const costs = planned.flatMap(({ plan, count }) => {
    const of = costOfPlan(plan, parts, cost);
    return of === null ? [] : [{ cost: of, count }];
  });
  const count = costs.reduce((sum, one) => sum + one.count, 0);
  const [first] = planned;
  if (first === undefined || count === 0) return null;
  const total = sumCosts(costs);
  return {
    country,
    count,
    per_message: {
      low_micros: Math.round(total.low_micros / count),
      expected_micros: Math.round(total.expected_micros / count),
      high_micros: Math.round(total.high_micros / count),
    },
    total,
    routes: first.plan.candidates
      .filter(({ excluded }) => excluded === null || excluded === 'backup_not_needed')
      .map(({ routeId, name, probabilityPpm, priceMicros, currency }) => ({
        route_id: encodeId('route', routeId),
        route_name: name,
        share: probabilityPpm / 1_000_000,
        price_micros: priceMicros,
        currency,
      })),
    routes_down: planned.some(({ isDown }) => isDown),
  };
}
