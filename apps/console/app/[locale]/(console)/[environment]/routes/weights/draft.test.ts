import type { RouteView, WeightScope } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { firstRows, move, rebind } from './draft.ts';

const scope: WeightScope = { channel: 'sms', class: 'otp', tier: 1, country: 'MX' };
const route = (id: string, change: Partial<RouteView> = {}): RouteView => ({
  id,
  name: id,
  provider: { id: 'prv', name: 'Provider', up: true },
  channel: 'sms',
  environment: 'live',
  countries: [],
  prefixes: [],
  classes: [],
  tier: 1,
  weight: 100,
  price_micros: 1000,
  currency: 'USD',
  enabled: true,
  version: 1,
  attempts_24h: 0,
  delivered_24h: 0,
  ...change,
});
const weightsOf = (rows: readonly { permille: number }[] | null) => rows?.map(({ permille }) => permille);

describe('the rows an editor of weights begins with', () => {
  it('are the routes of the scope with the shares they have, those that are off with nothing', () => {
    const routes = [
      route('c', { weight: 100 }),
      route('a', { weight: 300 }),
      route('off', { enabled: false }),
      route('other', { tier: 2 }),
      route('brazil', { countries: ['BR'] }),
    ];
    const rows = firstRows(routes, scope, undefined);
    expect(rows.map(({ route_id, permille }) => [route_id, permille])).toEqual([
      ['a', 750],
      ['c', 250],
      ['off', 0],
    ]);
  });

  it('are what is stored, with a new route at nothing and the share of a gone one with the others', () => {
    const stored = [
      { route_id: 'a', permille: 600, locked: false, floor_permille: 100, ceiling_permille: 1000 },
      { route_id: 'gone', permille: 400, locked: false, floor_permille: 0, ceiling_permille: 1000 },
    ];
    const rows = firstRows([route('a'), route('new')], scope, stored);
    expect(rows).toMatchObject([
      { route_id: 'a', permille: 1000, floor_permille: 100 },
      { route_id: 'new', permille: 0 },
    ]);
  });
});

describe('a change in the editor', () => {
  const rows = firstRows(
    [route('a', { weight: 5 }), route('b', { weight: 3 }), route('c', { weight: 2 })],
    scope,
    undefined,
  );

  it('keeps the sum at 1000 and what is locked', () => {
    expect(weightsOf(move(rows, 'a', 300))).toEqual([300, 420, 280]);
    const locked = rebind(rows, 'b', { locked: true });
    expect(weightsOf(move(locked ?? [], 'a', 300))).toEqual([300, 300, 400]);
    expect(move(locked ?? [], 'b', 100)).toBe(locked);
  });

  it('brings a weight inside new bounds at once, and is refused where no sum of 1000 is left', () => {
    expect(weightsOf(rebind(rows, 'c', { floor_permille: 400 }))).toEqual([375, 225, 400]);
    expect(rebind(rows, 'a', { floor_permille: 700, ceiling_permille: 600 })).toBeNull();
    const two = rebind(rows, 'a', { ceiling_permille: 100 });
    expect(weightsOf(two)).toEqual([100, 540, 360]);
    expect(rebind(rebind(two ?? [], 'b', { locked: true }) ?? [], 'c', { ceiling_permille: 10 })).toBeNull();
  });
});
