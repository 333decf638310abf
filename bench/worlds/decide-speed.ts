import type { RouteFact, RoutingFacts, SuccessContext, SuccessModel } from '@signalbox/contracts';
import { foretell, learnSpan, NEW_MODEL, OBJECTIVES, pickRoute, planRoutes, type SuccessCell } from '@signalbox/core';

/** A decision between so many routes, each with all there is to know of a route. */
export function manyRoutes(count: number): RoutingFacts {
  return {
    configVersion: 1,
    environment: 'live',
    channel: 'sms',
    class: 'transactional',
    country: 'MX',
    matchedPrefixes: ['5255', '52'],
    maxPriceMicrosPerPart: 30_000,
    maxPriceCurrency: 'USD',
    triedRouteIds: [],
    objective: OBJECTIVES.transactional,
    explorePpm: 20_000,
    routes: Array.from({ length: count }, (_, index) => ({
      routeId: `rte_${index}`,
      name: `Route ${index}`,
      providerId: `prv_${index}`,
      providerName: `Provider ${index}`,
      protocol: 'smpp' as const,
      channel: 'sms' as const,
      tier: 1,
      weight: 1 + ((index * 37) % 100),
      priceMicros: 8_000 + index * 100,
      currency: 'USD',
      countries: ['MX', 'US', 'BR'],
      prefixes: ['5255'],
      classes: [],
      enabled: true,
      connection: 'up' as const,
      breaker: 'closed' as const,
      signal: {
        successPpm: 900_000 - index * 1_000,
        lowPpm: 880_000 - index * 1_000,
        highPpm: 920_000 - index * 1_000,
        basis: 'cell' as const,
        withinPpm: null,
        p50Ms: 3_000,
        p95Ms: 9_000,
        factorPpm: 1_000_000,
        forging: false,
        costMicros: 8_000 + index * 100,
      },
    })),
  };
}

const PPM = 1_000_000;
const SPAN_MS = 600_000;
const LEARNED_SPANS = 3;

const contextOf = (route: RouteFact, hour: number): SuccessContext => ({
  route: route.routeId,
  class: 'transactional',
  country: 'MX',
  network: '334020',
  parts: 1 + (hour % 3),
  sender: 'name',
  hour,
});

/** A success model that has met every route at every hour, and was calibrated by what it foretold. */
function learnedModel(routes: readonly RouteFact[]): SuccessModel {
  const cells = routes.flatMap((route, index) =>
    Array.from({ length: 24 }, (_, hour): SuccessCell => {
      const outcomes = 20;
      const succeeded = outcomes - ((index + hour) % 6);
      return { ...contextOf(route, hour), signal: (route.signal?.successPpm ?? PPM) / PPM, outcomes, succeeded };
    }),
  );
  let model: SuccessModel | null = null;
  for (let span = 0; span < LEARNED_SPANS; span += 1)
    model = learnSpan({ newest: model ?? NEW_MODEL, inForce: model, cells, passedMs: SPAN_MS });
  return model ?? NEW_MODEL;
}

/** The facts as they are where the success model is in use: what it foretells of each route for this message is part of them. */
function foretold(facts: RoutingFacts, model: SuccessModel, hour: number): RoutingFacts {
  return {
    ...facts,
    model: { version: 1, state: 'used' },
    routes: facts.routes.map((route) => {
      const { success, isThin } = foretell(model, contextOf(route, hour), (route.signal?.successPpm ?? PPM) / PPM);
      return { ...route, model: { successPpm: Math.round(success * PPM), basis: isThin ? 'thin' : 'model' } };
    }),
  };
}

export type DecideSpeed = {
  p50Micros: number;
  p95Micros: number;
  /** Candidates of which the success model said something; none where it is not in use. */
  foretold: number;
};

/** Microseconds of one decision between so many candidates, plan and pick, nothing kept from the last. `byModel`: what the success model foretells of each is worked out anew as well. */
export function timeDecisions(candidates: number, rounds: number, byModel: boolean): DecideSpeed {
  const facts = manyRoutes(candidates);
  const model = byModel ? learnedModel(facts.routes) : null;
  const factsAt = (round: number) => (model === null ? facts : foretold(facts, model, round % 24));
  for (let round = 0; round < 500; round += 1) pickRoute(planRoutes(factsAt(round)), round * 7_919);
  const micros: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = process.hrtime.bigint();
    pickRoute(planRoutes(factsAt(round)), round * 40_503);
    micros.push(Number(process.hrtime.bigint() - started) / 1000);
  }
  micros.sort((a, b) => a - b);
  const at = (share: number) => micros[Math.floor(micros.length * share)] as number;
  const known = factsAt(0).routes.filter((route) => route.model?.basis === 'model').length;
  return { p50Micros: at(0.5), p95Micros: at(0.95), foretold: known };
}
