import { type Environment, uuidFloor, uuidTimeMs } from '@signalbox/contracts';
import type { SqlRunner, Transaction } from '../connection.ts';
import { moveMark, readMark } from './sweep.ts';
import { CLOCKS_APART_MS } from './verifications.ts';

/** How far conversions are tallied: the name of the sweep's mark. */
const CONVERSIONS_MARK = 'conversions';

/**
 * Verifications with ids in a range by hour, route and country: sent by each route that took their code, converted by the one whose message
 * brought it. What was blocked was not sent and says nothing of a route.
 */
const conversionsOf = (sql: SqlRunner, fromId: string, toId: string, andOnly = sql``) => {
  const sentFrom = uuidFloor(uuidTimeMs(fromId) - CLOCKS_APART_MS);
  const sentTo = uuidFloor(uuidTimeMs(toId) + CLOCKS_APART_MS);
  return sql`
    select date_trunc('hour', to_timestamp(('x' || left(replace(v.id::text, '-', ''), 12))::bit(48)::int8 / 1000.0), 'UTC') as hour,
      v.workspace, v.environment, coalesce(t.route, 0) as route, coalesce(v.country, '') as country, count(*) as sent,
      count(*) filter (where v.route = t.route) as converted
    from otp_verification v
    left join lateral (select distinct a.route from attempt a
      where a.message_id = any(v.message_ids) and a.message_id between ${sentFrom} and ${sentTo}
        and a.worker is not null and a.route is not null) t on true
    where v.id >= ${fromId} and v.id < ${toId} and v.state <> 'blocked' ${andOnly}
    group by 1, 2, 3, 4, 5`;
};

/**
 * Adds verifications to the tally of conversions and forgets the codes nobody typed, at most `stepMs` further than it has come and not beyond `untilMs`, before which every
 * code has ended. Each is counted once, whatever runs beside it: the mark is held to the end of the transaction.
 */
export async function tallyConversions(sql: Transaction, untilMs: number, stepMs: number): Promise<void> {
  const mark = await readMark(sql, CONVERSIONS_MARK);
  // The first run of an installation finds nothing older than itself.
  const fromMs = mark === uuidFloor(0) ? untilMs - stepMs : uuidTimeMs(mark);
  const toMs = Math.min(untilMs, fromMs + stepMs);
  if (toMs <= fromMs) return;
  await sql`
    insert into conversion_tally as c (hour, workspace, environment, route, country, sent, converted)
    select hour, workspace, environment, route, country, sent, converted
    from (${conversionsOf(sql, uuidFloor(fromMs), uuidFloor(toMs))}) counted
    order by workspace, environment, hour, route, country
    on conflict (workspace, environment, hour, route, country) do update
      set sent = c.sent + excluded.sent, converted = c.converted + excluded.converted`;
  await sql`
    update otp_verification set sealed_code = null, code_hash = ''
    where id >= ${uuidFloor(fromMs)} and id < ${uuidFloor(toMs)} and sealed_code is not null`;
  await moveMark(sql, CONVERSIONS_MARK, uuidFloor(toMs));
}

/** How codes of a country did by a route: verifications it sent for, and those its message converted. Route 0 stands for those no route took. */
export interface ConversionFigures {
  route: number;
  country: string;
  sent: number;
  converted: number;
}

/**
 * Conversion of a workspace and environment since an instant (its hour is counted whole once it is in the tally), by route and country, the
 * busiest first: from the tally as far as it has come, and counted row by row from there to `nowMs`.
 */
export async function readConversions(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; fromMs: number; nowMs: number },
): Promise<ConversionFigures[]> {
  const { workspace, environment, fromMs, nowMs } = ask;
  // In one statement, hence one snapshot: a tally that goes on beside it is seen with its mark or not at all.
  const live = sql`and v.workspace = ${workspace} and v.environment = ${environment}
    and v.id >= coalesce((select reached from sweep_mark where name = ${CONVERSIONS_MARK}), ${uuidFloor(0)})`;
  return sql<ConversionFigures[]>`
    select route, country, sum(sent)::float8 as sent, sum(converted)::float8 as converted
    from (
      select route, country, sent, converted from conversion_tally
      where workspace = ${workspace} and environment = ${environment}
        and hour >= date_trunc('hour', ${new Date(fromMs).toISOString()}::timestamptz, 'UTC')
      union all
      select route, country, sent, converted
      from (${conversionsOf(sql, uuidFloor(fromMs), uuidFloor(nowMs + CLOCKS_APART_MS), live)}) untallied) figures
    group by route, country order by sent desc, route, country limit 200`;
}

/** Verifications of a workspace and environment with ids from `fromId` on, how many of them were approved, and how many blocked. */
export async function countVerifications(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  fromId: string,
): Promise<{ started: number; approved: number; blocked: number }> {
  const [row] = await sql<{ started: number; approved: number; blocked: number }[]>`
    select count(*)::float8 as started, (count(*) filter (where state = 'approved'))::float8 as approved,
      (count(*) filter (where state = 'blocked'))::float8 as blocked
    from otp_verification
    where workspace = ${workspace} and environment = ${environment} and id >= ${fromId}`;
  return row ?? { started: 0, approved: 0, blocked: 0 };
}
