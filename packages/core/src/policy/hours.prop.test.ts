import type { QuietWish } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerOfWish } from '../consent/quiet-wish.ts';
import { offsetsOf } from '../time/index.ts';
import { zonesOfCountry } from '../zones/index.ts';
import { type HoursJudgement, type HoursLayer, judgeHours, type OpenSpan } from './hours.ts';
import { minuteOf } from './law.ts';
import { isOpenByClock, readClock } from './local-reading.case.ts';

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

/** Whether the clock of a person shows a time that was wished quiet, that of a night which began the day before too. */
function isQuiet({ quiet, time_zone }: QuietWish, ms: number): boolean {
  const { weekday, minute } = readClock(time_zone, ms);
  const before = ((weekday + 5) % 7) + 1;
  return quiet.some(({ days, from, to }) => {
    const ends = minuteOf(to) + (to > from ? 0 : 1440);
    return (
      (days.includes(weekday) && minuteOf(from) <= minute && minute < ends) ||
      (days.includes(before) && minute + 1440 < ends)
    );
  });
}

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

  it('keeps what a person wishes in the zone of the person, with the law and the workspace in theirs: never at an instant that any of them closes', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const quiet = fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      from: clock,
      to: fc.oneof(clock, fc.constant('24:00')),
    });
    const wish = fc.record({ quiet: fc.array(quiet, { minLength: 1, maxLength: 4 }), time_zone: zone });
    const near = wish.chain((one) => fc.tuple(fc.constant(one), scene, instantIn(one.time_zone)));
    fc.assert(
      fc.property(near, ([one, { layers, zones, nowMs }, nearMs]) => {
        const own = layerOfWish(one);
        if (own.spans.length === 0) return;
        for (const ms of [nowMs, nearMs]) {
          const judged = judgeHours([...layers, own], zones, ms);
          const goesMs = judged.open ? ms : judged.untilMs;
          if (goesMs === null) continue;
          expect(allOpen(layers, zones, goesMs)).toBe(true);
          expect(isQuiet(one, goesMs)).toBe(false);
        }
      }),
      { numRuns: 2000 },
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
