import type { RouteFact, RoutingFacts } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRoutes } from './plan-routes.ts';

const share = fc.integer({ min: 0, max: 1_000_000 });
const basis = fc.constantFrom('model' as const, 'thin' as const, 'drift' as const);
const routes: fc.Arbitrary<RouteFact[]> = fc.uniqueArray(
  fc
    .record({
      routeId: fc.uuid(),
      weight: fc.integer({ min: 1, max: 1000 }),
      successPpm: share,
      model: fc.option(fc.record({ successPpm: share, basis }), { nil: undefined }),
      locked: fc.boolean(),
    })
    .map(
      ({ successPpm, model, locked, ...route }): RouteFact => ({
        ...{ ...route, name: 'A', providerId: 'p', providerName: 'P', protocol: 'loopback', channel: 'sms', tier: 1 },
        ...{ priceMicros: 1000, currency: 'USD', countries: [], prefixes: [], classes: [], enabled: true },
        ...{ connection: 'up', breaker: 'closed' },
        signal: {
          ...{ successPpm, lowPpm: 0, highPpm: 1_000_000, basis: 'cell', withinPpm: null, p50Ms: null, p95Ms: null },
          ...{ factorPpm: 1_000_000, forging: false, costMicros: 1000 },
        },
        ...(model === undefined ? {} : { model }),
        ...(locked ? { locked } : {}),
      }),
    ),
  { minLength: 1, maxLength: 8, selector: ({ routeId }) => routeId },
);
const factsOf = (of: readonly RouteFact[], state: 'used' | 'thin' | 'worse' = 'used'): RoutingFacts => ({
  ...{ configVersion: 1, environment: 'live', channel: 'sms', class: 'otp', country: 'MX', matchedPrefixes: [] },
  ...{ maxPriceMicrosPerPart: null, maxPriceCurrency: null, triedRouteIds: [], model: { version: 3, state } },
  routes: of,
});
const chances = (facts: RoutingFacts): Map<string, number> =>
  new Map(planRoutes(facts).candidates.map(({ routeId, probabilityPpm }) => [routeId, probabilityPpm]));
const withoutModel = ({ model: _model, ...route }: RouteFact): RouteFact => route;

describe('a plan that leans on the success model', () => {
  it('sums to one, leaves nothing without a chance, and is made again from its stored facts, bit for bit', () => {
    fc.assert(
      fc.property(routes, (of) => {
        const plan = planRoutes(factsOf(of));
        expect(plan.candidates.reduce((sum, { probabilityPpm }) => sum + probabilityPpm, 0)).toBe(1_000_000);
        for (const { probabilityPpm } of plan.candidates) expect(probabilityPpm).toBeGreaterThan(0);
        expect(planRoutes(JSON.parse(JSON.stringify(factsOf(of))) as RoutingFacts)).toEqual(plan);
      }),
    );
  });

  it('leaves the weights as they are where the model says nothing, knows too little or foretold worse', () => {
    fc.assert(
      fc.property(routes, fc.constantFrom('thin' as const, 'worse' as const), (of, state) => {
        const plain = chances(factsOf(of.map(withoutModel)));
        expect(chances(factsOf(of, state))).toEqual(plain);
        const silent = of.map((route) => ({ ...route, model: { successPpm: 1, basis: 'thin' as const } }));
        expect(chances(factsOf(silent))).toEqual(plain);
      }),
    );
  });

  it('moves nothing of a locked weight', () => {
    fc.assert(
      fc.property(routes, (of) => {
        const [before, after] = [chances(factsOf(of.map(withoutModel))), chances(factsOf(of))];
        for (const { routeId, locked } of of)
          if (locked === true)
            expect(Math.abs((after.get(routeId) as number) - (before.get(routeId) as number))).toBeLessThan(20);
      }),
    );
  });

  it('gives a route no less the more the model foretells of it', () => {
    fc.assert(
      fc.property(routes, share, share, (of, one, other) => {
        const [route, ...others] = of as [RouteFact, ...RouteFact[]];
        const at = (successPpm: number) =>
          chances(factsOf([{ ...route, model: { successPpm, basis: 'model' } }, ...others])).get(route.routeId) ?? 0;
        expect(at(Math.max(one, other))).toBeGreaterThanOrEqual(at(Math.min(one, other)) - 20);
      }),
    );
  });
});
