import type { RouteSignal } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { settledSignal } from './settled-signal.ts';

const told: RouteSignal = {
  successPpm: 900_000,
  lowPpm: 880_000,
  highPpm: 920_000,
  basis: 'cell',
  withinPpm: 950_000,
  p50Ms: 3_000,
  p95Ms: 9_000,
  factorPpm: 1_000_000,
  forging: false,
  costMicros: 18_000,
};

describe('what decisions are told of a route', () => {
  it('stays what it was while figures only flicker', () => {
    expect(settledSignal(told, { ...told, successPpm: 905_000, lowPpm: 872_000, p50Ms: 3_200 })).toBe(told);
  });

  it('is what is believed now when a figure has left it, a time came or went, or its kind is another', () => {
    const changes: Partial<RouteSignal>[] = [
      { successPpm: 888_000 },
      { lowPpm: 860_000 },
      { highPpm: 935_000 },
      { withinPpm: null },
      { withinPpm: 930_000 },
      { p50Ms: 4_000 },
      { p95Ms: null },
      { factorPpm: 900_000 },
      { basis: 'network' },
      { forging: true },
      { costMicros: 17_000 },
    ];
    for (const change of changes) {
      const now = { ...told, ...change };
      expect(settledSignal(told, now)).toBe(now);
    }
    expect(settledSignal(undefined, told)).toBe(told);
  });
});
