import {
  type CountryPack,
  type LegalBasis,
  NO_READING,
  type PackChannel,
  type PackEffect,
  type PackEffectOf,
  type PackReading,
  type PackRule,
  type TrafficClass,
} from '@signalbox/contracts';
import type { HoursLayer } from './hours.ts';

/** What a workspace says of a rule: the reading it goes by, `none` that it does not hold, null to leave it to the pack; and phrases that its words let pass. */
export interface LegalAnswer {
  reading: string | null;
  exceptions: readonly string[];
}

/** What a workspace says of rules, by their ids. */
export type LegalAnswers = ReadonlyMap<string, LegalAnswer>;

/** A rule of a country as it holds for a workspace. Times are milliseconds since 1970. */
export interface LegalRule<Effect extends PackEffect = PackEffect> {
  /** What the evidence names, such as `law/VN.hours`, and the version of the pack. */
  rule: string;
  version: number;
  effect: Effect;
  channels: readonly PackChannel[];
  classes: readonly TrafficClass[];
  fromMs: number;
  untilMs: number;
  law: LegalBasis;
  /** Phrases the workspace lets pass. */
  exceptions: readonly string[];
}

/** The rules of one country as a workspace reads them, by what they do. */
export type CountryLaw = { readonly [Kind in PackEffect['kind']]: readonly LegalRule<PackEffectOf<Kind>>[] } & {
  readonly country: string;
};

/** What is judged by law. */
export interface LegalSubject {
  class: TrafficClass;
  channel: PackChannel;
  nowMs: number;
}

/** True for a rule of which a workspace may say how it reads it: all that is not confirmed. */
export const isAnswerable = ({ confidence }: Pick<PackRule, 'confidence'>): boolean => confidence !== 'confirmed';

/**
 * The reading of a rule that counts: what the workspace answered where it may, else the first. Null when it does not hold. An answer that the
 * pack no longer has gives way to the first reading: a change of the law is not missed for what was said before.
 */
export function readingOf(rule: PackRule, answers: LegalAnswers): PackReading | null {
  const answer = isAnswerable(rule) ? answers.get(rule.id)?.reading : null;
  if (answer === NO_READING) return null;
  return rule.readings.find(({ id }) => id === answer) ?? rule.readings[0] ?? null;
}

/** Works out once what a pack comes to for a workspace. */
export function readLaw(pack: CountryPack, answers: LegalAnswers): CountryLaw {
  const rules = pack.rules.flatMap((rule): LegalRule[] => {
    const reading = readingOf(rule, answers);
    if (reading === null) return [];
    const { channels, classes, confidence, from, until } = rule;
    const held = {
      rule: `law/${rule.id}`,
      version: pack.version,
      channels,
      classes,
      fromMs: from === null ? Number.NEGATIVE_INFINITY : Date.parse(`${from}T00:00Z`),
      untilMs: until === null ? Number.POSITIVE_INFINITY : Date.parse(`${until}T00:00Z`),
      law: { confidence, sources: reading.sources },
      exceptions: answers.get(rule.id)?.exceptions ?? [],
    };
    return reading.effects.map((effect) => ({ ...held, effect }));
  });
  const by = <Kind extends PackEffect['kind']>(kind: Kind): readonly LegalRule<PackEffectOf<Kind>>[] =>
    rules.flatMap((rule) => (isOf(rule.effect, kind) ? [{ ...rule, effect: rule.effect }] : []));
  return {
    country: pack.country,
    hours: by('hours'),
    cap: by('cap'),
    sender: by('sender'),
    registration: by('registration'),
    replaced: by('replaced'),
    tail: by('tail'),
    affix: by('affix'),
    wording: by('wording'),
    links: by('links'),
    phones: by('phones'),
    words: by('words'),
  };
}

const isOf = <Kind extends PackEffect['kind']>(effect: PackEffect, kind: Kind): effect is PackEffectOf<Kind> =>
  effect.kind === kind;

/** Whether a rule is in force for what is judged. */
export const holdsFor = (rule: LegalRule, { class: trafficClass, channel, nowMs }: LegalSubject): boolean =>
  rule.fromMs <= nowMs &&
  nowMs < rule.untilMs &&
  rule.classes.includes(trafficClass) &&
  rule.channels.includes(channel);

/** The hours of the law as layers, and until when they stay the same: a rule that comes into force or ends changes them. */
export function legalHours(law: CountryLaw, subject: LegalSubject): { layers: HoursLayer[]; changesMs: number } {
  const layers = law.hours.flatMap((rule): HoursLayer[] => {
    if (!holdsFor(rule, subject)) return [];
    const { spans, zones } = rule.effect;
    const openSpans = spans.map(({ days, from, to }) => ({ days, fromMinute: minuteOf(from), toMinute: minuteOf(to) }));
    const { rule: name, version, law: basis } = rule;
    const kept = zones === undefined ? {} : { zones };
    return [{ name: 'legal', rule: name, version, spans: openSpans, closedDates: [], law: basis, ...kept }];
  });
  const edges = law.hours.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs]).filter((ms) => ms > subject.nowMs);
  return { layers, changesMs: Math.min(...edges, Number.POSITIVE_INFINITY) };
}

/** Minutes since midnight of a time of day such as 09:30. */
export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
