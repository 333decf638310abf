import type { Channel, HoursFact, OpeningSpan, TrafficClass } from '@signalbox/contracts';
import { DEFAULT_COUNTRY } from '@signalbox/contracts';
import {
  type HoursLayer,
  hoursFactOf,
  judgeHours,
  layerOfWish,
  legalHours,
  minuteOf,
  type OpenSpan,
  zonesOfCountry,
} from '@signalbox/core';
import type { RegionRow } from '@signalbox/db';
import { wishSource } from '../dispatch/hold.ts';
import type { LawBook } from './laws.ts';

/** The hours of a workspace, by law and by its own word, ready to be asked for every message. */
export interface HoursBook {
  /** The hours of a recipient at an instant; null when none hold. */
  at(of: TrafficClass, place: HoursPlace, nowMs: number): HoursFact | null;
  /** Equal texts say the same of hours, as far as the workspace has a word in them. */
  readonly text: string;
}

/** Where a recipient is, and what is known of the hours that are wanted there. */
export interface HoursPlace {
  channel: Channel;
  /** Null is mail, and numbers of no country. */
  country: string | null;
  /** The wish of the person, with the entry of the ledger that says so. */
  wish?: PersonWish | undefined;
}

/** When a person wants no marketing: a QuietWish as JSON, and the UUID of its entry. */
export interface PersonWish {
  id: string;
  hours: string;
}

interface Known {
  fact: HoursFact | null;
  sinceMs: number;
  freshUntilMs: number;
}

type HoursRow = Pick<RegionRow, 'country' | 'version' | 'openingHours' | 'closedDates'>;

/** Wishes are much alike: so many are worked out, each for a channel and a country, before they are begun anew. */
const WISHES_MAX = 2000;

const untouched = (sinceMs: number, freshUntilMs: number): Known => ({ fact: null, sinceMs, freshUntilMs });

const ALWAYS: readonly OpenSpan[] = [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }];

/**
 * Gathers the hours of a workspace: what the law of the country says, what the workspace does, and what the person wishes. A judgement is worked
 * out once for all messages to a country, and for all people there who wish alike, and stands until the hours open or close, so that a
 * message costs a look into a map. What has no country is judged in the zone of the workspace, and by no law; a wish in the zone of the person.
 */
export function bookHours(rows: readonly HoursRow[], homeZone: string, laws: LawBook): HoursBook {
  const said = rows.filter((row) => row.openingHours !== null || row.closedDates !== null);
  const base = said.find((row) => row.country === DEFAULT_COUNTRY);
  const own = new Map(said.map((row) => [row.country, row]));
  const known: Record<Channel, Map<string | null, Known | null>> = {
    sms: new Map(),
    email: new Map(),
    voice: new Map(),
  };
  const wished = new Map<string, Known | null>();

  function judge({ channel, country, wish }: HoursPlace, nowMs: number): Known | null {
    const row = (country === null ? undefined : own.get(country)) ?? base;
    const law = laws(country);
    const legal = law === undefined ? undefined : legalHours(law, { class: 'marketing', channel, nowMs });
    const layers = [
      ...(legal?.layers ?? []),
      ...(row === undefined ? [] : layersOf(row, base, channel)),
      ...(wish === undefined ? [] : [layerOfWish(JSON.parse(wish.hours))]),
    ];
    const changesMs = legal?.changesMs ?? Number.POSITIVE_INFINITY;
    // What is not law yet is asked for again the day it comes into force.
    if (layers.length === 0) return changesMs === Number.POSITIVE_INFINITY ? null : untouched(nowMs, changesMs);
    const zones = country === null ? [] : zonesOfCountry(country);
    const among = zones.length === 0 ? [homeZone] : zones;
    const judged = judgeHours(layers, among, nowMs);
    const freshUntilMs = Math.min(judged.freshUntilMs, changesMs);
    return { fact: hoursFactOf(judged, among.length), sinceMs: nowMs, freshUntilMs };
  }

  function lookUp<Key>(among: Map<Key, Known | null>, key: Key, place: HoursPlace, nowMs: number): HoursFact | null {
    const found = among.get(key);
    if (found === null) return null;
    if (found !== undefined && found.sinceMs <= nowMs && nowMs < found.freshUntilMs) return found.fact;
    const judged = judge(place, nowMs);
    among.set(key, judged);
    return judged?.fact ?? null;
  }

  return {
    text: JSON.stringify([homeZone, said.map((row) => [row.country, row.openingHours, row.closedDates]), laws.text]),
    at(trafficClass, place, nowMs) {
      // Hours are those of advertising; what a customer waits for is sent at any time.
      if (trafficClass !== 'marketing') return null;
      const { channel, country, wish } = place;
      if (wish === undefined) return lookUp(known[channel], country, place, nowMs);
      if (wished.size > WISHES_MAX) wished.clear();
      const fact = lookUp(wished, `${channel} ${country} ${wish.hours}`, place, nowMs);
      return fact?.layer === 'person' ? { ...fact, rule: wishSource(wish) } : fact;
    },
  };
}

/** The layers of hours that a workspace says hold for marketing on a channel in a country. */
function layersOf(row: HoursRow, base: HoursRow | undefined, channel: Channel): HoursLayer[] {
  const hours = row.openingHours === null ? base : row;
  const dates = row.closedDates === null ? base : row;
  const spans = (hours?.openingHours ?? []).filter((span) => span.channels == null || span.channels.includes(channel));
  const closedDates = dates?.closedDates ?? [];
  const from = spans.length > 0 ? hours : closedDates.length > 0 ? dates : undefined;
  if (from === undefined) return [];
  return [layerOf(from, spans, closedDates)];
}

/** What a row of a country says, as a layer of hours: without spans it is open at any time of the days that are not closed. */
export function layerOf(
  row: Pick<RegionRow, 'country' | 'version'>,
  spans: readonly OpeningSpan[],
  closedDates: readonly string[],
): HoursLayer {
  const openSpans = spans.length > 0 ? spans.map(spanOf) : ALWAYS;
  return { name: 'workspace', rule: `country/${row.country}`, version: row.version, spans: openSpans, closedDates };
}

const spanOf = ({ days, from, to }: OpeningSpan): OpenSpan => ({
  days,
  fromMinute: minuteOf(from),
  toMinute: minuteOf(to),
});
