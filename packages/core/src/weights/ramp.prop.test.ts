import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRamp, type RisingRoute, rampWeights } from './ramp.ts';

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

/** Whole weights that sum to 1000. */
const weights = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(100), { minLength: count, maxLength: count }).map((parts) => {
    const whole = Math.max(1, sum(parts));
    const list = parts.map((part) => Math.floor((part * 1000) / whole));
    list[0] = (list[0] as number) + 1000 - sum(list);
    return list;
  });
const ends = fc.integer({ min: 1, max: 50 }).chain((count) => fc.tuple(weights(count), weights(count)));

describe('a ramp', () => {
  it('sums to 1000 at every step, never goes back, begins where weights stand and ends exactly at the target', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 2, max: 100 }), ([from, to], steps) => {
        let before = rampWeights(from, to, 0, steps);
        expect(before).toEqual(from);
        for (let step = 1; step <= steps; step += 1) {
          const now = rampWeights(from, to, step, steps);
          expect(sum(now)).toBe(1000);
          now.forEach((weight, index) => {
            const direction = Math.sign((to[index] as number) - (from[index] as number));
            expect((weight - (before[index] as number)) * direction).toBeGreaterThanOrEqual(0);
            if (direction === 0) expect(weight).toBe(from[index]);
          });
          before = now;
        }
        expect(before).toEqual(to);
      }),
      { numRuns: 60 },
    );
  });

  it('gives every rising route its share of what has moved, to within two thousandths', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 2, max: 50 }), fc.nat(50), ([from, to], steps, at) => {
        const step = at % (steps + 1);
        rampWeights(from, to, step, steps).forEach((weight, index) => {
          const exact = (from[index] as number) + (((to[index] as number) - (from[index] as number)) * step) / steps;
          expect(Math.abs(weight - exact)).toBeLessThanOrEqual(2);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('stops for a route on its way up that is off, broke, forges or surely succeeds too seldom, and for no other reason', () => {
    const route = (change: Partial<RisingRoute> = {}): RisingRoute => ({
      routeId: 'up',
      isOff: false,
      hadBreaker: false,
      signals: [{ highPpm: 910_000, factorPpm: 1_000_000, forging: false }],
      ...change,
    });
    const reason = (change?: Partial<RisingRoute>) => judgeRamp([route(), route(change)], 900_000)?.reason ?? null;
    expect(reason()).toBeNull();
    expect(reason({ signals: [] })).toBeNull();
    expect(reason({ isOff: true })).toBe('route_off');
    expect(reason({ hadBreaker: true })).toBe('breaker_open');
    expect(reason({ signals: [{ highPpm: 990_000, factorPpm: 1_000_000, forging: true }] })).toBe('forging');
    expect(reason({ signals: [{ highPpm: 899_999, factorPpm: 1_000_000, forging: false }] })).toBe(
      'success_below_floor',
    );
    expect(reason({ signals: [{ highPpm: 990_000, factorPpm: 500_000, forging: false }] })).toBe('success_below_floor');
  });
});
