import type { HoursFact, HoursLayerName, LegalBasis } from '@signalbox/contracts';
import { type OffsetSpan, offsetsOf } from '../time/index.ts';

/** A weekly span in local time; days as ISO 8601 counts them, Monday is 1. A span past 24:00 belongs to the day it begins on. */
export interface OpenSpan {
  days: readonly number[];
  fromMinute: number;
  /** Excluded: a span to 21:00 is over when the clock shows 21:00. */
  toMinute: number;
}

/** What one source says of the hours for a class and a channel: the law of a country, the workspace, or the person. */
export interface HoursLayer {
  name: HoursLayerName;
  /** What the evidence names: the rule, and its version when it was read. */
  rule: string;
  version: number;
  spans: readonly OpenSpan[];
  /** Local dates (YYYY-MM-DD) on which nothing opens. */
  closedDates: readonly string[];
  /** Zones it is kept in, of those the recipient may be in; left out, all of them. The hours of one state of a country. */
  zones?: readonly string[];
  /** The one zone it is kept in, wherever the recipient may be: that of a person who has named it. */
  at?: string;
  /** What stands behind hours that are law. */
  law?: LegalBasis;
}

/** How the hours stand at an instant. Times are milliseconds since 1970. */
export interface HoursJudgement {
  open: boolean;
  /** Until when this holds: when they close (less the margin), or when they next open. Null when neither comes within two weeks. */
  untilMs: number | null;
  /** Of hours that are closed: when the opening that follows ends, less the margin, a day after it began at most. Null when they are open, or never open. */
  thenUntilMs: number | null;
  /** What decides: of hours that are closed the layer and the zone that open last, else those that close first. */
  layer: HoursLayer;
  zone: string;
  /** What local time in that zone is ahead of UTC, in minutes. */
  offsetMinutes: number;
  /** Until when the same question has the same answer: asking again before is a waste. */
  freshUntilMs: number;
}

/** Half-open, in milliseconds since 1970. */
interface Interval {
  fromMs: number;
  toMs: number;
}

interface Pair {
  layer: HoursLayer;
  zone: string;
  offsetMs: number;
  open: readonly Interval[];
}

const NOTHING_TO_JUDGE_BY = () => new RangeError('hours are judged by a layer and a zone it is kept in at least');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const BEHIND_MS = 2 * DAY_MS;
const AHEAD_MS = 15 * DAY_MS;
/** Of an opening that is in sight its first day is too, with what may be taken off its end, whatever the instant it is looked at from. */
const BEYOND_MS = 2 * DAY_MS;
/** What is submitted must be on the phone before the hours end: the last minutes before are not used (domain 8.2, 8). */
const MARGIN_MS = 10 * MINUTE_MS;
/** Short hours would be eaten up by it: it is never more than this share of them. */
const MARGIN_SHARE = 6;

/**
 * Judges an instant by hours: open is what every layer opens in every zone it is kept in, so that one more layer or zone only ever
 * narrows. The local time is what the clocks of the zone show: an hour that is skipped opens nothing, one that is repeated counts twice.
 * Needs a layer and a zone at least; throws RangeError for a zone that is none.
 */
export function judgeHours(layers: readonly HoursLayer[], zones: readonly string[], nowMs: number): HoursJudgement {
  const [fromMs, toMs] = [nowMs - BEHIND_MS, nowMs + AHEAD_MS + BEYOND_MS];
  const pairs = pairsOf(layers, zones, fromMs, toMs, nowMs);
  const [head, ...others] = pairs;
  if (head === undefined) throw NOTHING_TO_JUDGE_BY();
  const usable = others.reduce((open, pair) => intersect(open, pair.open), head.open);
  const current = usable.find((interval) => interval.fromMs <= nowMs && nowMs < interval.toMs);
  const next = usable.find((interval) => interval.fromMs > nowMs && interval.fromMs < nowMs + AHEAD_MS);
  const { pair: by, changesMs: standsUntilMs } = decider(pairs, nowMs, toMs);
  const said = { layer: by.layer, zone: by.zone, offsetMinutes: by.offsetMs / MINUTE_MS };
  // The offset that is named changes with summer time, also where nothing opens or closes by it.
  const sameClockMs = spanAt(by.zone, nowMs, fromMs, toMs).toMs;
  const changesMs = current === undefined ? next?.fromMs : current.toMs;
  const untilMs = changesMs === undefined || changesMs === toMs ? null : changesMs;
  return {
    open: current !== undefined,
    untilMs,
    thenUntilMs: current === undefined && next !== undefined ? Math.min(next.toMs, next.fromMs + DAY_MS) : null,
    ...said,
    // Tomorrow more of the future is in sight.
    freshUntilMs: Math.min(standsUntilMs, sameClockMs, untilMs === null ? nowMs + DAY_MS : untilMs),
  };
}

/** A judgement as policy takes it and the evidence keeps it; `zones` is how many the recipient may be in. */
export function hoursFactOf({ layer, ...judged }: HoursJudgement, zones: number): HoursFact {
  const { open, zone, offsetMinutes, untilMs, thenUntilMs } = judged;
  const by = { layer: layer.name, rule: layer.rule, version: layer.version, law: layer.law ?? null };
  return Object.freeze({
    ...{ open, ...by, zone, offsetMinutes, untilMs, thenUntilMs },
    zones: layer.at === undefined ? zones : 1,
  });
}

/** Every layer in every zone it is kept in. */
function pairsOf(
  layers: readonly HoursLayer[],
  zones: readonly string[],
  fromMs: number,
  toMs: number,
  nowMs: number,
): Pair[] {
  const everywhere = clocksOf(zones, fromMs, toMs);
  return layers.flatMap((layer) => {
    const { zones: own, at } = layer;
    const kept = at === undefined ? own && zones.filter((zone) => own.includes(zone)) : [at];
    const clocks = kept === undefined ? everywhere : clocksOf(kept, fromMs, toMs);
    return clocks.map(({ zone, offsets }) => ({
      layer,
      zone,
      offsetMs: offsets.find((span) => nowMs < span.toMs)?.offsetMs ?? 0,
      open: openIn(layer, offsets, fromMs, toMs),
    }));
  });
}

/** The clocks of zones; those that go alike are one. */
function clocksOf(
  zones: readonly string[],
  fromMs: number,
  toMs: number,
): { zone: string; offsets: readonly OffsetSpan[] }[] {
  const clocks = new Map<string, { zone: string; offsets: readonly OffsetSpan[] }>();
  for (const zone of zones) {
    const offsets = offsetsOf(zone, fromMs, toMs).filter((span) => span.fromMs < toMs && span.toMs > fromMs);
    const name = offsets.map((span) => `${span.offsetMs}@${Math.max(span.fromMs, fromMs)}`).join();
    if (!clocks.has(name)) clocks.set(name, { zone, offsets });
  }
  return [...clocks.values()];
}

const spanAt = (zone: string, nowMs: number, fromMs: number, toMs: number): Interval =>
  offsetsOf(zone, fromMs, toMs).find((span) => nowMs < span.toMs) ?? { fromMs, toMs };

/** The instants at which the clocks show a time that a layer opens, less the margin before it closes: intervals in order that do not touch. */
function openIn(layer: HoursLayer, offsets: readonly OffsetSpan[], fromMs: number, toMs: number): Interval[] {
  const closed = new Set(layer.closedDates.map((date) => Date.parse(`${date}T00:00Z`) / DAY_MS));
  const intervals: Interval[] = [];
  for (const { offsetMs, ...span } of offsets) {
    const [startMs, endMs] = [Math.max(span.fromMs, fromMs), Math.min(span.toMs, toMs)];
    // What began the day before may still be open.
    for (let day = Math.floor((startMs + offsetMs) / DAY_MS) - 1; day * DAY_MS < endMs + offsetMs; day += 1) {
      if (closed.has(day)) continue;
      for (const { days, fromMinute, toMinute } of layer.spans) {
        if (!days.includes(weekdayOf(day))) continue;
        const dayMs = day * DAY_MS - offsetMs;
        const opens = Math.max(startMs, dayMs + fromMinute * MINUTE_MS);
        const closes = Math.min(endMs, dayMs + toMinute * MINUTE_MS);
        if (opens < closes) intervals.push({ fromMs: opens, toMs: closes });
      }
    }
  }
  return merge(intervals).map((interval) => {
    const marginMs = Math.min(MARGIN_MS, Math.floor((interval.toMs - interval.fromMs) / MARGIN_SHARE));
    // What is still open where we stop looking does not close there.
    return interval.toMs === toMs ? interval : { ...interval, toMs: interval.toMs - marginMs };
  });
}

/** The ISO weekday of a day counted since 1970, which began on a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

function merge(intervals: Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const interval of intervals.sort((a, b) => a.fromMs - b.fromMs)) {
    const last = merged.at(-1);
    if (last === undefined || interval.fromMs > last.toMs) merged.push({ ...interval });
    else last.toMs = Math.max(last.toMs, interval.toMs);
  }
  return merged;
}

function intersect(one: readonly Interval[], other: readonly Interval[]): Interval[] {
  const both: Interval[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] as Interval, other[j] as Interval];
    const [fromMs, toMs] = [Math.max(a.fromMs, b.fromMs), Math.min(a.toMs, b.toMs)];
    if (fromMs < toMs) both.push({ fromMs, toMs });
    if (a.toMs < b.toMs) i += 1;
    else j += 1;
  }
  return both;
}

/** The pair that keeps the hours closed longest, or, while all are open, the one that closes first; and when any pair opens or closes next. */
function decider(pairs: readonly Pair[], nowMs: number, horizonMs: number): { pair: Pair; changesMs: number } {
  const standing = pairs.map((pair) => {
    const interval = pair.open.find(({ toMs }) => nowMs < toMs);
    const isOpen = interval !== undefined && interval.fromMs <= nowMs;
    return { pair, isOpen, untilMs: (isOpen ? interval.toMs : interval?.fromMs) ?? horizonMs };
  });
  const shut = standing.filter(({ isOpen }) => !isOpen);
  const [first, ...rest] = shut.length > 0 ? shut : standing;
  if (first === undefined) throw NOTHING_TO_JUDGE_BY();
  const outlasts = (a: number, b: number) => (shut.length > 0 ? a > b : a < b);
  const { pair } = rest.reduce((best, one) => (outlasts(one.untilMs, best.untilMs) ? one : best), first);
  return { pair, changesMs: Math.min(...standing.map(({ untilMs }) => untilMs)) };
}
