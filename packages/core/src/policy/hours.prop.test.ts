import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetsOf } from '../time/index.ts';
import { zonesOfCountry } from '../zones/index.ts';
import { type HoursJudgement, type HoursLayer, judgeHours, type OpenSpan } from './hours.ts';
import { isOpenByClock } from './local-reading.case.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const FROM_MS = Date.parse('2024-01-01T00:00Z');
const TO_MS = Date.parse('2031-01-01T00:00Z');

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC');
const span: fc.Arbitrary<OpenSpan> = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    fromMinute: fc.integer({ min: 0, max: 1439 }),
    minutes: fc.integer({ min: 1, max: 1440 }),
  })
  .map(({ days, fromMinute, minutes }) => ({ days, fromMinute, toMinute: fromMinute + minutes }));
const layer: fc.Arbitrary<HoursLayer> = fc.record({
  name: fc.constantFrom('legal', 'workspace', 'person'),
  rule: fc.constant('test'),
  version: fc.constant(1),
  spans: fc.array(span, { minLength: 1, maxLength: 4 }),
  closedDates: fc.constant<string[]>([]),
});
/** Any instant, and as often one that is within a day of a change of the clocks. */
const instantIn = (of: string): fc.Arbitrary<number> => {
  const changes = offsetsOf(of, FROM_MS, TO_MS).flatMap(({ fromMs }) => (fromMs > FROM_MS ? [fromMs] : []));
  const any = fc.integer({ min: FROM_MS, max: TO_MS });
  if (changes.length === 0) return any;
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -DAY_MS, max: DAY_MS }))
    .map(([change, off]) => change + off);
  return fc.oneof(near, any);
};
const dateNear = (ms: number, days: number): string => new Date(ms + days * DAY_MS).toISOString().slice(0, 10);
const scene = fc
  .tuple(fc.array(layer, { minLength: 1, maxLength: 3 }), fc.array(zone, { minLength: 1, maxLength: 4 }))
  .chain(([layers, zones]) =>
    fc.record({
      layers: fc.constant(layers),
      zones: fc.constant(zones),
      nowMs: instantIn(zones[0] ?? 'UTC'),
      closed: fc.array(fc.integer({ min: -2, max: 3 }), { maxLength: 3 }),
    }),
  )
  .map(({ layers, zones, nowMs, closed }) => ({
    layers: layers.map((one, index) =>
      index === 0 ? { ...one, closedDates: closed.map((days) => dateNear(nowMs, days)) } : one,
    ),
    zones,
    nowMs,
  }));

const allOpen = (layers: readonly HoursLayer[], zones: readonly string[], ms: number): boolean =>
  layers.every((one) => zones.every((name) => isOpenByClock(one, name, ms)));

describe('judgeHours', () => {
  it('never calls an instant open at which a clock of any zone shows a time that is closed, whatever the clocks do that day', () => {
    fc.assert(
      fc.property(scene, ({ layers, zones, nowMs }) => {
        if (judgeHours(layers, zones, nowMs).open) expect(allOpen(layers, zones, nowMs)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps closed only what a clock closes, and the last minutes before one does: ten at most, a sixth of the opening at most', () => {
    fc.assert(
      fc.property(scene, ({ layers, zones, nowMs }) => {
        if (judgeHours(layers, zones, nowMs).open || !allOpen(layers, zones, nowMs)) return;
        const minutes = Array.from({ length: 11 }, (_, minute) => nowMs + minute * MINUTE_MS);
        expect(minutes.every((ms) => allOpen(layers, zones, ms))).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  it('tells the first instant from which it says otherwise, and what holds until then', () => {
    fc.assert(
      fc.property(
        scene,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        ({ layers, zones, nowMs }, share) => {
          const judged = judgeHours(layers, zones, nowMs);
          const untilMs = judged.untilMs ?? nowMs + 5 * DAY_MS;
          expect(untilMs).toBeGreaterThan(nowMs);
          expect(judgeHours(layers, zones, nowMs + Math.floor((untilMs - nowMs) * share)).open).toBe(judged.open);
          if (judged.untilMs === null) return;
          expect(judgeHours(layers, zones, judged.untilMs).open).toBe(!judged.open);
          if (judged.open) return;
          expect(judged.thenUntilMs).toBeGreaterThan(judged.untilMs);
          expect(judgeHours(layers, zones, (judged.thenUntilMs ?? 0) - 1).open).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('only narrows by one more layer or one more zone', () => {
    fc.assert(
      fc.property(scene, layer, zone, ({ layers, zones, nowMs }, more, other) => {
        const narrower = [judgeHours([...layers, more], zones, nowMs), judgeHours(layers, [...zones, other], nowMs)];
        for (const { open } of narrower) if (open) expect(judgeHours(layers, zones, nowMs).open).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same answer until it says it is stale', () => {
    fc.assert(
      fc.property(
        scene,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        ({ layers, zones, nowMs }, share) => {
          const judged = judgeHours(layers, zones, nowMs);
          const at = nowMs + Math.floor((judged.freshUntilMs - nowMs) * share);
          const again = judgeHours(layers, zones, at);
          const isInSight = judged.untilMs !== null;
          const told = (of: HoursJudgement) => ({
            ...of,
            freshUntilMs: 0,
            ...(isInSight ? {} : { untilMs: 0, thenUntilMs: 0 }),
          });
          expect(told(again)).toEqual(told(judged));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('tells the end of an opening at the edge of its sight as it does from nearby', () => {
    const spans = [
      { days: [4, 7, 5, 2, 3, 1], fromMinute: 644, toMinute: 1497 },
      { days: [6, 5], fromMinute: 1332, toMinute: 2022 },
      { days: [3, 5, 6, 7, 1, 2, 4], fromMinute: 17, toMinute: 1426 },
    ];
    const layers: HoursLayer[] = [{ name: 'person', rule: 'test', version: 1, spans, closedDates: ['2024-01-01'] }];
    const zones = ['America/St_Barthelemy', 'Asia/Krasnoyarsk'];
    const from = (nowMs: number) => judgeHours(layers, zones, nowMs).thenUntilMs;
    expect(from(1704067200001)).toBe(from(1704067200000));
  });

  it('names a zone and a layer that close it by their own clock, now or within the margin', () => {
    fc.assert(
      fc.property(scene, ({ layers, zones, nowMs }) => {
        const judged = judgeHours(layers, zones, nowMs);
        if (judged.open) return;
        const minutes = Array.from({ length: 11 }, (_, minute) => nowMs + minute * MINUTE_MS);
        expect(minutes.every((ms) => isOpenByClock(judged.layer, judged.zone, ms))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('holds in every zone of every country at once', () => {
    const layers: HoursLayer[] = [
      {
        name: 'workspace',
        rule: 'test',
        version: 1,
        spans: [{ days: [1, 2, 3, 4, 5, 6], fromMinute: 540, toMinute: 1260 }],
        closedDates: [],
      },
    ];
    const country = fc.constantFrom('US', 'BR', 'ID', 'AU', 'RU', 'MX', 'CA', 'ES', 'PT', 'CL', 'IN', 'NP', 'CN', 'XK');
    fc.assert(
      fc.property(country, fc.integer({ min: FROM_MS, max: TO_MS }), (iso, nowMs) => {
        const zones = zonesOfCountry(iso);
        expect(zones.length).toBeGreaterThan(0);
        const judged = judgeHours(layers, zones, nowMs);
        const sendMs = judged.open ? nowMs : (judged.untilMs ?? Number.NaN);
        expect(allOpen(layers, zones, sendMs)).toBe(true);
        expect(sendMs - nowMs).toBeLessThan(2 * DAY_MS + 12 * HOUR_MS);
      }),
      { numRuns: 500 },
    );
  });
});
