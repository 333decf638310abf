import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pacer } from './pacer.ts';

const make = (partsPerSecond: number | undefined, throttlePauseMs = 1_000) =>
  new Pacer({ partsPerSecond, throttlePauseMs }, 0);

/** Sends as much as is allowed at each step; returns when each part left. */
function drive(pacer: Pacer, fromMs: number, toMs: number, stepMs: number, ask = 10_000): number[] {
  const sent: number[] = [];
  for (let now = fromMs; now < toMs; now += stepMs) {
    const granted = pacer.grant(ask, now);
    pacer.spend(granted, now);
    for (let i = 0; i < granted; i++) sent.push(now);
  }
  return sent;
}

describe('the pacer', () => {
  it('lets everything pass without a limit', () => {
    expect(make(undefined).grant(5_000, 0)).toBe(5_000);
  });

  it('never lets more than the rate plus one burst into any second, however often it is asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 400 }), (rate, stepMs) => {
        const sent = drive(make(rate), 0, 3_000, stepMs);
        const most = rate + Math.max(1, rate * 0.1) + 1;
        let first = 0;
        for (const [last, at] of sent.entries()) {
          while ((sent[first] ?? 0) <= at - 1_000) first++;
          if (last - first + 1 > most) throw new Error(`${last - first + 1} parts in the second before ${at} ms`);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('reaches the rate when asked often enough', () => {
    expect(drive(make(100), 0, 10_000, 5).length).toBeGreaterThanOrEqual(990);
    expect(drive(make(0.5), 0, 20_000, 100).length).toBeGreaterThanOrEqual(9);
  });

  it('tells how long to wait for the next part', () => {
    const pacer = make(10);
    pacer.spend(pacer.grant(1, 0), 0);
    expect(pacer.waitMs(0)).toBeCloseTo(100);
    expect(pacer.grant(1, 99)).toBe(0);
    expect(pacer.grant(1, 101)).toBe(1);
  });

  it('pauses and halves once for all the throttle answers of one window, then recovers a tenth per second', () => {
    const pacer = make(100, 2_000);
    drive(pacer, 0, 1_000, 10);
    expect([pacer.throttled(1_000), pacer.throttled(1_001), pacer.throttled(1_500)]).toEqual([true, false, false]);
    expect(pacer.partsPerSecond).toBe(50);
    expect(pacer.grant(10, 2_999)).toBe(0);
    expect(drive(pacer, 3_000, 4_000, 10).length).toBeLessThanOrEqual(62);
    expect(pacer.partsPerSecond).toBeCloseTo(60, 0);
    drive(pacer, 4_000, 9_000, 10);
    expect(pacer.partsPerSecond).toBe(100);
  });

  it('without a limit takes half the measured rate after a throttle, and lifts it once past twice', () => {
    const pacer = make(undefined, 100);
    for (let now = 0; now < 2_000; now += 10) pacer.spend(pacer.grant(2, now), now);
    pacer.throttled(2_000);
    expect(pacer.partsPerSecond).toBeGreaterThan(80);
    expect(pacer.partsPerSecond).toBeLessThan(120);
    drive(pacer, 2_100, 20_000, 10, 100);
    expect(pacer.partsPerSecond).toBe(Number.POSITIVE_INFINITY);
  });

  it('a second throttle during recovery halves again, and never below one per second', () => {
    const pacer = make(4, 10);
    for (let now = 0; now < 200; now += 20) pacer.throttled(now);
    expect(pacer.partsPerSecond).toBe(1);
  });

  it('a pause holds everything and a new limit takes hold at once', () => {
    const pacer = make(undefined);
    pacer.pause(500, 0);
    expect([pacer.grant(1, 499), pacer.pausedForMs(100), pacer.grant(1, 500)]).toEqual([0, 400, 1]);
    pacer.limit(10, 500);
    expect(drive(pacer, 500, 1_500, 10).length).toBeLessThanOrEqual(11);
    pacer.limit(undefined, 1_500);
    expect(pacer.grant(99, 1_500)).toBe(99);
  });
});
