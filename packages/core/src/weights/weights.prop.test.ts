import type { BoundWeight } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitWeights, moveWeight } from './fit-weights.ts';

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

/** Rows whose weights sum to 1000, some locked, with bounds around where they stand. */
const rows: fc.Arbitrary<BoundWeight[]> = fc
  .array(
    fc.record({ part: fc.integer({ min: 0, max: 100 }), locked: fc.boolean(), down: fc.nat(300), up: fc.nat(300) }),
    { minLength: 1, maxLength: 50 },
  )
  .map((list) => {
    const whole = Math.max(1, sum(list.map(({ part }) => part)));
    const weights = list.map(({ part }) => Math.floor((part * 1000) / whole));
    weights[0] = (weights[0] as number) + 1000 - sum(weights);
    return list.map(({ locked, down, up }, index) => ({
      routeId: `rte_${index}`,
      permille: weights[index] as number,
      locked,
      floorPermille: Math.max(0, (weights[index] as number) - down),
      ceilingPermille: Math.min(1000, (weights[index] as number) + up),
    }));
  });
const targets = fc.array(fc.nat(1000), { minLength: 50, maxLength: 50 });

describe('weights', () => {
  it('sum to exactly 1000, whole, inside their bounds, no step longer than allowed, locks untouched', () => {
    fc.assert(
      fc.property(rows, targets, fc.integer({ min: 1, max: 1000 }), (list, wanted, step) => {
        const fitted = fitWeights(
          list,
          wanted.slice(0, list.length),
          list.map(() => step),
        );
        expect(fitted).not.toBeNull();
        expect(sum(fitted ?? [])).toBe(1000);
        fitted?.forEach((weight, index) => {
          const row = list[index] as BoundWeight;
          expect(Number.isInteger(weight)).toBe(true);
          expect(Math.abs(weight - row.permille)).toBeLessThanOrEqual(row.locked ? 0 : step);
          expect(weight).toBeGreaterThanOrEqual(row.floorPermille);
          expect(weight).toBeLessThanOrEqual(row.ceilingPermille);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('follow their targets when nothing holds them, to within the rounding', () => {
    fc.assert(
      fc.property(targets, fc.integer({ min: 2, max: 50 }), (wanted, count) => {
        const some = wanted.slice(0, count);
        fc.pre(sum(some) > 0);
        const free = some.map((_, index) => ({
          routeId: `rte_${index}`,
          permille: 0,
          locked: false,
          floorPermille: 0,
          ceilingPermille: 1000,
        }));
        const fitted =
          fitWeights(
            free,
            some,
            some.map(() => 1000),
          ) ?? [];
        const rounded = some.map((one) => Math.round((one * 1000) / sum(some)));
        const largest = rounded.indexOf(Math.max(...rounded));
        fitted.forEach((weight, index) => {
          const room = index === largest ? count / 2 + 1 : 1;
          expect(Math.abs(weight - ((some[index] as number) * 1000) / sum(some))).toBeLessThanOrEqual(room);
        });
      }),
    );
  });

  it('are impossible when locks, floors and ceilings leave no sum of 1000', () => {
    const row = (permille: number, floorPermille: number, ceilingPermille: number, locked = false): BoundWeight => ({
      routeId: `${permille}`,
      permille,
      locked,
      floorPermille,
      ceilingPermille,
    });
    expect(fitWeights([row(500, 600, 1000), row(500, 500, 1000)], [1, 1], [1000, 1000])).toBeNull();
    expect(fitWeights([row(400, 0, 1000, true), row(500, 0, 500)], [1, 1], [1000, 1000])).toBeNull();
    expect(fitWeights([], [], [])).toBeNull();
  });

  it('go inside new bounds at once, however short the step', () => {
    const row = (permille: number, floorPermille: number): BoundWeight => ({
      routeId: `${permille}`,
      permille,
      locked: false,
      floorPermille,
      ceilingPermille: 1000,
    });
    expect(fitWeights([row(1000, 0), row(0, 200)], [1, 0], [10, 10])).toEqual([800, 200]);
  });
});

describe('the move of the editor', () => {
  it('keeps the sum at 1000 and every bound and lock, and sets what was asked as far as the others allow', () => {
    fc.assert(
      fc.property(rows, fc.nat(49), fc.nat(1000), (list, which, permille) => {
        const moved = list[which % list.length] as BoundWeight;
        const after = moveWeight(list, moved.routeId, permille);
        expect(after === null).toBe(moved.locked);
        if (after === null) return;
        expect(sum(after)).toBe(1000);
        after.forEach((weight, index) => {
          const row = list[index] as BoundWeight;
          if (row.locked) expect(weight).toBe(row.permille);
          expect(weight).toBeGreaterThanOrEqual(row.floorPermille);
          expect(weight).toBeLessThanOrEqual(row.ceilingPermille);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('spreads the difference over the others in proportion', () => {
    const row = (routeId: string, permille: number, locked = false): BoundWeight => ({
      routeId,
      permille,
      locked,
      floorPermille: 0,
      ceilingPermille: 1000,
    });
    const list = [row('a', 500), row('b', 300), row('c', 100), row('d', 100, true)];
    expect(moveWeight(list, 'a', 300)).toEqual([300, 450, 150, 100]);
    expect(moveWeight(list, 'a', 1000)).toEqual([900, 0, 0, 100]);
    expect(moveWeight(list, 'd', 1)).toBeNull();
    expect(moveWeight(list, 'x', 1)).toBeNull();
  });
});
