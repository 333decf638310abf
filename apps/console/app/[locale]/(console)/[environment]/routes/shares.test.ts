import type { RouteView } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { sharesOf, tiersOf } from './shares.ts';

const route = (id: string, more: Partial<RouteView> = {}): RouteView => ({
  id,
  name: id,
  provider: { id: 'p', name: 'P', up: true },
  channel: 'sms',
  environment: 'live',
  countries: [],
  prefixes: [],
  classes: [],
  tier: 1,
  weight: 500,
  price_micros: 1,
  currency: 'USD',
  enabled: true,
  version: 1,
  attempts_24h: 0,
  delivered_24h: 0,
  ...more,
});

describe('route weights', () => {
  it('show shares that always sum to the whole, with drafts before stored weights', () => {
    const routes = [route('a', { weight: 700 }), route('b', { weight: 300 }), route('c', { weight: 100 })];
    const shares = sharesOf(routes, new Map([['c', 1000]]));
    expect(shares.get('c')).toBeCloseTo(0.5);
    expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
  });
  it('give nothing to a route that is off, and nothing to anybody when all weights are zero', () => {
    expect(sharesOf([route('a'), route('b', { enabled: false })], new Map()).get('b')).toBe(0);
    expect(sharesOf([route('a', { weight: 0 })], new Map()).get('a')).toBe(0);
  });
  it('are grouped by channel and tier, texts and primaries first', () => {
    const tiers = tiersOf([route('m', { channel: 'email' }), route('b', { tier: 2 }), route('z'), route('a')]);
    expect(tiers.map(({ channel, tier, routes }) => [channel, tier, routes.map(({ id }) => id)])).toEqual([
      ['sms', 1, ['a', 'z']],
      ['sms', 2, ['b']],
      ['email', 1, ['m']],
    ]);
  });
});
