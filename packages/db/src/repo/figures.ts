import { type Channel, type Environment, type MessageState, uuidFloor } from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';

/** Messages of one hour of acceptance that stand in one state. */
export interface HourCount {
  hourMs: number;
  channel: Channel;
  state: MessageState;
  count: number;
}

/** The tally since an instant, by hour, channel and state. Messages no provider took yet are not in it. */
export async function readTally(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  fromMs: number,
): Promise<HourCount[]> {
  return sql<HourCount[]>`
    select (extract(epoch from hour) * 1000)::float8 as "hourMs", channel, state, sum(count)::float8 as count
    from tally
    where workspace = ${workspace} and environment = ${environment} and hour >= ${new Date(fromMs)}
    group by hour, channel, state having sum(count) > 0`;
}

/** How many messages an environment holds by the tally of all times. */
export async function countTallied(sql: SqlRunner, workspace: number, environment: Environment): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select coalesce(sum(count), 0)::float8 as count from tally where workspace = ${workspace} and environment = ${environment}`;
  return row?.count ?? 0;
}

/** Messages accepted since an instant that are still on their way to a provider, by hour, channel and state: those the tally does not know. */
export async function countOpen(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  fromMs: number,
): Promise<HourCount[]> {
  const fromId = uuidFloor(fromMs);
  // The time inside an id is its first 48 bits.
  return sql<HourCount[]>`
    select floor(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::int8::float8 / 3600000) * 3600000 as "hourMs",
      channel, state, count(*)::float8 as count
    from (
      select m.id, m.channel, case when m.send_at > now() then 'scheduled' else 'queued' end::message_state as state
      from message m
      where m.workspace = ${workspace} and m.environment = ${environment} and m.id >= ${fromId}
        and not exists (select from attempt a where a.message_id = m.id)
      union
      select m.id, m.channel, 'sending' from attempt a
        join lateral (select id, channel from message where workspace = a.workspace and id = a.message_id
          and environment = ${environment} limit 1) m on true
      where a.workspace = ${workspace} and a.message_id >= ${fromId} and a.worker is not null
        and a.claimed_at > now() - interval '1 hour'
        and not exists (select from event e where e.message_id = a.message_id and (e.attempt >= a.n or e.state in ('delivered',
          'undelivered', 'failed', 'expired', 'unknown', 'suppressed', 'canceled')))
      union
      select m.id, m.channel, e.state from event e
        join lateral (select id, channel from message where workspace = e.workspace and id = e.message_id
          and environment = ${environment} limit 1) m on true
      where e.workspace = ${workspace} and e.message_id >= ${fromId} and e.state not in ('sent', 'delivered')
        and e.state in ('held', 'queued', 'sending')
        and not exists (select from event n where n.message_id = e.message_id and n.seq > e.seq)
        and not exists (select from attempt t where t.message_id = e.message_id and t.n > e.attempt and t.worker is not null)
    ) open
    group by 1, 2, 3`;
}

/** The most frequent reasons of messages that ended without delivery since an instant. */
export async function countReasons(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  fromMs: number,
  limit: number,
): Promise<{ reason: string; count: number }[]> {
  const fromId = uuidFloor(fromMs);
  return sql<{ reason: string; count: number }[]>`
    select e.reason, count(*)::float8 as count
    from event e
      join lateral (select from message where workspace = e.workspace and id = e.message_id
        and environment = ${environment} limit 1) m on true
    where e.workspace = ${workspace} and e.message_id >= ${fromId} and e.state not in ('sent', 'delivered')
      and e.state in ('undelivered', 'failed', 'expired', 'unknown', 'suppressed') and e.reason is not null
      and not exists (select from event n where n.message_id = e.message_id and n.seq > e.seq)
    group by e.reason order by count desc, e.reason limit ${limit}`;
}

/** Milliseconds from acceptance (or the time asked for) to delivery, of those among the newest `sample` messages that were delivered. */
export async function sampleDeliveryMs(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  fromMs: number,
  sample: number,
): Promise<number[]> {
  const rows = await sql<{ ms: number }[]>`
    select (extract(epoch from e.at) * 1000 - greatest(
        ('x' || left(replace(m.id::text, '-', ''), 12))::bit(48)::int8, extract(epoch from m.send_at) * 1000))::float8 as ms
    from (select id, send_at from message where workspace = ${workspace} and environment = ${environment} and id >= ${uuidFloor(fromMs)}
      order by id desc limit ${sample}) m
    join lateral (select at from event where message_id = m.id and state = 'delivered' order by seq limit 1) e on true`;
  return rows.map((row) => Math.max(0, row.ms));
}

/** How a route did. */
export interface RouteFigures {
  route: number;
  attempts: number;
  delivered: number;
}

const SAMPLE_ROWS = 50_000;

/**
 * Attempts since an instant by route, and how many of them were delivered. Above 50,000 attempts the figures are scaled up from a
 * sample of pages: a page of the console must not read a day of ten million rows.
 */
export async function readRouteFigures(sql: SqlRunner, workspace: number, fromMs: number): Promise<RouteFigures[]> {
  const fromId = uuidFloor(fromMs);
  const [size] = await sql<{ rows: number }[]>`
    select coalesce(sum(greatest(child.reltuples, 0)), 0)::float8 as rows
    from pg_inherits join pg_class child on child.oid = inhrelid
    where inhparent = 'attempt'::regclass and right(child.relname, 8) >= ${new Date(fromMs).toISOString().slice(0, 10).replaceAll('-', '')}`;
  const percent = Math.min(100, (100 * SAMPLE_ROWS) / Math.max(1, size?.rows ?? 0));
  const sampled = percent < 100 ? sql`tablesample system (${percent})` : sql``;
  const rows = await sql<RouteFigures[]>`
    select a.route, count(*)::float8 as attempts, (count(*) filter (where exists (
        select from event e where e.message_id = a.message_id and e.attempt = a.n and e.state = 'delivered')))::float8 as delivered
    from attempt a ${sampled}
    where a.workspace = ${workspace} and a.message_id >= ${fromId} and a.worker is not null and a.route is not null
    group by a.route`;
  const factor = 100 / percent;
  return rows.map(({ route, attempts, delivered }) => ({
    route,
    attempts: Math.round(attempts * factor),
    delivered: Math.round(delivered * factor),
  }));
}
