import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { type LearnedNumber, learnedColumns } from './learned-number.ts';
import { idRange } from './messages.ts';

/** What a receipt tells of one number, believed until then (milliseconds since 1970). */
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

/** The numbers that texts and calls of several workspaces went to. */
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
    where m.channel <> 'email'`;
}

/** Stores the networks that receipts named, in place of what was believed, in the order of their keys. */
export async function storeNumberNetworks(sql: SqlRunner, rows: readonly NumberNetworkRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into number_network (workspace, address, network, source, until)
    select * from unnest(${plainArray(rows.map((r) => r.workspace))}::int4[], ${textArray(rows.map((r) => r.address))}::text[],
      ${textArray(rows.map((r) => r.network))}::text[], ${textArray(rows.map((r) => r.source))}::text[],
      ${instantArray(rows.map((r) => r.untilMs))}::timestamptz[]) as given(workspace, address, network, source, until)
    order by workspace, address
    on conflict (workspace, address) do update set network = excluded.network, source = excluded.source, at = now(),
      until = excluded.until`;
}

/**
 * Takes back what was learned of numbers whose range tells the truth, as a receipt says. What a service was asked for stays, with the network of the receipt: to forget it would be to pay for it
 * again.
 */
export async function confirmRanges(
  sql: SqlRunner,
  numbers: readonly Pick<NumberNetworkRow, 'workspace' | 'address' | 'network'>[],
): Promise<void> {
  if (numbers.length === 0) return;
  const given = sql`unnest(${plainArray(numbers.map((r) => r.workspace))}::int4[], ${textArray(numbers.map((r) => r.address))}::text[],
    ${textArray(numbers.map((r) => r.network))}::text[]) as given(workspace, address, network)`;
  await sql`
    delete from number_network n using ${given}
    where n.workspace = given.workspace and n.address = given.address and n.source = 'receipt'`;
  await sql`
    update number_network n set network = given.network from ${given}
    where n.workspace = given.workspace and n.address = given.address and n.network is distinct from given.network`;
}

/** What is believed of some numbers of a workspace, by the number. */
export async function findNumberNetworks(
  sql: SqlRunner,
  workspace: number,
  addresses: readonly string[],
): Promise<Map<string, LearnedNumber>> {
  if (addresses.length === 0) return new Map();
  const rows = await sql<(LearnedNumber & { address: string })[]>`
    select n.address, ${learnedColumns(sql)} from number_network n
    where n.workspace = ${workspace} and n.address = any(${textArray(addresses)}::text[]) and n.until > now()`;
  return new Map(rows.map(({ address, ...learned }) => [address, learned]));
}

/** Forgets what is too old to be believed, so many rows at most; returns how many. */
export async function pruneNumberNetworks(sql: SqlRunner, limit: number): Promise<number> {
  const result = await sql`
    delete from number_network where (workspace, address) in (
      select workspace, address from number_network where until < now() limit ${limit})`;
  return result.count;
}
