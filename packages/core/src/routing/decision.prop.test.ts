import type { RouteFact, RouteSignal, RoutingFacts, RoutingPlan } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { pickRoute } from './draw.ts';
import { OBJECTIVES } from './objective.ts';
import { anyRouteFits, planRoutes } from './plan-routes.ts';

const share = fc.nat(1_000_000);
const signal: fc.Arbitrary<RouteSignal> = fc
  .record({ low: share, success: share, high: share, within: fc.option(share), factor: share, cost: fc.nat(50_000) })
  .map(({ low, success, high, within, factor, cost }) => {
    const [lowPpm, successPpm, highPpm] = [low, success, high].sort((a, b) => a - b) as [number, number, number];
    const known = {
      lowPpm,
      successPpm,
      highPpm,
      basis: 'cell' as const,
      withinPpm: within,
      p50Ms: 4_000,
      p95Ms: 9_000,
    };
    return { ...known, factorPpm: factor, forging: factor < 100_000, costMicros: cost };
  });
const maybe = (odds: number) => fc.nat(odds).map((value) => value === 0);
const route: fc.Arbitrary<RouteFact> = fc.record({
  routeId: fc.constant('rte'),
  name: fc.constant('Route'),
  providerId: fc.constant('prv'),
  providerName: fc.constant('Provider'),
  protocol: fc.constant('smpp' as const),
  channel: fc.constant('sms' as const),
  tier: fc.integer({ min: 1, max: 2 }),
  weight: fc.integer({ min: 1, max: 1000 }),
  priceMicros: fc.nat(20_000),
  currency: fc.constant('USD'),
  countries: fc.constant([]),
  prefixes: fc.constant([]),
  classes: fc.constant([]),
  enabled: fc.constantFrom(true, true, true, false),
  connection: fc.constantFrom('up' as const, 'up' as const, 'up' as const, 'down' as const),
  breaker: fc.constantFrom('closed' as const, 'closed' as const, 'open' as const, 'half_open' as const),
  admitPermille: fc.constantFrom(0, 100, 500, undefined),
  draining: maybe(8),
  ejected: maybe(5),
  signal: fc.option(signal),
});
const facts: fc.Arbitrary<RoutingFacts> = fc.record({
  configVersion: fc.nat(100),
  environment: fc.constant('live' as const),
  channel: fc.constant('sms' as const),
  class: fc.constantFrom('otp' as const, 'transactional' as const, 'marketing' as const),
  country: fc.constant('MX'),
  matchedPrefixes: fc.constant([]),
  maxPriceMicrosPerPart: fc.constant(null),
  maxPriceCurrency: fc.constant(null),
  triedRouteIds: fc.subarray(['rte_0', 'rte_1']),
  objective: fc.constantFrom(OBJECTIVES.otp, OBJECTIVES.marketing, undefined),
  explorePpm: fc.constantFrom(0, 20_000, 50_000, undefined),
  routes: fc
    .array(route, { maxLength: 8 })
    .map((list) => list.map((one, index) => ({ ...one, routeId: `rte_${index}` }))),
});
const draw = fc.integer({ min: 0, max: 0xffff_ffff });
const factOf = (one: RoutingFacts, routeId: string): RouteFact =>
  one.routes.find((item) => item.routeId === routeId) as RouteFact;
const usable = (plan: RoutingPlan) => plan.candidates.filter((candidate) => candidate.excluded === null);
const runs = { numRuns: 1000 };

describe('a decision', () => {
  it('is made again from its stored facts and draw, identical to the last bit', () => {
    fc.assert(
      fc.property(facts, draw, (one, value) => {
        const made = (from: RoutingFacts) => {
          const plan = planRoutes(from);
          return canonicalJson({ plan, chosen: pickRoute(plan, value) });
        };
        expect(made(JSON.parse(JSON.stringify(one)) as RoutingFacts)).toBe(made(one));
      }),
      runs,
    );
  });

  it('has chances that sum to one million, those for the sake of learning among them, each zero exactly when it is excluded', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const plan = planRoutes(one);
        const sum = (of: (candidate: RoutingPlan['candidates'][number]) => number) =>
          plan.candidates.reduce((total, candidate) => total + of(candidate), 0);
        expect(sum(({ probabilityPpm }) => probabilityPpm)).toBe(plan.blocked === null ? 1_000_000 : 0);
        expect([0, one.explorePpm ?? 0]).toContain(sum(({ explorePpm }) => explorePpm));
        for (const candidate of plan.candidates) {
          expect(candidate.probabilityPpm > 0).toBe(candidate.excluded === null);
          expect(candidate.explorePpm).toBeLessThanOrEqual(candidate.probabilityPpm);
        }
      }),
      runs,
    );
  });

  it('never falls on a route with a hard reason against it', () => {
    fc.assert(
      fc.property(facts, draw, (one, value) => {
        const chosen = pickRoute(planRoutes(one), value);
        if (chosen === null) return;
        const fact = factOf(one, chosen.routeId);
        expect(fact).toMatchObject({ enabled: true, connection: 'up', draining: false });
        expect(fact.breaker === 'open' || (fact.breaker === 'half_open' && fact.admitPermille === 0)).toBe(false);
        expect(one.triedRouteIds).not.toContain(fact.routeId);
      }),
      runs,
    );
  });

  it('leaves out what is only worse than others, but never the last route: it is blocked only when every route has a hard reason', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const plan = planRoutes(one);
        const soft = ['forging', 'ejected', 'concentration', 'success_below_floor'];
        const yielded = plan.candidates.filter(({ excluded }) => excluded !== null && soft.includes(excluded));
        if (yielded.length > 0) {
          expect(usable(plan).some(({ routeId }) => factOf(one, routeId).breaker === 'closed')).toBe(true);
        }
        expect(anyRouteFits(one)).toBe(plan.blocked !== 'no_route');
      }),
      runs,
    );
  });

  it('gives a code to a route on its way back only after its probes, while a closed one qualifies', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const open = usable(planRoutes(one)).map(({ routeId }) => factOf(one, routeId));
        if (one.class !== 'otp' || !open.some(({ breaker }) => breaker === 'closed')) return;
        for (const fact of open) if (fact.breaker === 'half_open') expect(fact.admitPermille).toBe(500);
      }),
      runs,
    );
  });

  it('explores only routes that are closed and not proven to forge, and the one that may be best among them', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const plan = planRoutes(one);
        for (const candidate of plan.candidates.filter(({ explorePpm }) => explorePpm > 0)) {
          const fact = factOf(one, candidate.routeId);
          expect(fact.breaker).toBe('closed');
          if (one.objective !== undefined) expect(fact.signal?.forging ?? false).toBe(false);
        }
      }),
      runs,
    );
  });
});
