import type { CellEstimate, SignalCell, SignalRow } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { bucketOf } from './durations.ts';
import { estimateCells, SIGNAL_SETTINGS } from './estimate-cells.ts';
import { settledRow, signalRow } from './testing.ts';

const NOW = 10_000_000;
const MINUTE = 60_000;
const cellOf = (change: Partial<SignalCell> = {}): SignalCell => ({
  routeId: 'rte_a',
  country: 'MX',
  network: '334020',
  class: 'otp',
  ...change,
});
const read = (
  rows: readonly SignalRow[],
  change: Partial<SignalCell> = {},
  deadlineMs: number | null = null,
): CellEstimate => {
  const cells = [{ ...cellOf(change), deadlineMs }];
  return estimateCells({ rows, cells, nowMs: NOW, settings: SIGNAL_SETTINGS })[0] as CellEstimate;
};
const now = { fromMs: NOW - MINUTE };

describe('the success of a route', () => {
  it('is the prior while nothing is known, and says so', () => {
    expect(read([])).toMatchObject({
      basis: 'prior',
      successPpm: 900_000,
      trialsMilli: 0,
      delayBasis: 'prior',
      p50Ms: null,
    });
  });

  it('counts faults of provider and network, and silence by half', () => {
    const estimate = read([settledRow({ delivered: 800, faults: 100, silent: 200 }, now)]);
    expect(estimate.basis).toBe('cell');
    expect(estimate.successPpm / 1e6).toBeCloseTo(0.8, 1);
    expect(estimate.lowPpm).toBeLessThan(estimate.successPpm);
    expect(estimate.highPpm).toBeGreaterThan(estimate.successPpm);
  });

  it('does not move by a dead number: half a list of them leaves it where it was', () => {
    const living = read([settledRow({ delivered: 900, faults: 100 }, now)]);
    const half = read([settledRow({ delivered: 900, faults: 100, dead: 1000 }, now)]);
    expect(half.successPpm).toBe(living.successPpm);
    expect(half.trialsMilli).toBe(living.trialsMilli);
  });

  it('counts partial faults by the health weight of their reason', () => {
    const quarter = signalRow({ ...settledRow({ delivered: 900 }, now), refusedMilli: 25_000 });
    const whole = signalRow({ ...settledRow({ delivered: 900 }, now), refusedMilli: 100_000 });
    expect(quarter.refusedMilli).toBe(25_000);
    expect(read([quarter]).successPpm).toBeGreaterThan(read([whole]).successPpm);
    expect(read([quarter]).faultsMilli).toBeGreaterThan(24_000);
  });

  it('forgets: an old failure weighs half as much after each half-life, and nothing beyond the horizon', () => {
    const good = settledRow({ delivered: 300 }, now);
    const bad = (ageMs: number) => settledRow({ delivered: 0, faults: 300 }, { fromMs: NOW - ageMs });
    const withBad = (ageMs: number) => read([good, bad(ageMs)]).successPpm;
    const half = SIGNAL_SETTINGS.halfLifeMs;
    expect(withBad(MINUTE)).toBeLessThan(withBad(half));
    expect(withBad(half)).toBeLessThan(withBad(2 * half));
    expect(withBad(SIGNAL_SETTINGS.horizonMs + 2 * MINUTE)).toBe(read([good]).successPpm);
  });
});

describe('receipts that come late', () => {
  /** Twenty minutes of traffic, nine in ten delivered, receipts evenly over ten minutes: what a span has got by now follows from its age. */
  const stream = (success: number): SignalRow[] =>
    Array.from({ length: 40 }, (_, index) => {
      const fromMs = NOW - (index + 1) * MINUTE;
      const come = Math.min(1, (index + 0.5) / 10);
      const delivered = Math.round(100 * success * come);
      const failed = Math.round(100 * (1 - success) * come);
      // Of ten tenths of the delay, those that have passed.
      const buckets = Array.from({ length: Math.ceil(come * 10) }, (_, tenth) => bucketOf((tenth + 0.5) * MINUTE));
      const spread = (count: number) =>
        Object.fromEntries(buckets.map((bucket) => [bucket, Math.floor(count / buckets.length)]));
      const counts = { accepted: 100, resolved: delivered + failed, delivered, failed, failedMilli: failed * 1000 };
      return signalRow({ ...counts, fromMs, deliveredAfter: spread(delivered), failedAfter: spread(failed) });
    });

  it('leave the estimate where the whole would be, not at what has come', () => {
    const rows = stream(0.9);
    const estimate = read(rows);
    expect(estimate.delayBasis).toBe('route');
    expect(estimate.pendingMilli).toBeGreaterThan(100_000);
    expect(Math.abs(estimate.successPpm / 1e6 - 0.9)).toBeLessThan(0.02);
    const young = read(rows.slice(0, 5));
    expect(Math.abs(young.successPpm / 1e6 - 0.9)).toBeLessThan(0.03);
  });

  it('become failures by and by when they never come', () => {
    const old = stream(0.9).slice(12);
    const mute = (minutes: number) => signalRow({ fromMs: NOW - minutes * MINUTE, accepted: 500 });
    const fresh = read([...old, mute(1)]).successPpm;
    const stale = read([...old, mute(11)]).successPpm;
    expect(fresh).toBeGreaterThan(880_000);
    expect(stale).toBeLessThan(fresh - 50_000);
  });

  it('make no claim while they are young: few trials, wide interval', () => {
    const old = stream(0.9).slice(12);
    const earlier = read(old);
    const later = read([...old, signalRow({ fromMs: NOW - MINUTE / 2, accepted: 1000 })]);
    expect(later.trialsMilli - earlier.trialsMilli).toBeLessThan(60_000);
  });
});

describe('a thin cell', () => {
  const rows = [
    settledRow({ delivered: 300, faults: 100 }, { ...now, class: 'marketing' }),
    settledRow({ delivered: 950, faults: 50 }, { ...now, country: 'BR', network: '724005' }),
  ];

  it('leans on the finest level that has figures, and names it', () => {
    expect(read(rows)).toMatchObject({ basis: 'network' });
    expect(read(rows, { network: '334030' })).toMatchObject({ basis: 'country' });
    expect(read(rows, { country: 'IN', network: '404045' })).toMatchObject({ basis: 'route' });
    expect(read(rows, { routeId: 'rte_b' })).toMatchObject({ basis: 'prior' });
    expect(read(rows).successPpm).toBeLessThan(read(rows, { country: 'IN' }).successPpm);
  });

  it('leans longer where cells turn out alike than where they differ', () => {
    const spread = (shares: readonly number[]): SignalRow[] =>
      shares.map((share, index) => {
        const delivered = Math.round(1000 * share);
        return settledRow(
          { delivered, faults: 1000 - delivered },
          { ...now, country: `C${index}`, network: `n${index}` },
        );
      });
    const poor = settledRow({ delivered: 4, faults: 6 }, { ...now, country: 'XX', network: 'x' });
    const among = (shares: readonly number[]) =>
      read([...spread(shares), poor], { country: 'XX', network: 'x' }).successPpm;
    expect(among([0.9, 0.9, 0.9, 0.9])).toBeGreaterThan(among([0.99, 0.4, 0.7, 0.95]) + 50_000);
  });
});

describe('times and money', () => {
  const rows = [
    settledRow(
      { delivered: 900, faults: 100 },
      {
        fromMs: NOW - 5 * MINUTE,
        expectant: 1000,
        converted: 450,
        costMicros: 9_000_000,
        throttled: 40,
        provenAfter: { 50: 300, 70: 100 },
      },
    ),
  ];

  it('prefers proven arrivals, and reads the deadline from their middle: a slow thumb is no late text', () => {
    const estimate = read(rows, {}, 5_000);
    // Bucket 50 ends at 10 ms x 1.1^50 = 1.17 s, bucket 70 at 7.9 s.
    expect(estimate.p50Ms).toBeGreaterThan(1_050);
    expect(estimate.p50Ms).toBeLessThan(1_180);
    expect(estimate.p95Ms).toBeGreaterThan(7_000);
    // A quarter of the people needed longer than five seconds; of the texts hardly one.
    expect(estimate.withinPpm).toBeGreaterThan(970_000);
    expect(read(rows, {}, 1_000).withinPpm).toBeLessThan(500_000);
  });

  it('tells what a delivery and a reaction cost', () => {
    const estimate = read(rows);
    expect(estimate.conversionPpm).toBe(450_000);
    expect(Math.abs((estimate.costPerDeliveredMicros ?? 0) - 10_000)).toBeLessThan(50);
    expect(Math.abs((estimate.costPerConvertedMicros ?? 0) - 20_000)).toBeLessThan(100);
    expect(estimate.throttledMilli).toBeGreaterThan(37_000);
  });

  it('knows no time from nothing', () => {
    expect(read([settledRow({ delivered: 10 }, { ...now, deliveredAfter: {} })], {}, 5_000).withinPpm).toBeNull();
  });
});
