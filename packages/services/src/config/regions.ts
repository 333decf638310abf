import type { CountrySenders, GeoFact } from '@signalbox/contracts';
import { Channel, DEFAULT_COUNTRY } from '@signalbox/contracts';
import type { RegionRow } from '@signalbox/db';

/** What holds for messages to one country: its own row, filled up from the default row. Prices are integer millionths per part. */
export interface Region {
  /** Whose row counts: an ISO code or `default`. */
  row: string;
  enabled: boolean;
  channels: readonly Channel[] | null;
  senders: Partial<Record<Channel, CountrySenders>>;
  maxPriceMicros: number | null;
  maxPriceCurrency: string | null;
  validForSeconds: number | null;
  /** The cap on marketing that holds here beside those of the workspace: so many messages in 24 hours, by the row it comes from. */
  cap: { rule: string; limit: number } | null;
}

/** Finds what holds in a country; null stands for mail and for numbers of no country. Undefined when the workspace says nothing. */
export type RegionBook = (country: string | null) => Region | undefined;

/** Works out once, for all messages to come, what each country inherits. */
export function bookRegions(rows: readonly RegionRow[]): RegionBook {
  const base = rows.find((row) => row.country === DEFAULT_COUNTRY);
  const fallback = base === undefined ? undefined : regionOf(base, undefined);
  const own = new Map(rows.map((row) => [row.country, row === base ? fallback : regionOf(row, base)]));
  return (country) => (country === null ? undefined : own.get(country)) ?? fallback;
}

function regionOf(row: RegionRow, base: RegionRow | undefined): Region {
  const priced = row.maxPriceMicros === null ? base : row;
  const capping = row.marketingPerDay === null ? base : row;
  const sendersOf = Channel.options.flatMap((channel) => {
    const found = row.senders?.[channel] ?? base?.senders?.[channel];
    return found == null ? [] : [[channel, found] as const];
  });
  return {
    row: row.country,
    enabled: row.enabled,
    channels: row.channels ?? base?.channels ?? null,
    senders: Object.fromEntries(sendersOf),
    maxPriceMicros: priced?.maxPriceMicros ?? null,
    maxPriceCurrency: priced?.maxPriceCurrency ?? null,
    validForSeconds: row.validForSeconds ?? base?.validForSeconds ?? null,
    // Each country counts by the row its limit comes from.
    cap:
      capping?.marketingPerDay == null ? null : { rule: `country/${capping.country}`, limit: capping.marketingPerDay },
  };
}

/** The fact policy judges a country by. */
export function geoFactOf(region: Region | undefined, country: string | null): GeoFact | null {
  if (region === undefined) return null;
  return { country, row: region.row, enabled: region.enabled, channels: region.channels };
}

/**
 * The most that one part may cost: the lower of what the caller and the country allow. A limit of the caller in another currency gives
 * way to the country's, which is the owner's word; an accept refuses such a pair, so that this is only met when the rule came later.
 */
export function ceilingOf(
  region: Region | undefined,
  own: { micros: number | null; currency: string | null },
): { micros: number | null; currency: string | null } {
  if (region === undefined || region.maxPriceMicros === null) return own;
  const country = { micros: region.maxPriceMicros, currency: region.maxPriceCurrency };
  if (own.micros === null || own.currency !== country.currency) return country;
  return own.micros < country.micros ? own : country;
}
