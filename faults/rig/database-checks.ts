import type { Sql } from '@signalbox/db';
import type { Breach } from './invariants.ts';

const FINAL = ['delivered', 'undelivered', 'failed', 'expired', 'unknown', 'suppressed', 'canceled'];

/** I-9, I-12 and I-14: what follows from counts and jobs. To be asked once the run is drained. */
export async function checkDatabase(sql: Sql, workspace: number): Promise<Breach[]> {
  return [
    ...(await checkTally(sql, workspace)),
    ...(await checkAnswers(sql, workspace)),
    ...(await checkJobs(sql, workspace)),
  ];
}

/** The tally equals a recount of the newest events. */
async function checkTally(sql: Sql, workspace: number): Promise<Breach[]> {
  const rows = await sql<{ state: string; class: string; tallied: number; counted: number }[]>`
    with counted as (
      select m.class, e.state, count(*) as n from message m
      join lateral (select state from event where message_id = m.id order by seq desc limit 1) e on true
      where m.workspace = ${workspace} and e.state in ('sent', 'delivered', 'undelivered', 'failed', 'expired', 'unknown', 'suppressed', 'canceled')
      group by 1, 2),
    tallied as (select class, state, sum(count) as n from tally where workspace = ${workspace} group by 1, 2)
    select class, state, coalesce(t.n, 0)::int as tallied, coalesce(c.n, 0)::int as counted
    from counted c full join tallied t using (class, state) where coalesce(t.n, 0) <> coalesce(c.n, 0)`;
  return rows.map((row) => ({
    invariant: 'I-9',
    to: '',
    why: `the tally says ${row.tallied} ${row.class} messages are ${row.state}, and ${row.counted} are`,
  }));
}

/** Every accepted id that was answered under a key is a message, and no message was answered under two keys. */
async function checkAnswers(sql: Sql, workspace: number): Promise<Breach[]> {
  const rows = await sql<{ ref: string; count: number }[]>`
    select client_ref as ref, count(*)::int as count from message
    where workspace = ${workspace} and client_ref is not null group by 1 having count(*) > 1`;
  return rows.map(({ ref, count }) => ({
    invariant: 'I-12',
    to: '',
    why: `client_ref ${ref} names ${count} messages`,
  }));
}

/** No job runs without a sign of life, and no lane job is left whose messages have all ended. */
async function checkJobs(sql: Sql, workspace: number): Promise<Breach[]> {
  const dead = await sql<{ name: string; count: number }[]>`
    select name, count(*)::int as count from pgboss.job
    where state = 'active' and heartbeat_seconds is not null
      and greatest(heartbeat_on, started_on) < now() - make_interval(secs => heartbeat_seconds + 60)
    group by name`;
  const idle = await sql<{ name: string; count: number }[]>`
    select name, count(*)::int as count from pgboss.job j
    where name like 'lane_%' and state in ('created', 'retry') and (data->>'workspace')::int = ${workspace}
      and start_after < now() - interval '20 seconds'
      and not exists (
        select from regexp_matches(data->>'ids', '.{32}', 'g') as given(id)
        left join lateral (select state from event where message_id = (given.id)[1]::uuid order by seq desc limit 1) e on true
        where e.state is null or not e.state::text = any(${FINAL}))
    group by name`;
  return [
    ...dead.map(({ name, count }) => ({
      invariant: 'I-14',
      to: '',
      why: `${count} jobs of ${name} run without a sign of life`,
    })),
    ...idle.map(({ name, count }) => ({
      invariant: 'I-14',
      to: '',
      why: `${count} due jobs of ${name} name only messages that have ended`,
    })),
  ];
}
