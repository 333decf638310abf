import type { Channel, HoursFact, OpeningSpan, TrafficClass } from '@signalbox/contracts';
import { DEFAULT_COUNTRY } from '@signalbox/contracts';
import { type HoursLayer, judgeHours, type OpenSpan, zonesOfCountry } from '@signalbox/core';
import type { RegionRow } from '@signalbox/db';

/** What a workspace says of hours, ready to be asked for every message. */
export interface HoursBook {
  /** The hours of a recipient at an instant; null when none hold. Country null is mail, and numbers of no country. */
  at(of: TrafficClass, channel: Channel, country: string | null, nowMs: number): HoursFact | null;
  /** Equal texts say the same of hours. */
  readonly text: string;
}

interface Known {
  fact: HoursFact;
  sinceMs: number;
  freshUntilMs: number;
}

type HoursRow = Pick<RegionRow, 'country' | 'version' | 'openingHours' | 'closedDates'>;

const ALWAYS: readonly OpenSpan[] = [{ days: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 }];

/**
 * Gathers the hours of a workspace. A judgement is worked out once for all messages to a country and stands until the hours open or close,
 * so that a message costs a look into a map. What has no country is judged in the zone of the workspace. Undefined when nothing is said.
 */
export function bookHours(rows: readonly HoursRow[], homeZone: string): HoursBook | undefined {
  const said = rows.filter((row) => row.openingHours !== null || row.closedDates !== null);
  if (said.length === 0) return undefined;
  const base = rows.find((row) => row.country === DEFAULT_COUNTRY);
  const own = new Map(rows.map((row) => [row.country, row]));
  const known: Record<Channel, Map<string | null, Known | null>> = { sms: new Map(), email: new Map() };

  function judge(channel: Channel, country: string | null, nowMs: number): Known | null {
    const row = (country === null ? undefined : own.get(country)) ?? base;
    const layers = row === undefined ? [] : layersOf(row, base, channel);
    if (layers.length === 0) return null;
    const zones = country === null ? [] : zonesOfCountry(country);
    const among = zones.length === 0 ? [homeZone] : zones;
    const { open, untilMs, thenUntilMs, zone, offsetMinutes, layer, freshUntilMs } = judgeHours(layers, among, nowMs);
    const by = {
      layer: layer.name,
      rule: layer.rule,
      version: layer.version,
      zone,
      offsetMinutes,
      zones: among.length,
    };
    return { fact: Object.freeze({ open, ...by, untilMs, thenUntilMs }), sinceMs: nowMs, freshUntilMs };
  }

  return {
    text: JSON.stringify([homeZone, said.map((row) => [row.country, row.openingHours, row.closedDates])]),
    at(trafficClass, channel, country, nowMs) {
      // The hours of a workspace are those of its advertising; what a customer waits for is sent at any time.
      if (trafficClass !== 'marketing') return null;
      const found = known[channel].get(country);
      if (found === null) return null;
      if (found !== undefined && found.sinceMs <= nowMs && nowMs < found.freshUntilMs) return found.fact;
      const judged = judge(channel, country, nowMs);
      known[channel].set(country, judged);
      return judged?.fact ?? null;
    },
  };
}

/**
 * The layers of hours that hold for marketing on a channel in a country: for now what the workspace says. The law of a country and the
 * wishes of a person are further layers of the same kind.
 */
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

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
