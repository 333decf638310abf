import { NO_READING, type PackRule } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetsOf } from '../time/index.ts';
import { zonesOfCountry } from '../zones/index.ts';
import { COUNTRY_PACKS } from './countries/index.ts';
import { type HoursLayer, judgeHours } from './hours.ts';
import { isAnswerable, legalHours, readingOf, readLaw } from './law.ts';
import { isOpenByClock } from './local-reading.case.ts';

const DAY_MS = 86_400_000;
const FROM_MS = Date.parse('2026-01-01T00:00Z');
const TO_MS = Date.parse('2030-01-01T00:00Z');
const PACKS = [...COUNTRY_PACKS.values()];

/** Any instant, and as often one within a day of a change of the clocks of one of the zones. */
const instantIn = (zones: readonly string[]): fc.Arbitrary<number> => {
  const any = fc.integer({ min: FROM_MS, max: TO_MS });
  const changes = zones.flatMap((zone) => offsetsOf(zone, FROM_MS, TO_MS).map(({ fromMs }) => fromMs));
  const inside = changes.filter((ms) => FROM_MS < ms && ms < TO_MS);
  if (inside.length === 0) return any;
  const near = fc.tuple(fc.constantFrom(...inside), fc.integer({ min: -DAY_MS, max: DAY_MS }));
  return fc.oneof(
    near.map(([ms, off]) => ms + off),
    any,
  );
};
/** What a workspace may say of a rule, and nonsense. */
const saidOf = (rule: PackRule): fc.Arbitrary<string | null> =>
  fc.constantFrom(null, NO_READING, 'no such reading', ...rule.readings.map(({ id }) => id));
const scene = fc.constantFrom(...PACKS).chain((pack) =>
  fc.record({
    pack: fc.constant(pack),
    said: fc.tuple(...pack.rules.map((rule) => saidOf(rule))),
    nowMs: instantIn(zonesOfCountry(pack.country)),
  }),
);
const answersOf = ({ pack, said }: { pack: (typeof PACKS)[number]; said: readonly (string | null)[] }) =>
  new Map(pack.rules.map(({ id }, index) => [id, { reading: said[index] ?? null, exceptions: [] }]));
const marketing = (nowMs: number) => ({ class: 'marketing' as const, channel: 'sms' as const, nowMs });

describe('the hours of the law', () => {
  it('are never called open while a clock of the country shows a time that its law closes, whatever the clocks do that day', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { pack, nowMs } = given;
        const zones = zonesOfCountry(pack.country);
        const { layers } = legalHours(readLaw(pack, answersOf(given)), marketing(nowMs));
        if (layers.length === 0 || !judgeHours(layers, zones, nowMs).open) return;
        for (const layer of layers) {
          const kept = zones.filter((zone) => layer.zones?.includes(zone) ?? true);
          expect(kept.length).toBeGreaterThan(0);
          for (const zone of kept) expect([layer.rule, zone, isOpenByClock(layer, zone, nowMs)]).toContain(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are only narrowed by the hours of a workspace, and never by them made to open', () => {
    const night: HoursLayer = {
      ...{ name: 'workspace', rule: 'country/XX', version: 1, closedDates: [] },
      spans: [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }],
    };
    fc.assert(
      fc.property(scene, fc.integer({ min: 0, max: 1300 }), (given, fromMinute) => {
        const { pack, nowMs } = given;
        const zones = zonesOfCountry(pack.country);
        const { layers } = legalHours(readLaw(pack, answersOf(given)), marketing(nowMs));
        if (layers.length === 0) return;
        const own = { ...night, spans: night.spans.map((span) => ({ ...span, fromMinute })) };
        const both = judgeHours([...layers, own], zones, nowMs);
        if (both.open) expect(judgeHours(layers, zones, nowMs).open).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('open in every country at some moment of two weeks, with whatever a workspace answers', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { pack, nowMs } = given;
        const { layers } = legalHours(readLaw(pack, answersOf(given)), marketing(nowMs));
        if (layers.length === 0) return;
        const judged = judgeHours(layers, zonesOfCountry(pack.country), nowMs);
        expect(judged.open || judged.untilMs !== null).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('hold for marketing alone', () => {
    for (const pack of PACKS) {
      const law = readLaw(pack, new Map());
      for (const trafficClass of ['otp', 'transactional'] as const) {
        expect(legalHours(law, { ...marketing(TO_MS), class: trafficClass }).layers).toEqual([]);
      }
    }
  });
});

describe('what a workspace answers', () => {
  it('changes nothing of a rule that is confirmed, and never more than its readings say', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { pack } = given;
        const answers = answersOf(given);
        for (const rule of pack.rules) {
          const reading = readingOf(rule, answers);
          const said = answers.get(rule.id)?.reading ?? null;
          if (!isAnswerable(rule)) expect(reading).toBe(rule.readings[0]);
          else if (said === NO_READING) expect(reading).toBeNull();
          else expect(rule.readings).toContain(reading);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('changes only the rule it is given for', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { pack } = given;
        const [first] = pack.rules;
        if (first === undefined) return;
        const without = readLaw(pack, new Map());
        const withOne = readLaw(pack, new Map([[first.id, { reading: NO_READING, exceptions: [] }]]));
        const others = (law: typeof without) => law.hours.filter(({ rule }) => rule !== `law/${first.id}`);
        expect(others(withOne)).toEqual(others(without));
      }),
      { numRuns: 100 },
    );
  });
});
