import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarWindow } from '../time/index.ts';
import { type CapShape, capWindow, judgeCounter } from './cap-window.ts';
import { replayCap } from './replay-cap.ts';

const ZONES = [
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const instant = fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2031, 0, 1) });
const window = fc.oneof(
  fc.record({ windowSeconds: fc.integer({ min: 60, max: 172_800 }), calendar: fc.constant(null) }),
  fc.record({ windowSeconds: fc.constant(null), calendar: fc.constantFrom('day', 'week', 'month') }),
);
const shape: fc.Arbitrary<CapShape> = fc
  .record({
    window,
    limit: fc.integer({ min: 1, max: 4 }),
    gapSeconds: fc.option(fc.integer({ min: 60, max: 86_400 })),
  })
  .map(({ window: { windowSeconds, calendar }, limit, gapSeconds }) => ({
    windowSeconds,
    calendar,
    limit,
    gapSeconds,
  }));

describe('calendarWindow', () => {
  it('holds its instant, begins with a local day, and ends where the next one begins', () => {
    fc.assert(
      fc.property(fc.constantFrom('day', 'week', 'month'), fc.constantFrom(...ZONES), instant, (unit, zone, nowMs) => {
        const { fromMs, toMs } = calendarWindow(unit, zone, nowMs);
        expect(fromMs <= nowMs && nowMs < toMs).toBe(true);
        expect(calendarWindow(unit, zone, toMs).fromMs).toBe(toMs);
        expect(calendarWindow(unit, zone, toMs - 1)).toEqual({ fromMs, toMs });
        const local = new Date(fromMs).toLocaleString('en', { timeZone: zone, weekday: 'short', day: 'numeric' });
        if (unit === 'week') expect(local).toContain('Mon');
        if (unit === 'month') expect(local).toMatch(/\b1\b/);
      }),
    );
  });

  it('resets in each zone at its own midnight, and a day that loses an hour is shorter', () => {
    const at = Date.UTC(2026, 2, 29, 12);
    expect(calendarWindow('day', 'Asia/Kathmandu', at).fromMs).toBe(Date.UTC(2026, 2, 28, 18, 15));
    const { fromMs, toMs } = calendarWindow('day', 'Europe/London', at);
    expect(toMs - fromMs).toBe(23 * 3_600_000);
  });
});

describe('capWindow', () => {
  it('counts where the recipient is where that is known, and says so; else where the workspace is', () => {
    const daily: CapShape = { limit: 1, windowSeconds: null, calendar: 'day', gapSeconds: null };
    const zoneOf = (country: string | null) => {
      const { zone, zoneOf: whose } = capWindow(daily, country, 'America/Bogota', Date.UTC(2026, 10, 28, 12));
      return [zone, whose];
    };
    expect(zoneOf('IN')).toEqual(['Asia/Kolkata', 'recipient']);
    expect(zoneOf('US')).toEqual(['America/Bogota', 'workspace']);
    expect(zoneOf(null)).toEqual(['America/Bogota', 'workspace']);
  });
});

/** Counts at instants one after another as the counter would, and keeps those it takes. */
function takeAll(cap: CapShape, country: string | null, instants: readonly number[]): number[] {
  const taken: number[] = [];
  for (const ms of instants.toSorted((a, b) => a - b)) {
    if (judgeCounter(cap, capWindow(cap, country, 'UTC', ms), taken, ms).because === null) taken.push(ms);
  }
  return taken;
}

describe('judgeCounter', () => {
  const start = Date.UTC(2026, 2, 28);
  const instants = fc.array(fc.integer({ min: start, max: start + 5 * 86_400_000 }), { minLength: 1, maxLength: 12 });
  const country = fc.constantFrom('IN', 'GB', 'US', null);

  it('names the first instant at which a cap takes one more, to the millisecond', () => {
    fc.assert(
      fc.property(shape, country, instants, fc.nat(86_400_000), (cap, where, sent, later) => {
        const taken = takeAll(cap, where, sent);
        const nowMs = Math.max(...sent) + later;
        const judge = (ms: number) => judgeCounter(cap, capWindow(cap, where, 'UTC', ms), taken, ms);
        const { because, nextMs } = judge(nowMs);
        expect(nextMs).not.toBeNull();
        if (because === null) {
          expect(nextMs).toBe(nowMs);
          return;
        }
        expect(nextMs).toBeGreaterThan(nowMs);
        expect(judge(nextMs as number).because).toBeNull();
        expect(judge((nextMs as number) - 1).because).not.toBeNull();
      }),
    );
  });

  it('never takes more because a limit was lowered or a gap was asked for', () => {
    fc.assert(
      fc.property(shape, country, instants, (cap, where, sent) => {
        const stricter = { ...cap, limit: (cap.limit ?? 1) - 1, gapSeconds: cap.gapSeconds ?? 60 };
        const taken = takeAll(cap, where, sent);
        const nowMs = Math.max(...sent) + 1;
        const takes = (one: CapShape) =>
          judgeCounter(one, capWindow(one, where, 'UTC', nowMs), taken, nowMs).because === null;
        if (takes(stricter)) expect(takes(cap)).toBe(true);
      }),
    );
  });

  it('refuses on replay exactly what the counter would have refused', () => {
    fc.assert(
      fc.property(shape, country, instants, (cap, where, sent) => {
        const past = sent.toSorted((a, b) => a - b).map((atMs) => ({ atMs, isCapped: true, isPreferred: false }));
        const over = replayCap({ ...cap, kept: 0 }, { country: where, homeZone: 'UTC' }, past);
        expect(over).toBe(sent.length - takeAll(cap, where, sent).length);
      }),
    );
  });

  it('keeps a share of the limit for what matters more', () => {
    const cap = { limit: 3, windowSeconds: 86_400, calendar: null, gapSeconds: null, kept: 1 };
    const plain = { isCapped: true, isPreferred: false };
    const past = [0, 1, 2, 3].map((atMs) => ({ ...plain, atMs: start + atMs }));
    const place = { country: null, homeZone: 'UTC' };
    expect(replayCap(cap, place, past)).toBe(2);
    expect(replayCap(cap, place, [...past, { ...plain, isPreferred: true, atMs: start + 4 }])).toBe(2);
  });
});
