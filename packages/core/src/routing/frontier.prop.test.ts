import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWeights } from '../weights/fit-weights.ts';
import { type FrontierRoute, frontierOf, mixOf } from './frontier.ts';

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

/** Routes some of which are locked or bound, so that 1000 is within reach. */
const routes: fc.Arbitrary<FrontierRoute[]> = fc
  .array(
    fc.record({
      success: fc.integer({ min: 0, max: 1000 }),
      cost: fc.integer({ min: 1, max: 60 }),
      low: fc.integer({ min: 0, max: 120 }),
      room: fc.integer({ min: 0, max: 1000 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ success, cost, low, room }, index) => ({
      routeId: `rte_${index}`,
      success: success / 1000,
      costMicros: cost * 1000,
      low,
      high: index === 0 ? 1000 : Math.min(1000, low + room),
    })),
  );

describe('the frontier of cost and success', () => {
  it('has weights that sum to 1000 inside their bounds, and rises: more money always brings more success', () => {
    fc.assert(
      fc.property(routes, fc.nat(5), (list, between) => {
        const points = frontierOf(list, between);
        expect(points.length).toBeGreaterThan(0);
        points.forEach((point, at) => {
          expect(sum(point.permille)).toBe(1000);
          point.permille.forEach((weight, index) => {
            expect(weight).toBeGreaterThanOrEqual(list[index]?.low ?? 0);
            expect(weight).toBeLessThanOrEqual(list[index]?.high ?? 0);
          });
          const before = points[at - 1];
          if (before === undefined) return;
          expect(point.costMicros).toBeGreaterThan(before.costMicros);
          expect(point.success).toBeGreaterThan(before.success);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is beaten by no other weights', () => {
    fc.assert(
      fc.property(routes, fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }), (list, wanted) => {
        const bounds = list.map(({ routeId, low, high }) => ({
          routeId,
          permille: low,
          locked: false,
          floorPermille: low,
          ceilingPermille: high,
        }));
        const fitted = fitWeights(
          bounds,
          wanted.slice(0, list.length),
          bounds.map(() => 1000),
        );
        const other = mixOf(list, fitted ?? []);
        const points = frontierOf(list, 0);
        // What the frontier brings for the money of the other weights, on the line between two corners.
        const dearer = points.findIndex(({ costMicros }) => costMicros > other.costMicros);
        const before = points[(dearer === -1 ? points.length : dearer) - 1];
        expect(other.costMicros).toBeGreaterThanOrEqual((points[0]?.costMicros ?? 0) - 1e-6);
        if (before === undefined) return;
        const after = dearer === -1 ? before : (points[dearer] ?? before);
        const share =
          after === before ? 0 : (other.costMicros - before.costMicros) / (after.costMicros - before.costMicros);
        expect(other.success).toBeLessThanOrEqual(before.success + share * (after.success - before.success) + 1e-6);
      }),
      { numRuns: 300 },
    );
  });

  it('is the cheapest route alone where that is the best too, and nothing where the bounds leave no sum', () => {
    const route = (routeId: string, success: number, costMicros: number, low = 0, high = 1000) => ({
      routeId,
      success,
      costMicros,
      low,
      high,
    });
    expect(frontierOf([route('a', 0.9, 10), route('b', 0.8, 20)])).toEqual([
      { permille: [1000, 0], success: 0.9, costMicros: 10 },
    ]);
    expect(frontierOf([route('a', 0.9, 20), route('b', 0.8, 10)], 1).map(({ permille }) => permille)).toEqual([
      [0, 1000],
      [500, 500],
      [1000, 0],
    ]);
    expect(frontierOf([route('a', 0.9, 10, 0, 400), route('b', 0.8, 20, 0, 400)])).toEqual([]);
    expect(frontierOf([])).toEqual([]);
  });
});
