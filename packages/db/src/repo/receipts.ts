import { type ReasonCode, type ReceiptVerdict, uuidTimeMs } from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { Sql, SqlRunner } from '../connection.ts';

/** A receipt to store as it came. */
export interface NewReceipt {
  id: string;
  provider: number;
  workspace: number;
  verdict: ReceiptVerdict;
  raw: string;
}

/** Stores receipts as they came. */
export async function insertReceipts(sql: SqlRunner, receipts: readonly NewReceipt[]): Promise<void> {
  await sql`
    insert into receipt (id, provider, workspace, verdict, raw)
    select * from unnest(
      ${plainArray(receipts.map((r) => r.id))}::uuid[],
      ${plainArray(receipts.map((r) => r.provider))}::int4[],
      ${plainArray(receipts.map((r) => r.workspace))}::int4[],
      ${plainArray(receipts.map((r) => r.verdict))}::receipt_verdict[],
      ${textArray(receipts.map((r) => r.raw))}::text[])`;
}

/** One part of a submitted text, as receipts name it. */
export interface NewPartRef {
  messageId: string;
  workspace: number;
  attempt: number;
  part: number;
  ref: string;
}

/** Stores the references of the parts of long texts. */
export async function insertPartRefs(sql: SqlRunner, parts: readonly NewPartRef[]): Promise<void> {
  if (parts.length === 0) return;
  await sql`
    insert into part_ref (message_id, workspace, attempt, part, ref)
    select * from unnest(
      ${plainArray(parts.map((p) => p.messageId))}::uuid[],
      ${plainArray(parts.map((p) => p.workspace))}::int4[],
      ${plainArray(parts.map((p) => p.attempt))}::int2[],
      ${plainArray(parts.map((p) => p.part))}::int2[],
      ${textArray(parts.map((p) => p.ref))}::text[])
    on conflict do nothing`.execute();
}

/** What a reference belongs to: a whole attempt of one part, or one part of a long text (`part` from 1). */
export interface RefMatch {
  ref: string;
  messageId: string;
  workspace: number;
  attempt: number;
  part: number | null;
}

/** Finds what references belong to, among messages younger than `fromId`. The newest wins where a provider recycled a reference. */
export async function findRefs(
  sql: SqlRunner,
  refs: readonly string[],
  fromId: string,
): Promise<Map<string, RefMatch>> {
  const rows = await sql<RefMatch[]>`
    select ref, message_id as "messageId", workspace, attempt, null::int2 as part
    from event where ref = any(${textArray(refs)}::text[]) and message_id >= ${fromId}
    union all
    select ref, message_id, workspace, attempt, part
    from part_ref where ref = any(${textArray(refs)}::text[]) and message_id >= ${fromId}`;
  const found = new Map<string, RefMatch>();
  for (const row of rows) {
    const known = found.get(row.ref);
    if (known === undefined || known.messageId < row.messageId) found.set(row.ref, row);
  }
  return found;
}

/** A verdict on one part of a long text. */
export interface PartVerdict {
  messageId: string;
  attempt: number;
  part: number;
  verdict: ReceiptVerdict;
  reason: ReasonCode | null;
}

/** The verdicts of all parts of an attempt, in order; null where none came yet. */
export interface PartStanding {
  messageId: string;
  attempt: number;
  verdicts: (ReceiptVerdict | null)[];
  reasons: (ReasonCode | null)[];
}

/**
 * Writes verdicts of parts, never worsening a final one, and returns where the attempts concerned stand now. One verdict a part at most.
 * All parts of an attempt are locked first: of two workers that hold the last two verdicts, the later one sees both.
 */
export async function settleParts(sql: SqlRunner, verdicts: readonly PartVerdict[]): Promise<PartStanding[]> {
  const ids = plainArray(verdicts.map((v) => v.messageId));
  const attempts = plainArray(verdicts.map((v) => v.attempt));
  await sql`
    select from part_ref where (message_id, attempt) in (select * from unnest(${ids}::uuid[], ${attempts}::int2[]))
    order by message_id, attempt, part for update`;
  await sql`
    update part_ref p set verdict = given.verdict, reason = given.reason
    from unnest(${ids}::uuid[], ${attempts}::int2[], ${plainArray(verdicts.map((v) => v.part))}::int2[],
      ${plainArray(verdicts.map((v) => v.verdict))}::receipt_verdict[],
      ${textArray(verdicts.map((v) => v.reason))}::text[]) as given(message_id, attempt, part, verdict, reason)
    where p.message_id = given.message_id and p.attempt = given.attempt and p.part = given.part
      and (p.verdict is null or p.verdict in ('enroute', 'unknown') or given.verdict = 'delivered')`;
  return sql<PartStanding[]>`
    select p.message_id as "messageId", p.attempt, jsonb_agg(p.verdict order by p.part) as verdicts,
      jsonb_agg(p.reason order by p.part) as reasons
    from part_ref p
    where (p.message_id, p.attempt) in (select * from unnest(${ids}::uuid[], ${attempts}::int2[]))
    group by p.message_id, p.attempt`;
}

/** A receipt that found no message yet. */
export interface OrphanReceipt {
  receiptId: string;
  workspace: number;
  ref: string;
  verdict: ReceiptVerdict;
  reason: ReasonCode | null;
  /** The network it names. */
  network?: string;
}

/** Keeps receipts without a message for later matching; their age counts from the instant inside the receipt's id. */
export async function insertOrphans(sql: SqlRunner, orphans: readonly OrphanReceipt[]): Promise<void> {
  if (orphans.length === 0) return;
  await sql`
    insert into orphan_receipt (receipt_id, workspace, verdict, ref, reason, network, received_at)
    select * from unnest(
      ${plainArray(orphans.map((o) => o.receiptId))}::uuid[],
      ${plainArray(orphans.map((o) => o.workspace))}::int4[],
      ${plainArray(orphans.map((o) => o.verdict))}::receipt_verdict[],
      ${textArray(orphans.map((o) => o.ref))}::text[],
      ${textArray(orphans.map((o) => o.reason))}::text[],
      ${textArray(orphans.map((o) => o.network ?? null))}::text[],
      ${instantArray(orphans.map((o) => uuidTimeMs(o.receiptId)))}::timestamptz[])
    on conflict do nothing`;
}

/** Takes orphans whose reference is among those given (or the oldest `limit` of all) out of the table, oldest first. */
export async function takeOrphans(
  sql: SqlRunner,
  refs: readonly string[] | null,
  limit: number,
): Promise<OrphanReceipt[]> {
  const chosen = refs === null ? sql`true` : sql`ref = any(${textArray(refs)}::text[])`;
  const taken = await sql<(Omit<OrphanReceipt, 'network'> & { network: string | null })[]>`
    with taken as (
      delete from orphan_receipt where receipt_id in (
        select receipt_id from orphan_receipt where ${chosen} order by receipt_id limit ${limit} for update skip locked)
      returning receipt_id, workspace, verdict, ref, reason, network)
    select receipt_id as "receiptId", workspace, verdict, ref, reason, network from taken order by receipt_id`;
  return taken.map(({ network, ...orphan }) => (network === null ? orphan : { ...orphan, network }));
}

/** True when any receipt waits for its message. */
export async function hasOrphans(sql: SqlRunner): Promise<boolean> {
  const rows = await sql`select from orphan_receipt limit 1`;
  return rows.count > 0;
}

/** Forgets orphans older than 72 hours (their raw receipt stays); returns how many. */
export async function dropOldOrphans(sql: Sql): Promise<number> {
  const result = await sql`delete from orphan_receipt where received_at < now() - interval '72 hours'`;
  return result.count;
}
