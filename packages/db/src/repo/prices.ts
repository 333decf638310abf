import type { Environment } from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A price as it is stored. Times in milliseconds since 1970; the end is outside, null is open. */
export interface PriceRow {
  id: string;
  workspace: number;
  route: number;
  country: string;
  network: string;
  prefix: string;
  priceMicros: number;
  currency: string;
  fromMs: number;
  untilMs: number | null;
}

/** A change of prices as it is stored. */
export interface PriceChangeRow {
  id: string;
  workspace: number;
  environment: Environment;
  atMs: number;
  actorKind: 'user' | 'key' | 'system';
  actorName: string;
  fileName: string;
  counts: Record<string, number>;
  removed: PriceRow[];
  /** Ids of the rows that came. */
  added: string[];
  undoes: string | null;
  undoneBy: string | null;
}

/** A rate as it is stored. */
export interface ExchangeRateRow {
  workspace: number;
  base: string;
  currency: string;
  fromMs: number;
  nanos: number;
}

const columns = (sql: SqlRunner) => sql`
  p.id, p.workspace, p.route, p.country, p.network, p.prefix, p.price_micros::float8 as "priceMicros", p.currency,
  (extract(epoch from p.valid_from) * 1000)::float8 as "fromMs", (extract(epoch from p.valid_until) * 1000)::float8 as "untilMs"`;

/** The prices of all workspaces that are in force or to come at an instant. */
export async function readTariffPrices(sql: SqlRunner, atMs: number): Promise<PriceRow[]> {
  return sql<
    PriceRow[]
  >`select ${columns(sql)} from price p where p.valid_until is null or p.valid_until > ${new Date(atMs)}`;
}

/** The rates of all workspaces, or of one. */
export async function readExchangeRates(sql: SqlRunner, workspace?: number): Promise<ExchangeRateRow[]> {
  return sql<ExchangeRateRow[]>`
    select workspace, base, currency, (extract(epoch from valid_from) * 1000)::float8 as "fromMs", rate_nanos::float8 as nanos
    from exchange_rate where ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`}
    order by currency, valid_from desc`;
}

/** A text that differs whenever prices, rates or networks may have changed: cheap to ask, so that nobody reads all of them to find nothing new. */
export async function readTariffMark(sql: SqlRunner): Promise<string> {
  const [row] = await sql<{ mark: string }[]>`
    select coalesce((select id::text from price_change order by id desc limit 1), '')
      || ' ' || (select count(*) || ' ' || coalesce(sum(rate_nanos), 0) || ' ' || coalesce(max(valid_from)::text, '') from exchange_rate)
      || ' ' || (select count(*) || ' ' || coalesce(max(updated_at)::text, '') from network_prefix) as mark`;
  return row?.mark ?? '';
}

/** Locks the prices of an environment against other changes to the end of the transaction, and reads those of some routes that are not over. */
export async function lockPrices(
  sql: SqlRunner,
  place: { workspace: number; environment: Environment },
  routes: readonly number[],
  atMs: number,
): Promise<PriceRow[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`prices ${place.workspace} ${place.environment}`}, 0))`;
  return readPricesOf(sql, place.workspace, routes, atMs);
}

/** Reads the prices of some routes that are not over at an instant. */
export async function readPricesOf(
  sql: SqlRunner,
  workspace: number,
  routes: readonly number[],
  atMs: number,
): Promise<PriceRow[]> {
  return sql<PriceRow[]>`
    select ${columns(sql)} from price p
    where p.workspace = ${workspace} and p.route = any(${plainArray(routes)}::int4[])
      and (p.valid_until is null or p.valid_until > ${new Date(atMs)})
    order by p.route, p.country, p.network, p.prefix, p.valid_from`;
}

/** Takes prices away; returns how many were there. */
export async function deletePrices(sql: SqlRunner, workspace: number, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const result = await sql`delete from price where workspace = ${workspace} and id = any(${plainArray(ids)}::uuid[])`;
  return result.count;
}

/** Stores prices, all by one statement. */
export async function insertPrices(sql: SqlRunner, rows: readonly PriceRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into price (id, workspace, route, country, network, prefix, price_micros, currency, valid_from, valid_until)
    select * from unnest(
      ${plainArray(rows.map((r) => r.id))}::uuid[], ${plainArray(rows.map((r) => r.workspace))}::int4[],
      ${plainArray(rows.map((r) => r.route))}::int4[], ${textArray(rows.map((r) => r.country))}::text[],
      ${textArray(rows.map((r) => r.network))}::text[], ${textArray(rows.map((r) => r.prefix))}::text[],
      ${plainArray(rows.map((r) => r.priceMicros))}::int8[], ${textArray(rows.map((r) => r.currency))}::text[],
      ${instantArray(rows.map((r) => r.fromMs))}::timestamptz[], ${instantArray(rows.map((r) => r.untilMs))}::timestamptz[])`;
}

/** Stores what a change did. */
export async function insertPriceChange(sql: SqlRunner, change: PriceChangeRow): Promise<void> {
  await sql`
    insert into price_change (id, workspace, environment, at, actor_kind, actor_name, file_name, counts, removed, added, undoes)
    values (${change.id}, ${change.workspace}, ${change.environment}, ${new Date(change.atMs)}, ${change.actorKind}, ${change.actorName},
      ${change.fileName}, ${sql.json(change.counts)}, ${sql.json(change.removed as never)}, ${plainArray(change.added)}::uuid[], ${change.undoes})`;
}

const changeColumns = (sql: SqlRunner) => sql`
  id, workspace, environment, (extract(epoch from at) * 1000)::float8 as "atMs", actor_kind as "actorKind", actor_name as "actorName",
  file_name as "fileName", counts, undoes, undone_by as "undoneBy"`;

/** The newest changes of prices, without their rows. */
export async function readPriceChanges(
  sql: SqlRunner,
  place: { workspace: number; environment: Environment },
  limit: number,
): Promise<Omit<PriceChangeRow, 'removed' | 'added'>[]> {
  return sql<Omit<PriceChangeRow, 'removed' | 'added'>[]>`
    select ${changeColumns(sql)} from price_change
    where workspace = ${place.workspace} and environment = ${place.environment} order by id desc limit ${limit}`;
}

/** One change with its rows, locked to the end of the transaction; undefined when it is not here. */
export async function lockPriceChange(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; id: string },
): Promise<PriceChangeRow | undefined> {
  const [row] = await sql<PriceChangeRow[]>`
    select ${changeColumns(sql)}, removed, added from price_change
    where id = ${ask.id} and workspace = ${ask.workspace} and environment = ${ask.environment} for update`;
  return row;
}

/** Says by which change another one was taken back. */
export async function markUndone(sql: SqlRunner, workspace: number, id: string, undoneBy: string): Promise<void> {
  await sql`update price_change set undone_by = ${undoneBy} where workspace = ${workspace} and id = ${id}`;
}

/** A price with the name of its route. */
export interface ListedPrice extends PriceRow {
  routeId: string;
  routeName: string;
}

/** A page of prices of an environment, the newest first. */
export async function readPricePage(
  sql: SqlRunner,
  ask: {
    workspace: number;
    environment: Environment;
    routeId: string | null;
    country: string | null;
    /** Leaves out those that are over at this instant; null leaves none out. */
    aliveAtMs: number | null;
    belowId: string | null;
  },
  limit: number,
): Promise<ListedPrice[]> {
  return sql<ListedPrice[]>`
    select ${columns(sql)}, r.id as "routeId", r.name as "routeName"
    from price p join route r on r.number = p.route
    where p.workspace = ${ask.workspace} and r.environment = ${ask.environment}
      ${ask.routeId === null ? sql`` : sql`and r.id = ${ask.routeId}`}
      ${ask.country === null ? sql`` : sql`and p.country = ${ask.country}`}
      ${ask.aliveAtMs === null ? sql`` : sql`and (p.valid_until is null or p.valid_until > ${new Date(ask.aliveAtMs)})`}
      ${ask.belowId === null ? sql`` : sql`and p.id < ${ask.belowId}`}
    order by p.id desc limit ${limit}`;
}

/** Currencies that prices of a workspace which are not over charge in. */
export async function readPriceCurrencies(sql: SqlRunner, workspace: number, atMs: number): Promise<string[]> {
  const rows = await sql<{ currency: string }[]>`
    select distinct currency from price where workspace = ${workspace} and (valid_until is null or valid_until > ${new Date(atMs)})`;
  return rows.map(({ currency }) => currency);
}

/** Sets rates; one of the same currency and day takes the place of the earlier one. */
export async function upsertExchangeRates(sql: SqlRunner, rows: readonly ExchangeRateRow[]): Promise<void> {
  await sql`
    insert into exchange_rate (workspace, base, currency, valid_from, rate_nanos)
    select * from unnest(${plainArray(rows.map((r) => r.workspace))}::int4[], ${textArray(rows.map((r) => r.base))}::text[],
      ${textArray(rows.map((r) => r.currency))}::text[], ${instantArray(rows.map((r) => r.fromMs))}::timestamptz[],
      ${plainArray(rows.map((r) => r.nanos))}::int8[])
    on conflict (workspace, base, currency, valid_from) do update set rate_nanos = excluded.rate_nanos`;
}

/** Takes a rate away; false when there was none. */
export async function deleteExchangeRate(sql: SqlRunner, rate: Omit<ExchangeRateRow, 'nanos'>): Promise<boolean> {
  const result = await sql`
    delete from exchange_rate where workspace = ${rate.workspace} and base = ${rate.base} and currency = ${rate.currency}
      and valid_from = ${new Date(rate.fromMs)}`;
  return result.count > 0;
}
