import type { RoutingFacts } from '@signalbox/contracts';
import { OBJECTIVES, pickRoute, planRoutes } from '@signalbox/core';

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

/** Microseconds of one decision between so many candidates, plan and pick, nothing kept from the last. */
export function timeDecisions(candidates: number, rounds: number): { p50Micros: number; p95Micros: number } {
  const facts = manyRoutes(candidates);
  for (let round = 0; round < 500; round += 1) pickRoute(planRoutes(facts), round * 7_919);
  const micros: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = process.hrtime.bigint();
    pickRoute(planRoutes(facts), round * 40_503);
    micros.push(Number(process.hrtime.bigint() - started) / 1000);
  }
  micros.sort((a, b) => a - b);
  const at = (share: number) => micros[Math.floor(micros.length * share)] as number;
  return { p50Micros: at(0.5), p95Micros: at(0.95) };
}
