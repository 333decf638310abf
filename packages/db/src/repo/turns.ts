import { jsonArray, plainArray } from '../array-literal.ts';
import type { SqlRunner, Transaction } from '../connection.ts';
import { type CopyColumn, copyRows, isCopied, jsonText } from '../copy-rows.ts';
import { byMessage, idRange } from './messages.ts';

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

/**
 * Takes turns at `nowMs` by the database clock and returns the ids of the messages whose turn was ours. The claim is this write: whoever
 * wins the key (message, n) may act, nobody else. Contested, a turn already taken is left alone; else all are new, many are copied (few are
 * on their way when this returns), and one already taken throws (`isKeyTaken`) and ends the transaction. In order of the keys, as all that
 * is written about messages: two workers with the same messages then wait for each other in one direction only, and neighbours meet in the
 * index, which halves what an entry costs and fills its pages.
 */
export async function takeTurns(
  sql: Transaction,
  given: readonly NewAttempt[],
  nowMs: number,
  contested: boolean,
): Promise<Set<string> | 'all'> {
  const attempts = given.toSorted(byMessage);
  if (!contested && isCopied(attempts.length)) {
    await copyRows(
      sql,
      'attempt',
      ATTEMPT_COLUMNS,
      attempts.map((a) => [a.messageId, nowMs, a.plan, a.workspace, a.route, a.worker, a.n, jsonText(a.facts)]),
    );
    return 'all';
  }
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
    ${contested ? sql`on conflict do nothing` : sql``}`.execute();
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

/**
 * How many of these claims were taken by the transaction with this number. By the worker and the instant as well, because the number may
 * have been given again after a crash.
 */
export async function countClaims(
  sql: SqlRunner,
  { worker, n, nowMs, xid }: { worker: number; n: number; nowMs: number; xid: string },
  messageIds: readonly string[],
): Promise<number> {
  const range = idRange(messageIds);
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from attempt
    where message_id = any(${plainArray(messageIds)}::uuid[]) and message_id between ${range.from} and ${range.to}
      and n = ${n} and worker = ${worker} and claimed_at = ${new Date(nowMs).toISOString()}::timestamptz
      and xmin = ${xid}::xid8::xid`;
  return row?.count ?? 0;
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
