import type { RouteCellView, RouteHealthView } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { judgeCountries } from './country-health.ts';
import { TILE_COLUMNS, TILES } from './world-tiles.ts';

const cell = (change: Partial<RouteCellView> = {}): RouteCellView => ({
  class: 'otp',
  country: 'MX',
  network: null,
  success: 0.97,
  low: 0.95,
  high: 0.98,
  basis: 'cell',
  trials: 100,
  within: null,
  p50_ms: 1000,
  p95_ms: 4000,
  conversion: null,
  cost_per_delivered_micros: null,
  cost_per_converted_micros: null,
  throttled: 0,
  faults: 0,
  outlier: null,
  ...change,
});
const route = (name: string, change: Partial<RouteHealthView> = {}): RouteHealthView => ({
  id: name,
  name,
  provider_name: name,
  channel: 'sms',
  tier: 1,
  currency: 'USD',
  enabled: true,
  up: true,
  breakers: [],
  honesty: null,
  cells: [cell()],
  pauses: [],
  ...change,
});
const breaker = (country: string | null) => ({
  country,
  state: 'open' as const,
  admit_permille: 0,
  since: '',
  until: null,
  reason: null,
});
const mexico = (...routes: RouteHealthView[]) => judgeCountries(routes, 'otp').get('MX');

describe('how a country stands', () => {
  it('is good while its routes are fit, told by the best of them', () => {
    const found = mexico(route('a', { cells: [cell({ success: 0.9 })] }), route('b'));
    expect(found?.state).toBe('good');
    expect(found?.routes.map((one) => one.route.name)).toEqual(['b', 'a']);
  });

  it('is trouble where one is held back or the best succeeds too seldom, and bad where none carries', () => {
    expect(mexico(route('a'), route('b', { breakers: [breaker('MX')] }))?.state).toBe('trouble');
    expect(mexico(route('a', { cells: [cell({ success: 0.5 })] }))?.state).toBe('trouble');
    expect(mexico(route('a', { breakers: [breaker(null)] }), route('b', { up: false }))?.state).toBe('bad');
  });

  it('hangs on no breaker of another country, no other class and no single network', () => {
    expect(mexico(route('a', { breakers: [breaker('BR')] }))?.state).toBe('good');
    const network = { code: '334020', name: 'Telcel', thin: false };
    expect(
      mexico(route('a', { cells: [cell({ class: 'marketing' }), cell({ network, success: 0.1 })] })),
    ).toBeUndefined();
  });
});

describe('the tiles of the world', () => {
  it('show each country once, inside the map, on a tile of its own', () => {
    expect(new Set(TILES.map(({ country }) => country)).size).toBe(TILES.length);
    expect(new Set(TILES.map(({ column, row }) => `${column} ${row}`)).size).toBe(TILES.length);
    for (const { country, column } of TILES) {
      expect(country).toMatch(/^[A-Z]{2}$/);
      expect(column).toBeLessThanOrEqual(TILE_COLUMNS);
    }
    expect(TILES.length).toBeGreaterThan(200);
  });
});
