import type { Channel, CountrySenders, OpeningSpan } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** What a workspace says of one country, or (`default`) of all others. Null is inherited. Prices are integer millionths per part. */
export interface RegionRow {
  number: number;
  workspace: number;
  /** ISO 3166-1 alpha-2, or `default`. */
  country: string;
  enabled: boolean;
  currency: string | null;
  languages: string[] | null;
  channels: Channel[] | null;
  senders: Partial<Record<Channel, CountrySenders | null>> | null;
  openingHours: OpeningSpan[] | null;
  /** Days without marketing, YYYY-MM-DD. */
  closedDates: string[] | null;
  maxPriceMicros: number | null;
  maxPriceCurrency: string | null;
  validForSeconds: number | null;
  marketingPerDay: number | null;
  version: number;
  updatedAt: Date;
}

const columns = (sql: SqlRunner) => sql`
  number, workspace, country, enabled, currency, languages, channels::text[] as channels, senders, opening_hours as "openingHours",
  closed_dates::text[] as "closedDates",
  max_price_micros::float8 as "maxPriceMicros", max_price_currency as "maxPriceCurrency", valid_for_seconds as "validForSeconds",
  marketing_per_day as "marketingPerDay", version, updated_at as "updatedAt"`;

/** Reads what every workspace says of its countries. */
export async function readRegions(sql: SqlRunner): Promise<RegionRow[]> {
  return sql<RegionRow[]>`select ${columns(sql)} from region_config order by number`;
}

/** The countries of a workspace: `default` first, then by code. */
export async function readCountries(sql: SqlRunner, workspace: number): Promise<RegionRow[]> {
  return sql<RegionRow[]>`
    select ${columns(sql)} from region_config where workspace = ${workspace} order by country <> 'default', country`;
}

/** One country of a workspace, locked for a change that follows. Undefined when nothing is said of it. */
export async function lockCountry(sql: SqlRunner, workspace: number, country: string): Promise<RegionRow | undefined> {
  const [row] = await sql<RegionRow[]>`
    select ${columns(sql)} from region_config where workspace = ${workspace} and country = ${country} for update`;
  return row;
}

/** What is stored of a country. */
export type NewRegion = Omit<RegionRow, 'number' | 'version' | 'updatedAt'>;

/** Stores a country, in place of what was said of it before. */
export async function putCountry(sql: SqlRunner, given: NewRegion): Promise<RegionRow> {
  const list = (texts: readonly string[] | null) => (texts === null ? null : textArray(texts));
  const json = (value: object | null) => (value === null ? null : sql.json(value as never));
  const [row] = await sql<RegionRow[]>`
    insert into region_config (workspace, country, enabled, currency, languages, channels, senders, opening_hours, closed_dates,
      max_price_micros, max_price_currency, valid_for_seconds, marketing_per_day)
    values (${given.workspace}, ${given.country}, ${given.enabled}, ${given.currency}, ${list(given.languages)}::text[],
      ${given.channels === null ? null : plainArray(given.channels)}::channel[], ${json(given.senders)}, ${json(given.openingHours)},
      ${list(given.closedDates)}::date[], ${given.maxPriceMicros}, ${given.maxPriceCurrency}, ${given.validForSeconds}, ${given.marketingPerDay})
    on conflict (workspace, country) do update set enabled = excluded.enabled, currency = excluded.currency,
      languages = excluded.languages, channels = excluded.channels, senders = excluded.senders,
      opening_hours = excluded.opening_hours, closed_dates = excluded.closed_dates, max_price_micros = excluded.max_price_micros,
      max_price_currency = excluded.max_price_currency, valid_for_seconds = excluded.valid_for_seconds,
      marketing_per_day = excluded.marketing_per_day, version = region_config.version + 1, updated_at = now()
    returning ${columns(sql)}`;
  if (row === undefined) throw new Error('a country was not stored');
  return row;
}

/** Forgets what was said of a country; undefined when nothing was. */
export async function deleteCountry(
  sql: SqlRunner,
  workspace: number,
  country: string,
): Promise<RegionRow | undefined> {
  const [row] = await sql<RegionRow[]>`
    delete from region_config where workspace = ${workspace} and country = ${country} returning ${columns(sql)}`;
  return row;
}
