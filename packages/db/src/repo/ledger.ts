import { type MessageState, type ReasonCode, type ReceiptVerdict, uuidTimeMs } from '@signalbox/contracts';
import { instantArray, jsonArray, plainArray, textArray } from '../array-literal.ts';
import type { Sql, SqlRunner, Transaction } from '../connection.ts';
import { type CopyColumn, copyRows } from '../copy-rows.ts';
import { idRange } from './messages.ts';

/** A turn to take at a message: with a worker it is a claim, without one it is used up without a submission. */
export interface NewAttempt {
  messageId: string;
  n: number;
  workspace: number;
  plan: bigint | null;
  route: number | null;
  /** Number of the lease the claim belongs to: the fencing token. */
  worker: number | null;
  /** Evidence of the decision that is this message's own; null when there was nothing on file. */
  facts: object | null;
}

const ATTEMPT_COLUMNS: readonly CopyColumn[] = [
  { name: 'message_id', type: 'uuid' },
  { name: 'claimed_at', type: 'instant' },
  { name: 'plan', type: 'int8' },
  { name: 'workspace', type: 'int4' },
  { name: 'route', type: 'int4' },
  { name: 'worker', type: 'int4' },
  { name: 'n', type: 'int2' },
  { name: 'facts', type: 'json' },
];
const byMessage = (a: { messageId: string }, b: { messageId: string }): number =>
  a.messageId < b.messageId ? -1 : a.messageId > b.messageId ? 1 : 0;
const byPlace = (a: NewEvent, b: NewEvent): number => byMessage(a, b) || a.seq - b.seq;
const jsonText = (value: object | null): string | null => (value === null ? null : JSON.stringify(value));

/**
 * Takes turns that nobody is expected to have taken, at `nowMs` by the database clock. The claim is this write: whoever wins the key
 * (message, n) may act, nobody else. A turn already taken throws (`isKeyTaken`) and ends the transaction: begin again with `takeTurns`.
 * In order of the keys, as everything written here: two workers with the same messages then wait for each other in one direction only,
 * and neighbours meet in the index, which halves what an entry costs and fills its pages.
 */
export async function copyTurns(sql: Transaction, given: readonly NewAttempt[], nowMs: number): Promise<void> {
  const attempts = given.toSorted(byMessage);
  await copyRows(
    sql,
    'attempt',
    ATTEMPT_COLUMNS,
    attempts.map((a) => [a.messageId, nowMs, a.plan, a.workspace, a.route, a.worker, a.n, jsonText(a.facts)]),
  );
}

/** Takes turns at `nowMs` by the database clock and returns the ids of the messages whose turn was ours; a turn already taken is left alone. */
export async function takeTurns(
  sql: SqlRunner,
  given: readonly NewAttempt[],
  nowMs: number,
): Promise<Set<string> | 'all'> {
  const attempts = given.toSorted(byMessage);
  const result = await sql<{ id: string }[]>`
    insert into attempt (message_id, claimed_at, plan, workspace, route, worker, n, facts)
    select message_id, ${new Date(nowMs).toISOString()}::timestamptz, plan, workspace, route, worker, n, facts
    from unnest(
      ${plainArray(attempts.map((a) => a.messageId))}::uuid[],
      ${plainArray(attempts.map((a) => a.plan))}::int8[],
      ${plainArray(attempts.map((a) => a.workspace))}::int4[],
      ${plainArray(attempts.map((a) => a.route))}::int4[],
      ${plainArray(attempts.map((a) => a.worker))}::int4[],
      ${plainArray(attempts.map((a) => a.n))}::int2[],
      ${jsonArray(attempts.map((a) => a.facts))}::jsonb[]
    ) as given(message_id, plan, workspace, route, worker, n, facts)
    on conflict do nothing`;
  if (result.count === attempts.length) return 'all';
  // Rare: some turns were taken before us. Within this transaction, the rows written by it are ours.
  const ids = attempts.map((a) => a.messageId);
  const range = idRange(ids);
  const ours = await sql<{ id: string }[]>`
    select message_id as id from attempt
    where message_id = any(${plainArray(ids)}::uuid[]) and message_id between ${range.from} and ${range.to}
      and xmin = pg_current_xact_id()::xid`;
  return new Set(ours.map((row) => row.id));
}

/** The receipt behind an event: its text when it is stored with the event, its id when it lies in a row of its own. */
export type EventReceipt = { verdict: ReceiptVerdict } & ({ raw: string } | { id: string });

/** A step in the history of a message. */
export interface NewEvent {
  messageId: string;
  seq: number;
  workspace: number;
  state: MessageState;
  attempt: number;
  late: boolean;
  /** Provider number, colon, canonical reference. */
  ref: string | null;
  reason: ReasonCode | null;
  receipt: EventReceipt | null;
  data: object | null;
  /** When it happened, in milliseconds since 1970. */
  atMs: number;
}

const EVENT_COLUMNS: readonly CopyColumn[] = [
  { name: 'message_id', type: 'uuid' },
  { name: 'at', type: 'instant' },
  { name: 'workspace', type: 'int4' },
  { name: 'state', type: 'word' },
  { name: 'seq', type: 'int2' },
  { name: 'attempt', type: 'int2' },
  { name: 'late', type: 'bool' },
  { name: 'ref', type: 'text' },
  { name: 'reason', type: 'text' },
  { name: 'verdict', type: 'word' },
  { name: 'receipt_id', type: 'uuid' },
  { name: 'raw', type: 'text' },
  { name: 'data', type: 'json' },
];
const verdictOf = ({ receipt }: NewEvent): ReceiptVerdict | null => receipt?.verdict ?? null;
const receiptIdOf = ({ receipt }: NewEvent): string | null => (receipt && 'id' in receipt ? receipt.id : null);
const rawOf = ({ receipt }: NewEvent): string | null => (receipt && 'raw' in receipt ? receipt.raw : null);

/**
 * Appends events whose place in the history nobody is expected to have taken. A place that is taken throws (`isKeyTaken`) and ends the
 * transaction: begin again with `appendEvents`.
 */
export async function copyEvents(sql: Transaction, given: readonly NewEvent[]): Promise<void> {
  const events = given.toSorted(byPlace);
  await copyRows(
    sql,
    'event',
    EVENT_COLUMNS,
    events.map((e) => [
      e.messageId,
      e.atMs,
      e.workspace,
      e.state,
      e.seq,
      e.attempt,
      e.late,
      e.ref,
      e.reason,
      verdictOf(e),
      receiptIdOf(e),
      rawOf(e),
      jsonText(e.data),
    ]),
  );
}

/** Appends events; returns true when all were new, false when at least one (message, seq) was taken, in which case that one was not written. */
export async function appendEvents(sql: SqlRunner, given: readonly NewEvent[]): Promise<boolean> {
  if (given.length === 0) return true;
  const events = given.toSorted(byPlace);
  const result = await sql`
    insert into event (message_id, at, workspace, state, seq, attempt, late, ref, reason, verdict, receipt_id, raw, data)
    select message_id, at, workspace, state, seq, attempt, late, ref, reason, verdict, receipt_id, raw, data
    from unnest(
      ${plainArray(events.map((e) => e.messageId))}::uuid[],
      ${instantArray(events.map((e) => e.atMs))}::timestamptz[],
      ${plainArray(events.map((e) => e.workspace))}::int4[],
      ${plainArray(events.map((e) => e.state))}::message_state[],
      ${plainArray(events.map((e) => e.seq))}::int2[],
      ${plainArray(events.map((e) => e.attempt))}::int2[],
      ${plainArray(events.map((e) => (e.late ? 't' : 'f')))}::bool[],
      ${textArray(events.map((e) => e.ref))}::text[],
      ${textArray(events.map((e) => e.reason))}::text[],
      ${plainArray(events.map(verdictOf))}::receipt_verdict[],
      ${plainArray(events.map(receiptIdOf))}::uuid[],
      ${textArray(events.map(rawOf))}::text[],
      ${jsonArray(events.map((e) => e.data))}::jsonb[]
    ) as given(message_id, at, workspace, state, seq, attempt, late, ref, reason, verdict, receipt_id, raw, data)
    on conflict do nothing`;
  return result.count === events.length;
}

/** Where a message stands: its newest event and its newest turn. */
export interface MessagePosition {
  messageId: string;
  workspace: number;
  state: MessageState | null;
  seq: number;
  /** Attempt the newest event belongs to, 0 without one. */
  eventAttempt: number;
  /** Newest turn, 0 without one. */
  turns: number;
  /** True when the newest turn is a claim. */
  claimed: boolean;
  route: number | null;
  worker: number | null;
  claimedAtMs: number | null;
}

/** Reads where messages stand; messages without any turn or event are included with state null. */
export async function readPositions(sql: SqlRunner, ids: readonly string[]): Promise<Map<string, MessagePosition>> {
  if (ids.length === 0) return new Map();
  const range = idRange(ids);
  const rows = await sql<MessagePosition[]>`
    select given.id as "messageId", coalesce(e.workspace, a.workspace, 0) as workspace, e.state, coalesce(e.seq, 0) as seq,
      coalesce(e.attempt, 0) as "eventAttempt", coalesce(a.n, 0) as turns, a.worker is not null as claimed, a.route, a.worker,
      (extract(epoch from a.claimed_at) * 1000)::float8 as "claimedAtMs"
    from unnest(${plainArray(ids)}::uuid[]) as given(id)
    left join lateral (select state, seq, attempt, workspace from event
      where message_id = given.id and message_id between ${range.from} and ${range.to} order by seq desc limit 1) e on true
    left join lateral (select n, route, worker, claimed_at, workspace from attempt
      where message_id = given.id and message_id between ${range.from} and ${range.to} order by n desc limit 1) a on true`;
  return new Map(rows.map((row) => [row.messageId, row]));
}

/** A turn as stored, with the reference events for a failover or the timeline. */
export interface StoredAttempt {
  messageId: string;
  n: number;
  plan: string | null;
  route: number | null;
  worker: number | null;
  claimedAtMs: number;
  facts: Record<string, unknown> | null;
}

/** All turns of messages, in order. */
export async function readAttempts(sql: SqlRunner, ids: readonly string[]): Promise<StoredAttempt[]> {
  const range = idRange(ids);
  return sql<StoredAttempt[]>`
    select message_id as "messageId", n, plan::text as plan, route, worker,
      (extract(epoch from claimed_at) * 1000)::float8 as "claimedAtMs", facts
    from attempt
    where message_id = any(${plainArray(ids)}::uuid[]) and message_id between ${range.from} and ${range.to}
    order by message_id, n`;
}

/** A stored event. */
export interface StoredEvent {
  messageId: string;
  seq: number;
  atMs: number;
  state: MessageState;
  attempt: number;
  late: boolean;
  ref: string | null;
  reason: ReasonCode | null;
  data: Record<string, unknown> | null;
  receiptRaw: string | null;
  receiptVerdict: ReceiptVerdict | null;
  /** Who sent the receipt, when it is not the provider of the attempt by the event's own word. */
  receiptProvider: number | null;
}

/** All events of messages with the receipt behind each, in order. */
export async function readEvents(sql: SqlRunner, ids: readonly string[]): Promise<StoredEvent[]> {
  const range = idRange(ids);
  return sql<StoredEvent[]>`
    select e.message_id as "messageId", e.seq, (extract(epoch from e.at) * 1000)::float8 as "atMs", e.state, e.attempt, e.late,
      e.ref, e.reason, e.data, coalesce(e.raw, r.raw) as "receiptRaw", coalesce(e.verdict, r.verdict) as "receiptVerdict", r.provider as "receiptProvider"
    from event e left join receipt r on r.id = e.receipt_id
    where e.message_id = any(${plainArray(ids)}::uuid[]) and e.message_id between ${range.from} and ${range.to}
    order by e.message_id, e.seq`;
}

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
    on conflict do nothing`;
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

/** The facts of a message that its place in the tally depends on. */
export interface TalliedRow {
  id: string;
  environment: string;
  channel: string;
  class: string;
  country: string | null;
}

/** Reads those facts for messages of several workspaces. */
export async function readTallied(
  sql: SqlRunner,
  messages: readonly { workspace: number; messageId: string }[],
): Promise<Map<string, TalliedRow>> {
  const range = idRange(messages.map((m) => m.messageId));
  const rows = await sql<TalliedRow[]>`
    select m.id, m.environment, m.channel, m.class, m.country
    from unnest(${plainArray(messages.map((m) => m.workspace))}::int4[],
      ${plainArray(messages.map((m) => m.messageId))}::uuid[]) as given(workspace, id)
    join message m on m.workspace = given.workspace and m.id = given.id and m.id between ${range.from} and ${range.to}`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Of events just offered to appendEvents in this transaction, those that were not written because their place was taken. */
export async function findUnwritten(sql: SqlRunner, events: readonly NewEvent[]): Promise<NewEvent[]> {
  const rows = await sql<{ id: string; seq: number }[]>`
    select message_id as id, seq from event
    where (message_id, seq) in (select * from unnest(
        ${plainArray(events.map((e) => e.messageId))}::uuid[], ${plainArray(events.map((e) => e.seq))}::int2[]))
      and xmin = pg_current_xact_id()::xid`;
  const written = new Set(rows.map((row) => `${row.id} ${row.seq}`));
  return events.filter((event) => !written.has(`${event.messageId} ${event.seq}`));
}

/** A receipt that found no message yet. */
export interface OrphanReceipt {
  receiptId: string;
  workspace: number;
  ref: string;
  verdict: ReceiptVerdict;
  reason: ReasonCode | null;
}

/** Keeps receipts without a message for later matching; their age counts from the instant inside the receipt's id. */
export async function insertOrphans(sql: SqlRunner, orphans: readonly OrphanReceipt[]): Promise<void> {
  if (orphans.length === 0) return;
  await sql`
    insert into orphan_receipt (receipt_id, workspace, verdict, ref, reason, received_at)
    select * from unnest(
      ${plainArray(orphans.map((o) => o.receiptId))}::uuid[],
      ${plainArray(orphans.map((o) => o.workspace))}::int4[],
      ${plainArray(orphans.map((o) => o.verdict))}::receipt_verdict[],
      ${textArray(orphans.map((o) => o.ref))}::text[],
      ${textArray(orphans.map((o) => o.reason))}::text[],
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
  return sql<OrphanReceipt[]>`
    with taken as (
      delete from orphan_receipt where receipt_id in (
        select receipt_id from orphan_receipt where ${chosen} order by receipt_id limit ${limit} for update skip locked)
      returning receipt_id, workspace, verdict, ref, reason)
    select receipt_id as "receiptId", workspace, verdict, ref, reason from taken order by receipt_id`;
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

/** A change of the tally: so many more (or fewer) messages of a group stand in a state. */
export interface TallyChange {
  workspace: number;
  environment: string;
  hourMs: number;
  channel: string;
  class: string;
  country: string;
  state: MessageState;
  delta: number;
}

/** Adds changes to the tally. Sorted by key, so that two writers never wait for each other in a circle. */
export async function addToTally(sql: SqlRunner, changes: readonly TallyChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into tally as t (hour, workspace, environment, channel, class, country, state, count)
    select * from unnest(
      ${instantArray(changes.map((c) => c.hourMs))}::timestamptz[],
      ${plainArray(changes.map((c) => c.workspace))}::int4[],
      ${plainArray(changes.map((c) => c.environment))}::environment[],
      ${plainArray(changes.map((c) => c.channel))}::channel[],
      ${plainArray(changes.map((c) => c.class))}::traffic_class[],
      ${textArray(changes.map((c) => c.country))}::text[],
      ${plainArray(changes.map((c) => c.state))}::message_state[],
      ${plainArray(changes.map((c) => c.delta))}::int8[])
    order by 2, 3, 1, 4, 5, 6, 7
    on conflict (workspace, environment, hour, channel, class, country, state)
    do update set count = t.count + excluded.count`;
}

/** A text a person sent back, to store. */
export interface NewReply {
  id: string;
  workspace: number;
  provider: number;
  from: string;
  to: string;
  text: string;
  raw: string;
}

/** Stores replies. */
export async function insertReplies(sql: SqlRunner, replies: readonly NewReply[]): Promise<void> {
  if (replies.length === 0) return;
  await sql`
    insert into reply (id, workspace, provider, from_address, to_address, body, raw)
    select * from unnest(
      ${plainArray(replies.map((r) => r.id))}::uuid[],
      ${plainArray(replies.map((r) => r.workspace))}::int4[],
      ${plainArray(replies.map((r) => r.provider))}::int4[],
      ${textArray(replies.map((r) => r.from))}::text[],
      ${textArray(replies.map((r) => r.to))}::text[],
      ${textArray(replies.map((r) => r.text))}::text[],
      ${textArray(replies.map((r) => r.raw))}::text[])`;
}
