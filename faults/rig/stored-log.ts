import type { MessageState, TrafficClass } from '@signalbox/contracts';
import { uuidTimeMs } from '@signalbox/contracts';
import type { Sql } from '@signalbox/db';
import type { StoredMessage, StoredStep, StoredTurn } from './logs.ts';

type MessageRow = { id: string; ref: string | null; to: string; class: TrafficClass; parts: number | null };
type TurnRow = StoredTurn & { id: string };
type StepRow = StoredStep & { id: string };

/** D: everything the database says about the messages of one workspace. */
export async function readStored(sql: Sql, workspace: number): Promise<StoredMessage[]> {
  const [messages, turns, steps, awaited] = await Promise.all([
    sql<MessageRow[]>`
      select id, client_ref as ref, address as "to", class, parts from message where workspace = ${workspace} order by id`,
    sql<TurnRow[]>`
      select message_id as id, n, worker is not null as claimed, (extract(epoch from claimed_at) * 1000)::float8 as "claimedAtMs"
      from attempt where workspace = ${workspace} order by message_id, n`,
    sql<StepRow[]>`
      select message_id as id, seq, state, attempt, (extract(epoch from at) * 1000)::float8 as "atMs", late, reason,
        data->>'answer' as answer, data->>'next' as next, verdict is not null as "isReceipt"
      from event where workspace = ${workspace} order by message_id, seq`,
    readAwaited(sql, workspace),
  ]);
  const turnsOf = Map.groupBy(turns, (turn) => turn.id);
  const stepsOf = Map.groupBy(steps, (step) => step.id);
  return messages.map((message) => ({
    ...message,
    parts: message.parts ?? 1,
    acceptedAtMs: uuidTimeMs(message.id),
    turns: (turnsOf.get(message.id) ?? []).map(({ id, ...turn }) => turn),
    steps: (stepsOf.get(message.id) ?? []).map(({ id, ...step }) => step),
    awaited: awaited.has(message.id.replaceAll('-', '')),
  }));
}

/** Messages that a receipt-due job still names, by their id without dashes. */
async function readAwaited(sql: Sql, workspace: number): Promise<Set<string>> {
  const rows = await sql<{ ids: string }[]>`
    select data->>'ids' as ids from pgboss.job
    where name = 'receipt_due' and state in ('created', 'retry', 'active') and (data->>'workspace')::int = ${workspace}`;
  return new Set(rows.flatMap(({ ids }) => ids.match(/.{32}/g) ?? []));
}

// A code goes out again some seconds after its answer was lost; everything else waits for minutes.
const SHORT_WAIT_MS = 15_000;

/** How many messages of a workspace are on their way, by what they wait for. */
export type Standing = {
  moving: number;
  awaitingReceiptAfterLoss: number;
  sent: number;
  /** Receipts that have not been given to the message they name. */
  orphans: number;
  states: Record<string, number>;
};

/** Counts where the messages of a workspace stand. */
export async function readStanding(sql: Sql, workspace: number): Promise<Standing> {
  const rows = await sql<{ state: MessageState; waits: boolean; count: number }[]>`
    select case when a.worker is not null and a.n > coalesce(e.attempt, 0) then 'sending' else coalesce(e.state::text, 'accepted') end as state,
      coalesce(e.data->>'next' = 'wait_receipt' and (e.data->>'wait_ms')::float8 > ${SHORT_WAIT_MS}, false) and a.n = e.attempt as waits,
      count(*)::int as count
    from message m
    left join lateral (select state, attempt, data from event where message_id = m.id order by seq desc limit 1) e on true
    left join lateral (select n, worker from attempt where message_id = m.id order by n desc limit 1) a on true
    where m.workspace = ${workspace}
    group by 1, 2`;
  const standing: Standing = { moving: 0, awaitingReceiptAfterLoss: 0, sent: 0, orphans: 0, states: {} };
  for (const { state, waits, count } of rows) {
    standing.states[state] = (standing.states[state] ?? 0) + count;
    if (state === 'sent') standing.sent += count;
    else if (state === 'sending' && waits) standing.awaitingReceiptAfterLoss += count;
    else if (['accepted', 'queued', 'sending', 'held', 'scheduled'].includes(state)) standing.moving += count;
  }
  const [orphans] = await sql<{ count: number }[]>`
    select count(*)::int as count from orphan_receipt o where workspace = ${workspace}
      and (exists (select from event e where e.ref = o.ref) or exists (select from part_ref p where p.ref = o.ref))`;
  standing.orphans = orphans?.count ?? 0;
  return standing;
}

/**
 * Lets five minutes pass for messages that wait for a receipt after a lost answer: their claims grow older and the jobs that end the
 * wait fall due. The product then ends the wait by itself.
 */
export async function passReceiptWait(sql: Sql, workspace: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`
      update attempt a set claimed_at = claimed_at - interval '301 seconds'
      where workspace = ${workspace} and exists (
        select from event e where e.message_id = a.message_id and e.attempt = a.n and e.state = 'sending' and e.data->>'next' = 'wait_receipt')`;
    await tx`update pgboss.job set start_after = now() where name = 'receipt_due' and state in ('created', 'retry')`;
  });
}

/** Claims of a workspace that nothing was heard of yet, those of one worker (by name, its newest lease) or all. */
export async function countOpenClaims(sql: Sql, workspace: number, worker?: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from attempt a
    where a.workspace = ${workspace} and a.worker is not null
      and (${worker ?? null}::text is null or a.worker = (select max(number) from worker_lease where name = ${worker ?? null}))
      and not exists (select from event e where e.message_id = a.message_id and e.attempt >= a.n)`;
  return row?.count ?? 0;
}
