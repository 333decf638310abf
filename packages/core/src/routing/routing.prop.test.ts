import type { RouteFact, RoutingFacts } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { planKey } from '../canonical/plan-key.ts';
import { drawOf, pickRoute } from './draw.ts';
import { anyRouteFits, planRoutes } from './plan-routes.ts';

const classes = ['otp', 'transactional', 'marketing'] as const;
const channels = ['sms', 'email'] as const;
const route = fc.record<RouteFact>({
  routeId: fc.constant('rte'),
  name: fc.constant('Route'),
  providerId: fc.constant('prv'),
  providerName: fc.constant('Provider'),
  protocol: fc.constant('smpp'),
  channel: fc.constantFrom('sms', 'sms', 'sms', 'email'),
  tier: fc.integer({ min: 1, max: 3 }),
  weight: fc.oneof(fc.constant(0), fc.constant(1), fc.integer({ min: 1, max: 1000 })),
  priceMicros: fc.nat(20_000),
  currency: fc.constantFrom('USD', 'USD', 'EUR'),
  countries: fc.subarray(['MX', 'US']),
  prefixes: fc.subarray(['52', '5255']),
  classes: fc.subarray([...classes]),
  enabled: fc.constantFrom(true, true, true, false),
  connection: fc.constantFrom('up', 'up', 'down'),
  breaker: fc.constantFrom('closed', 'closed', 'open', 'half_open'),
});
const routes = fc
  .array(route, { maxLength: 10 })
  .map((list) => list.map((one, index) => ({ ...one, routeId: `rte_${index}` })));
const facts: fc.Arbitrary<RoutingFacts> = fc.record({
  configVersion: fc.nat(100),
  environment: fc.constantFrom('live', 'sandbox'),
  channel: fc.constantFrom(...channels),
  class: fc.constantFrom(...classes),
  country: fc.constantFrom('MX', 'US', null),
  matchedPrefixes: fc.constantFrom([], ['52'], ['5255', '52']),
  maxPriceMicrosPerPart: fc.option(fc.nat(20_000)),
  maxPriceCurrency: fc.constant('USD'),
  triedRouteIds: fc.subarray(['rte_0', 'rte_1', 'rte_2']),
  routes,
});
const draw = fc.integer({ min: 0, max: 0xffff_ffff });
const factOf = (one: RoutingFacts, routeId: string): RouteFact =>
  one.routes.find((item) => item.routeId === routeId) as RouteFact;

describe('a routing plan', () => {
  it('has probabilities that sum to exactly one million, or to nothing when it is blocked', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const plan = planRoutes(one);
        const sum = plan.candidates.reduce((total, candidate) => total + candidate.probabilityPpm, 0);
        expect(sum).toBe(plan.blocked === null ? 1_000_000 : 0);
        for (const candidate of plan.candidates) expect(candidate.probabilityPpm > 0).toBe(candidate.excluded === null);
      }),
      { numRuns: 1000 },
    );
  });

  it('judges every route, each once', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const judged = planRoutes(one).candidates.map((candidate) => candidate.routeId);
        expect(judged.sort()).toEqual(one.routes.map((item) => item.routeId).sort());
      }),
    );
  });

  it('does not depend on the order in which the routes are given', () => {
    const shuffled = facts.chain((one) =>
      fc
        .shuffledSubarray([...one.routes], { minLength: one.routes.length, maxLength: one.routes.length })
        .map((list) => [one, list] as const),
    );
    fc.assert(
      fc.property(shuffled, ([one, list]) => {
        expect(planRoutes({ ...one, routes: list })).toEqual(planRoutes(one));
      }),
      { numRuns: 500 },
    );
  });

  it('never chooses an open breaker, a route that is down, off, tried, or unfit', () => {
    fc.assert(
      fc.property(facts, draw, (one, value) => {
        const chosen = pickRoute(planRoutes(one), value);
        if (chosen === null) return;
        const fact = factOf(one, chosen.routeId);
        expect(fact).toMatchObject({ enabled: true, connection: 'up', channel: one.channel });
        expect(fact.breaker).not.toBe('open');
        expect(fact.weight).toBeGreaterThan(0);
        expect(one.triedRouteIds).not.toContain(fact.routeId);
        if (one.maxPriceMicrosPerPart !== null) expect(fact.priceMicros).toBeLessThanOrEqual(one.maxPriceMicrosPerPart);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a code a closed breaker whenever one qualifies, and the others no more than a tenth of the odds for each probe', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const open = planRoutes(one).candidates.filter((candidate) => candidate.excluded === null);
        const closed = open.filter((candidate) => factOf(one, candidate.routeId).breaker === 'closed');
        if (closed.length === 0) return;
        const probes = open.filter((candidate) => factOf(one, candidate.routeId).breaker === 'half_open');
        if (one.class === 'otp') expect(probes).toEqual([]);
        const heaviest = Math.max(...closed.map((candidate) => candidate.probabilityPpm / candidate.weight));
        for (const probe of probes) expect(probe.probabilityPpm / probe.weight).toBeLessThanOrEqual(heaviest / 10 + 2);
      }),
      { numRuns: 1000 },
    );
  });

  it('carries by the lowest tier that has a usable closed route', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const plan = planRoutes(one);
        const closed = plan.candidates.filter(
          (candidate) =>
            (candidate.excluded === null || candidate.excluded === 'backup_not_needed') &&
            factOf(one, candidate.routeId).breaker === 'closed',
        );
        const lowest = Math.min(...closed.map((candidate) => candidate.tier));
        for (const candidate of closed) expect(candidate.excluded === null).toBe(candidate.tier === lowest);
      }),
      { numRuns: 1000 },
    );
  });

  it('says blocked exactly when nothing can be picked, and all_down only when a route would fit', () => {
    fc.assert(
      fc.property(facts, draw, (one, value) => {
        const plan = planRoutes(one);
        expect(pickRoute(plan, value) === null).toBe(plan.blocked !== null);
        const waits = plan.candidates.some(
          (item) => item.excluded === 'breaker_open' || item.excluded === 'connection_down',
        );
        if (plan.blocked !== null) expect(plan.blocked).toBe(waits ? 'all_down' : 'no_route');
      }),
      { numRuns: 1000 },
    );
  });

  it('is blocked for good exactly when no route fits, so that a failover and the plan it leads to agree', () => {
    fc.assert(
      fc.property(facts, (one) => {
        expect(anyRouteFits(one)).toBe(planRoutes(one).blocked !== 'no_route');
      }),
      { numRuns: 1000 },
    );
  });

  it('replays: facts that went through storage give the same plan, key and choice', () => {
    fc.assert(
      fc.property(facts, draw, (one, value) => {
        const stored = JSON.parse(canonicalJson(one)) as RoutingFacts;
        expect(planRoutes(stored)).toEqual(planRoutes(one));
        expect(planKey(stored)).toBe(planKey(one));
        expect(pickRoute(planRoutes(stored), value)).toEqual(pickRoute(planRoutes(one), value));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves the facts as they were', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const before = canonicalJson(one);
        planRoutes(one);
        expect(canonicalJson(one)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the draw', () => {
  /** An id as the house makes them: the same millisecond for many, a counter and random bits behind. */
  const idOf = (index: number): string =>
    `019ab4f2-7d5c-7${index.toString(16).padStart(3, '0').slice(-3)}-9abc-${((index * 2_654_435_761) % 2 ** 48).toString(16).padStart(12, '0')}`;

  it('is a whole number of 32 bits that follows from id and attempt alone', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(20), (id, attempt) => {
        const value = drawOf(id, attempt);
        expect(Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff).toBe(true);
        expect(drawOf(id, attempt)).toBe(value);
      }),
    );
    expect(drawOf('019ab4f2-7d5c-7abc-9def-0123456789ab', 1)).not.toBe(
      drawOf('019ab4f2-7d5c-7abc-9def-0123456789ab', 2),
    );
  });

  it('never changes between versions: stored decisions must replay', () => {
    expect([1, 2, 3].map((attempt) => drawOf('019ab4f2-7d5c-7abc-9def-0123456789ab', attempt))).toEqual([
      144_027_411, 3_603_424_333, 2_875_456_662,
    ]);
  });

  it('spreads evenly over ids of one millisecond and over attempts (chi-square of 64 cells)', () => {
    const count = 64_000;
    for (const attemptOf of [() => 1, (index: number) => 1 + (index % 4)]) {
      const cells = new Array<number>(64).fill(0);
      for (let index = 0; index < count; index += 1) {
        const cell = drawOf(idOf(index), attemptOf(index)) >>> 26;
        cells[cell] = (cells[cell] ?? 0) + 1;
      }
      const expected = count / 64;
      const chi = cells.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
      // 63 degrees of freedom: below 115 with a chance of 0.9999; the ids are fixed, so the test is too.
      expect(chi).toBeLessThan(115);
    }
  });

  it('is independent from one attempt to the next', () => {
    let same = 0;
    for (let index = 0; index < 16_000; index += 1) {
      if (drawOf(idOf(index), 1) >>> 28 === drawOf(idOf(index), 2) >>> 28) same += 1;
    }
    expect(same / 16_000).toBeGreaterThan(1 / 16 - 0.01);
    expect(same / 16_000).toBeLessThan(1 / 16 + 0.01);
  });

  it('hits each route with its probability, exactly up to rounding', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const plan = planRoutes(one);
        fc.pre(plan.blocked === null);
        const hits = new Map<string, number>();
        // Every 2^20th draw: an even grid over all draws, so that the counts are exact up to rounding.
        for (let value = 0; value < 4096; value += 1) {
          const chosen = pickRoute(plan, value * 2 ** 20);
          if (chosen !== null) hits.set(chosen.routeId, (hits.get(chosen.routeId) ?? 0) + 1);
        }
        for (const candidate of plan.candidates) {
          const expected = (candidate.probabilityPpm * 4096) / 1_000_000;
          expect(Math.abs((hits.get(candidate.routeId) ?? 0) - expected)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('reaches the first and the last candidate at the ends of its range', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const plan = planRoutes(one);
        const open = plan.candidates.filter((candidate) => candidate.excluded === null);
        expect(pickRoute(plan, 0)).toEqual(open[0] ?? null);
        expect(pickRoute(plan, 0xffff_ffff)).toEqual(open.at(-1) ?? null);
      }),
    );
  });
});
