import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { idRange } from './messages.ts';

/** What is believed of one number, until when (milliseconds since 1970). */
export interface NumberNetworkRow {
  workspace: number;
  address: string;
  network: string;
  source: 'receipt';
  untilMs: number;
}

/** A number that a message went to. */
export interface SentNumber {
  id: string;
  workspace: number;
  address: string;
  country: string | null;
}

/** The numbers that texts of several workspaces went to. */
export async function readSentNumbers(
  sql: SqlRunner,
  messages: readonly { workspace: number; messageId: string }[],
): Promise<SentNumber[]> {
  const range = idRange(messages.map(({ messageId }) => messageId));
  return sql<SentNumber[]>`
    select m.id, m.workspace, m.address, m.country
    from unnest(${plainArray(messages.map((m) => m.workspace))}::int4[],
      ${plainArray(messages.map((m) => m.messageId))}::uuid[]) as given(workspace, id)
    join message m on m.workspace = given.workspace and m.id = given.id and m.id between ${range.from} and ${range.to}
    where m.channel = 'sms'`;
}

/** Stores what was learned of numbers, in place of what was, in the order of their keys. */
export async function storeNumberNetworks(sql: SqlRunner, rows: readonly NumberNetworkRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into number_network (workspace, address, network, source, until)
    select * from unnest(${plainArray(rows.map((r) => r.workspace))}::int4[], ${textArray(rows.map((r) => r.address))}::text[],
      ${textArray(rows.map((r) => r.network))}::text[], ${textArray(rows.map((r) => r.source))}::text[],
      ${instantArray(rows.map((r) => r.untilMs))}::timestamptz[]) as given(workspace, address, network, source, until)
    order by workspace, address
    on conflict (workspace, address) do update set network = excluded.network, source = excluded.source, until = excluded.until`;
}

/** Forgets what was learned of numbers whose range tells the truth. */
export async function forgetNumberNetworks(
  sql: SqlRunner,
  numbers: readonly Pick<NumberNetworkRow, 'workspace' | 'address'>[],
): Promise<void> {
  if (numbers.length === 0) return;
  await sql`
    delete from number_network n using unnest(${plainArray(numbers.map((r) => r.workspace))}::int4[],
      ${textArray(numbers.map((r) => r.address))}::text[]) as given(workspace, address)
    where n.workspace = given.workspace and n.address = given.address`;
}

/** What is believed of some numbers of a workspace, by the number. */
export async function findNumberNetworks(
  sql: SqlRunner,
  workspace: number,
  addresses: readonly string[],
): Promise<Map<string, { code: string; source: 'receipt' }>> {
  if (addresses.length === 0) return new Map();
  const rows = await sql<{ address: string; code: string; source: 'receipt' }[]>`
    select address, network as code, source from number_network
    where workspace = ${workspace} and address = any(${textArray(addresses)}::text[]) and until > now()`;
  return new Map(rows.map(({ address, ...learned }) => [address, learned]));
}

/** Forgets what is too old to be believed, so many rows at most; returns how many. */
export async function pruneNumberNetworks(sql: SqlRunner, limit: number): Promise<number> {
  const result = await sql`
    delete from number_network where (workspace, address) in (
      select workspace, address from number_network where until < now() limit ${limit})`;
  return result.count;
}
