import type { MessageState, ReasonCode, ReceiptVerdict } from '@signalbox/contracts';
import { instantArray, jsonArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner, Transaction } from '../connection.ts';
import { type CopyColumn, copyRows, isCopied, jsonText } from '../copy-rows.ts';
import { byMessage, idRange } from './messages.ts';

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

const byPlace = (a: NewEvent, b: NewEvent): number => byMessage(a, b) || a.seq - b.seq;

/**
 * Appends events nobody is expected to have written before, in order of their keys, and returns those whose place in the history was
 * taken. Contested, these are left out; else many are copied (few are on their way when this returns), and a place that is taken throws
 * (`isKeyTaken`) and ends the transaction.
 */
export async function writeEvents(
  sql: Transaction,
  events: readonly NewEvent[],
  contested: boolean,
): Promise<ReadonlySet<NewEvent>> {
  if (contested) return appendEvents(sql, events);
  if (events.length === 0) return new Set();
  if (!isCopied(events.length)) {
    await insertEvents(sql, events.toSorted(byPlace), false);
    return new Set();
  }
  await copyRows(
    sql,
    'event',
    EVENT_COLUMNS,
    events
      .toSorted(byPlace)
      .map((e) => [
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
  return new Set();
}

/** Appends events in order of their keys and returns those that were not written because their place in the history was taken. */
export async function appendEvents(sql: SqlRunner, given: readonly NewEvent[]): Promise<ReadonlySet<NewEvent>> {
  if (given.length === 0) return new Set();
  const events = given.toSorted(byPlace);
  const result = await insertEvents(sql, events, true);
  return result.count === events.length ? new Set() : new Set(await findUnwritten(sql, events));
}

function insertEvents(sql: SqlRunner, events: readonly NewEvent[], contested: boolean) {
  return sql`
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
    ${contested ? sql`on conflict do nothing` : sql``}`.execute();
}

/** Of events just offered in this transaction, those that were not written. */
async function findUnwritten(sql: SqlRunner, events: readonly NewEvent[]): Promise<NewEvent[]> {
  const rows = await sql<{ id: string; seq: number }[]>`
    select message_id as id, seq from event
    where (message_id, seq) in (select * from unnest(
        ${plainArray(events.map((e) => e.messageId))}::uuid[], ${plainArray(events.map((e) => e.seq))}::int2[]))
      and xmin = pg_current_xact_id()::xid`;
  const written = new Set(rows.map((row) => `${row.id} ${row.seq}`));
  return events.filter((event) => !written.has(`${event.messageId} ${event.seq}`));
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
  /** Who sent the receipt, when it has a row of its own; else it was the provider of the attempt. */
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
