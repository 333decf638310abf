import type { ExclusionCode, RouteFact, RoutingFacts } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { planRoutes } from './plan-routes.ts';
import { indexPrefixes, matchPrefixes } from './prefixes.ts';
import { shareMillionths } from './share.ts';

const route = (routeId: string, change: Partial<RouteFact> = {}): RouteFact => ({
  routeId,
  name: routeId,
  providerId: 'prv_1',
  providerName: 'Provider',
  protocol: 'smpp',
  channel: 'sms',
  tier: 1,
  weight: 100,
  priceMicros: 9_000,
  currency: 'USD',
  countries: [],
  prefixes: [],
  classes: [],
  enabled: true,
  connection: 'up',
  breaker: 'closed',
  ...change,
});
const facts = (routes: readonly RouteFact[], change: Partial<RoutingFacts> = {}): RoutingFacts => ({
  configVersion: 1,
  environment: 'live',
  channel: 'sms',
  class: 'transactional',
  country: 'MX',
  matchedPrefixes: ['5255', '52'],
  maxPriceMicrosPerPart: 10_000,
  maxPriceCurrency: 'USD',
  triedRouteIds: [],
  routes,
  ...change,
});
const odds = (plan: ReturnType<typeof planRoutes>): Record<string, number> =>
  Object.fromEntries(plan.candidates.map((one) => [one.routeId, one.probabilityPpm]));
const reasons = (plan: ReturnType<typeof planRoutes>): Record<string, ExclusionCode | null> =>
  Object.fromEntries(plan.candidates.map((one) => [one.routeId, one.excluded]));

/** Faults in the order they are named: a route with one fault and all that follow is excluded for that one. */
const FAULTS: readonly [ExclusionCode, Partial<RouteFact>][] = [
  ['other_channel', { channel: 'email' }],
  ['disabled', { enabled: false }],
  ['other_class', { classes: ['marketing', 'otp'] }],
  ['other_country', { countries: ['US'] }],
  ['other_prefix', { prefixes: ['5281'] }],
  ['already_tried', { routeId: 'tried' }],
  ['price_above_limit', { priceMicros: 10_001 }],
  ['weight_zero', { weight: 0 }],
  ['breaker_open', { breaker: 'open' }],
  ['connection_down', { connection: 'down' }],
];

describe('planRoutes', () => {
  it.each(FAULTS.map(([code], index) => [code, index] as const))(
    'names %s before every reason that follows it',
    (code, index) => {
      const faulty = Object.assign({}, ...FAULTS.slice(index).map(([, fault]) => fault)) as Partial<RouteFact>;
      const alone = Object.assign({}, FAULTS[index]?.[1]) as Partial<RouteFact>;
      for (const change of [faulty, alone]) {
        const plan = planRoutes(facts([route('one', change)], { triedRouteIds: ['tried'] }));
        expect(plan.candidates[0]).toMatchObject({ excluded: code, probabilityPpm: 0 });
      }
    },
  );

  it('shares the traffic of the lowest usable tier by weight, and names the others as backups', () => {
    const plan = planRoutes(facts([route('c', { tier: 2 }), route('a', { weight: 300 }), route('b', { weight: 100 })]));
    expect(odds(plan)).toEqual({ a: 750_000, b: 250_000, c: 0 });
    expect(reasons(plan)).toEqual({ a: null, b: null, c: 'backup_not_needed' });
    expect(plan.blocked).toBeNull();
  });

  it('lets the backup carry when the primary is down, and holds when all that fit are', () => {
    const down = route('a', { connection: 'down' });
    expect(odds(planRoutes(facts([down, route('b', { tier: 2 })])))).toEqual({ a: 0, b: 1_000_000 });
    expect(planRoutes(facts([down, route('b', { breaker: 'open' })])).blocked).toBe('all_down');
    expect(planRoutes(facts([down, route('b', { countries: ['US'] })])).blocked).toBe('all_down');
    expect(planRoutes(facts([route('b', { countries: ['US'] })])).blocked).toBe('no_route');
    expect(planRoutes(facts([])).blocked).toBe('no_route');
  });

  it('takes a price in another currency as above the limit, and asks nothing without a limit', () => {
    const euro = route('a', { currency: 'EUR', priceMicros: 1 });
    expect(reasons(planRoutes(facts([euro])))).toEqual({ a: 'price_above_limit' });
    const free = facts([euro], { maxPriceMicrosPerPart: null, maxPriceCurrency: null });
    expect(reasons(planRoutes(free))).toEqual({ a: null });
    expect(reasons(planRoutes(facts([route('a', { priceMicros: 10_000 })])))).toEqual({ a: null });
  });

  it('sends a mail, which has no country, only by routes open to every country', () => {
    const mail = facts([route('a', { channel: 'email', countries: ['MX'] }), route('b', { channel: 'email' })], {
      channel: 'email',
      country: null,
      matchedPrefixes: [],
    });
    expect(reasons(planRoutes(mail))).toEqual({ a: 'other_country', b: null });
  });

  it('probes a half-open route with a tenth of its weight, beside a closed one', () => {
    const routes = [route('a', { breaker: 'half_open' }), route('b', { weight: 100 })];
    expect(odds(planRoutes(facts(routes)))).toEqual({ a: 90_909, b: 909_091 });
  });

  it('keeps a half-open primary to its probes although only a backup is closed', () => {
    const routes = [
      route('a', { breaker: 'half_open' }),
      route('b', { tier: 2 }),
      route('c', { tier: 3, breaker: 'half_open' }),
    ];
    expect(odds(planRoutes(facts(routes)))).toEqual({ a: 90_909, b: 909_091, c: 0 });
  });

  it('never probes with a code while a closed route qualifies, and lets it go by a half-open one when none does', () => {
    const routes = [route('a', { breaker: 'half_open' }), route('b', { tier: 2 })];
    const plan = planRoutes(facts(routes, { class: 'otp' }));
    expect(odds(plan)).toEqual({ a: 0, b: 1_000_000 });
    expect(reasons(plan)).toEqual({ a: 'breaker_open', b: null });
    const alone = planRoutes(facts([route('a', { breaker: 'half_open' })], { class: 'otp' }));
    expect(odds(alone)).toEqual({ a: 1_000_000 });
  });

  it('lists usable routes first, then backups, then those that are down, then those that do not fit', () => {
    const plan = planRoutes(
      facts([
        route('misfit', { countries: ['US'] }),
        route('down', { connection: 'down' }),
        route('backup', { tier: 2 }),
        route('light', { weight: 50 }),
        route('heavy', { weight: 500 }),
      ]),
    );
    expect(plan.candidates.map((one) => one.routeId)).toEqual(['heavy', 'light', 'backup', 'down', 'misfit']);
  });

  it('lists the cheaper of two equals first', () => {
    const plan = planRoutes(facts([route('a', { priceMicros: 9_001 }), route('b', { priceMicros: 9_000 })]));
    expect(plan.candidates.map((one) => one.routeId)).toEqual(['b', 'a']);
  });
});

describe('matchPrefixes', () => {
  const index = indexPrefixes(['52', '5255', '91', '525512345678', '5255123456789', '']);

  it('gives every route prefix the number starts with, longest first, with and without "+"', () => {
    expect(matchPrefixes('+525512345678', index)).toEqual(['525512345678', '5255', '52']);
    expect(matchPrefixes('525512345678', index)).toEqual(['525512345678', '5255', '52']);
    expect(matchPrefixes('+12133734253', index)).toEqual([]);
    expect(matchPrefixes('+5', index)).toEqual([]);
    expect(matchPrefixes('+525512345678', indexPrefixes([]))).toEqual([]);
  });
});

describe('shareMillionths', () => {
  it('gives thirds that sum to one million', () => {
    expect(shareMillionths([1, 1, 1])).toEqual([333_334, 333_333, 333_333]);
    expect(shareMillionths([0, 0])).toEqual([0, 0]);
    expect(shareMillionths([])).toEqual([]);
  });
});
