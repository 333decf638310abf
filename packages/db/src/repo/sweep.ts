import { type Channel, type Environment, type TrafficClass, uuidFloor } from '@signalbox/contracts';
import type { Sql, SqlRunner } from '../connection.ts';

/** Declares workers dead that have not renewed their lease in time, and returns their numbers. */
export async function endDeadLeases(sql: Sql, leaseSeconds: number): Promise<number[]> {
  const rows = await sql<{ number: number }[]>`
    update worker_lease set ended_at = now()
    where ended_at is null and renewed_at < now() - make_interval(secs => ${leaseSeconds})
    returning number`;
  return rows.map((row) => row.number);
}

/** Workers that ended within the last hour, whose open claims may not all have been taken over yet. */
export async function recentlyEnded(sql: Sql): Promise<number[]> {
  const rows = await sql<{ number: number }[]>`
    select number from worker_lease where ended_at > now() - interval '1 hour' order by number`;
  return rows.map((row) => row.number);
}

/** Holds off other sweeps until the transaction ends: the second then finds nothing left, instead of meeting the first at every claim. */
export async function takeOverAlone(sql: SqlRunner): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('signalbox take over', 0))`;
}

/** A claim whose worker is gone and whose answer was never written. */
export interface OpenClaim {
  messageId: string;
  workspace: number;
  turn: number;
  route: number;
}

/** Open claims of dead workers, at most `limit`. Reads whole partitions: called once after a death, not on a path that is hot. */
export async function openClaimsOf(sql: SqlRunner, workers: readonly number[], limit: number): Promise<OpenClaim[]> {
  return sql<OpenClaim[]>`
    select a.message_id as "messageId", a.workspace, a.n as turn, a.route
    from attempt a
    where a.worker = any(${`{${workers.join(',')}}`}::int4[])
      and not exists (select from event e where e.message_id = a.message_id and e.attempt >= a.n)
    limit ${limit}`;
}

/** A message that waits for a turn and has no job to bring it there. */
export interface WaitingMessage {
  id: string;
  workspace: number;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  turn: number;
  expiresAtMs: number;
}

/** The columns of a message `m` that waits for a turn. */
const waitingFor = (sql: SqlRunner, turn: ReturnType<SqlRunner>) => sql`
  m.id, m.workspace, m.environment, m.channel, m.class, ${turn} as turn, (extract(epoch from m.expires_at) * 1000)::float8 as "expiresAtMs"`;

/** Whether nothing came of a message after its event `e`: no other event, and no turn. */
const nothingSince = (sql: SqlRunner) => sql`
  not exists (select from event n where n.message_id = e.message_id and n.seq > e.seq)
  and not exists (select from attempt a where a.message_id = e.message_id and a.n > e.attempt)`;

/** Messages of a class older than `quietSeconds` that never had a turn though their time has come, at most `limit`, of the last days. */
export async function findForgotten(
  sql: SqlRunner,
  trafficClass: TrafficClass,
  nowMs: number,
  quietSeconds: number,
  limit: number,
): Promise<WaitingMessage[]> {
  return sql<WaitingMessage[]>`
    select ${waitingFor(sql, sql`1`)}
    from message m
    where m.id < ${uuidFloor(nowMs - quietSeconds * 1000)} and m.id > ${uuidFloor(nowMs - 4 * 86_400_000)} and m.class = ${trafficClass}
      and (m.send_at is null or m.send_at < now() - make_interval(secs => ${quietSeconds}))
      and not exists (select from attempt a where a.message_id = m.id)
    limit ${limit}`;
}

/** Messages of a class whose next turn was asked for more than `quietSeconds` ago and never taken, at most `limit`. */
export async function findStalled(
  sql: SqlRunner,
  trafficClass: TrafficClass,
  nowMs: number,
  quietSeconds: number,
  limit: number,
): Promise<WaitingMessage[]> {
  return sql<WaitingMessage[]>`
    select ${waitingFor(sql, sql`e.attempt + 1`)}
    from event e join message m on m.workspace = e.workspace and m.id = e.message_id
    where e.state = 'queued' and e.message_id > ${uuidFloor(nowMs - 4 * 86_400_000)} and m.class = ${trafficClass}
      and e.at < now() - make_interval(secs => ${quietSeconds})
      and ${nothingSince(sql)}
    limit ${limit}`;
}

/**
 * Held messages of a class that were to be released after `fromMs` and until `toMs` and have not been judged since, at most `limit`: by the
 * index of releases, whatever the age of the message.
 */
export async function findUnreleased(
  sql: SqlRunner,
  trafficClass: TrafficClass,
  fromMs: number,
  toMs: number,
  limit: number,
): Promise<WaitingMessage[]> {
  return sql<WaitingMessage[]>`
    select ${waitingFor(sql, sql`e.attempt + 1`)}
    from event e join message m on m.workspace = e.workspace and m.id = e.message_id
    where e.state = 'held' and (e.data->>'release_at_ms')::int8 > ${fromMs} and (e.data->>'release_at_ms')::int8 <= ${toMs}
      and m.class = ${trafficClass}
      and ${nothingSince(sql)}
    limit ${limit}`;
}

/** The ids of the messages of a workspace that wait for a release after `nowMs` and are held by this source, as their holds name it. Runs as the owner. */
export async function findHeldBy(sql: SqlRunner, workspace: number, source: string, nowMs: number): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select e.message_id as id from event e
    where e.state = 'held' and (e.data->>'release_at_ms')::int8 > ${nowMs} and e.workspace = ${workspace}
      and e.data->>'source' = ${source}
      and ${nothingSince(sql)}`;
  return rows.map((row) => row.id);
}

/** A message still `sent` (or `sending` after a lost answer) past its validity and the grace for late receipts. */
export interface Unreceipted {
  id: string;
  workspace: number;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  country: string | null;
  state: 'sent' | 'sending';
  seq: number;
  attempt: number;
  /** Whether its sender gave it a reference or metadata. */
  labelled: boolean;
}

/** Messages with ids in a range, past `expires_at` plus grace, whose newest event is not final. */
export async function findUnreceipted(
  sql: SqlRunner,
  fromId: string,
  toId: string,
  graceSeconds: number,
): Promise<Unreceipted[]> {
  return sql<Unreceipted[]>`
    select m.id, m.workspace, m.environment, m.channel, m.class, m.country, e.state, e.seq, e.attempt,
      (m.client_ref is not null or m.metadata is not null) as labelled
    from message m
    join lateral (select state, seq, attempt from event where message_id = m.id order by seq desc limit 1) e on true
    where m.id > ${fromId} and m.id <= ${toId} and m.expires_at < now() - make_interval(secs => ${graceSeconds})
      and e.state in ('sent', 'sending')`;
}

/** How far a sweep has come; the smallest id when it never ran. Locks the mark to the end of the transaction. */
export async function readMark(sql: SqlRunner, name: string): Promise<string> {
  await sql`insert into sweep_mark (name, reached) values (${name}, ${uuidFloor(0)}) on conflict do nothing`;
  const [row] = await sql<{ reached: string }[]>`select reached from sweep_mark where name = ${name} for update`;
  return row?.reached ?? uuidFloor(0);
}

/** Moves the mark of a sweep. */
export async function moveMark(sql: SqlRunner, name: string, reached: string): Promise<void> {
  await sql`update sweep_mark set reached = ${reached} where name = ${name}`;
}
