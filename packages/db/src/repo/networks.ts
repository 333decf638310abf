import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A range of numbers and its network, as it is stored. */
export interface NetworkPrefixRow {
  workspace: number;
  prefix: string;
  network: string;
  country: string;
  name: string;
  sample: boolean;
}

/** The tables of all workspaces, or of one. */
export async function readNetworkPrefixes(sql: SqlRunner, workspace?: number): Promise<NetworkPrefixRow[]> {
  return sql<NetworkPrefixRow[]>`
    select workspace, prefix, network, country, name, sample from network_prefix
    where ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`}`;
}

/** Locks the table of a workspace against other changes to the end of the transaction. */
export async function lockNetworks(sql: SqlRunner, workspace: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`networks ${workspace}`}, 0))`;
}

/** Stores rows, in place of those of the same prefix. */
export async function upsertNetworkPrefixes(sql: SqlRunner, rows: readonly NetworkPrefixRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into network_prefix (workspace, prefix, network, country, name, sample)
    select * from unnest(${plainArray(rows.map((r) => r.workspace))}::int4[], ${textArray(rows.map((r) => r.prefix))}::text[],
      ${textArray(rows.map((r) => r.network))}::text[], ${textArray(rows.map((r) => r.country))}::text[],
      ${textArray(rows.map((r) => r.name))}::text[], ${plainArray(rows.map((r) => String(r.sample)))}::bool[])
    on conflict (workspace, prefix) do update set network = excluded.network, country = excluded.country, name = excluded.name,
      sample = excluded.sample, updated_at = now()`;
}

/** Takes rows away. */
export async function deleteNetworkPrefixes(
  sql: SqlRunner,
  workspace: number,
  prefixes: readonly string[],
): Promise<void> {
  if (prefixes.length === 0) return;
  await sql`delete from network_prefix where workspace = ${workspace} and prefix = any(${textArray(prefixes)}::text[])`;
}

/** A page of the table by prefix, with how many there are. */
export async function readNetworkPage(
  sql: SqlRunner,
  workspace: number,
  after: string | null,
  limit: number,
): Promise<{ total: number; rows: NetworkPrefixRow[] }> {
  const [counted] = await sql<{ total: number }[]>`
    select count(*)::int as total from network_prefix where workspace = ${workspace}`;
  const rows = await sql<NetworkPrefixRow[]>`
    select workspace, prefix, network, country, name, sample from network_prefix
    where workspace = ${workspace} ${after === null ? sql`` : sql`and prefix > ${after}`} order by prefix limit ${limit}`;
  return { total: counted?.total ?? 0, rows };
}
