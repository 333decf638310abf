import type { SignalRow } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketOf, Durations } from './durations.ts';
import { estimateCells, SIGNAL_SETTINGS } from './estimate-cells.ts';
import { judgeHonesty } from './judge-honesty.ts';
import { settledRow } from './testing.ts';

const NOW = 50_000_000;
const row: fc.Arbitrary<SignalRow> = fc
  .record({
    routeId: fc.constantFrom('rte_a', 'rte_b', 'rte_c'),
    country: fc.constantFrom('MX', 'BR'),
    network: fc.constantFrom('1', '2', null),
    class: fc.constantFrom('otp' as const, 'marketing' as const),
    ageMinutes: fc.nat(60),
    delivered: fc.nat(200),
    faults: fc.nat(50),
    dead: fc.nat(50),
    silent: fc.nat(20),
    waiting: fc.nat(100),
    converted: fc.nat(100),
  })
  .map(({ ageMinutes, delivered, faults, dead, silent, waiting, converted, ...cell }) => {
    const settled = settledRow({ delivered, faults, dead, silent }, { ...cell, fromMs: NOW - ageMinutes * 60_000 });
    const accepted = settled.accepted + waiting;
    return { ...settled, accepted, expectant: accepted, converted: Math.min(converted, delivered) };
  });
/** One row for each cell and span, as a table with that key holds them. */
const rows = fc.uniqueArray(row, {
  maxLength: 40,
  selector: (one) => `${one.routeId}${one.country}${one.network}${one.class}${one.fromMs}`,
});
const cells = ['rte_a', 'rte_b'].map((routeId) => ({
  routeId,
  country: 'MX',
  network: '1',
  class: 'otp' as const,
  deadlineMs: 30_000,
}));
const read = (list: readonly SignalRow[]) =>
  estimateCells({ rows: list, cells, nowMs: NOW, settings: SIGNAL_SETTINGS });

describe('estimates', () => {
  it('are the same to the last bit in whatever order rows are read, and after they were stored', () => {
    const shuffled = rows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const stored = JSON.parse(JSON.stringify(other)) as SignalRow[];
        expect(read(stored)).toEqual(read(list));
        const judge = (some: readonly SignalRow[]) =>
          judgeHonesty({ rows: some, nowMs: NOW, settings: SIGNAL_SETTINGS, named: [] });
        expect(judge(stored)).toEqual(judge(list));
      }),
    );
  });

  it('lie inside their interval, and all shares between none and all', () => {
    fc.assert(
      fc.property(rows, (list) => {
        for (const one of read(list)) {
          expect(one.lowPpm).toBeGreaterThanOrEqual(0);
          expect(one.lowPpm).toBeLessThanOrEqual(one.successPpm);
          expect(one.successPpm).toBeLessThanOrEqual(one.highPpm);
          expect(one.highPpm).toBeLessThanOrEqual(1_000_000);
          expect(one.alphaMilli).toBeGreaterThan(0);
          expect(one.betaMilli).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('never fall by a dead number', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 500 }), (list, dead) => {
        const settled = list.map((one) => ({ ...one, accepted: one.resolved }));
        const more = settled.map((one) => ({
          ...one,
          accepted: one.accepted + dead,
          resolved: one.resolved + dead,
          failed: one.failed + dead,
        }));
        const strip = (some: readonly SignalRow[]) => read(some).map((one) => [one.alphaMilli, one.betaMilli]);
        expect(strip(more)).toEqual(strip(settled));
      }),
    );
  });
});

describe('durations', () => {
  it('are read back within 5 % from their bucket', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 80_000_000 }), (ms) => {
        const times = new Durations();
        times.add({ [bucketOf(ms)]: 1 }, 1);
        const read = times.quantileMs(0.5) as number;
        expect(Math.abs(read - ms) / ms).toBeLessThanOrEqual(0.06);
        expect(times.shareWithin(ms * 1.2)).toBe(1);
        expect(times.shareWithin(ms * 0.8)).toBe(0);
      }),
    );
  });

  it('have buckets that grow with the duration', () => {
    fc.assert(
      fc.property(fc.nat(200_000_000), fc.nat(200_000_000), (a, b) => {
        if (a <= b) expect(bucketOf(a)).toBeLessThanOrEqual(bucketOf(b));
      }),
    );
  });
});
