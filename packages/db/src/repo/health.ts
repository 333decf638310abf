import type { AlertKind, BreakerMemory, Environment } from '@signalbox/contracts';
import { instantArray, jsonArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A breaker that is not closed, as a worker tells of it; country `*` is the route as a whole. */
export interface BreakerRow {
  workspace: number;
  route: number;
  country: string;
  memory: BreakerMemory;
}

// A report older than this says nothing of now: workers repeat theirs every few seconds.
const FRESH = '15 seconds';

/** Replaces what a worker told of its breakers. */
export async function reportBreakers(sql: SqlRunner, worker: string, rows: readonly BreakerRow[]): Promise<void> {
  await sql`
    with given as (
      select g.* from unnest(${plainArray(rows.map((r) => r.workspace))}::int4[], ${plainArray(rows.map((r) => r.route))}::int4[],
        ${textArray(rows.map((r) => r.country))}::text[], ${jsonArray(rows.map((r) => r.memory))}::jsonb[]) as g(workspace, route, country, memory)
      join route r on r.number = g.route),
    gone as (
      delete from breaker_report b where b.worker = ${worker}
        and not exists (select from given g where g.route = b.route and g.country = b.country))
    insert into breaker_report as b (route, country, worker, workspace, reported_at, memory)
    select route, country, ${worker}, workspace, now(), memory from given order by route, country
    on conflict (route, country, worker) do update set reported_at = excluded.reported_at, memory = excluded.memory`;
}

/** Breakers that some worker told of within the last seconds and that are not closed, of one workspace or of all. */
export async function readBreakers(sql: SqlRunner, workspace?: number): Promise<BreakerRow[]> {
  return sql<BreakerRow[]>`
    select workspace, route, country, memory from breaker_report
    where reported_at > now() - ${FRESH}::interval and ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`}
    order by route, country, reported_at`;
}

/** Something an operator should know of a route. Times are milliseconds since 1970. */
export interface AlertRow {
  id: string;
  workspace: number;
  environment: Environment;
  route: number;
  /** `*` for the route as a whole. */
  country: string;
  kind: AlertKind;
  startedAtMs: number;
  endedAtMs: number | null;
  facts: Record<string, unknown>;
}

const alertColumns = (sql: SqlRunner) => sql`
  a.id, a.workspace, a.environment, a.route, a.country, a.kind, (extract(epoch from a.started_at) * 1000)::float8 as "startedAtMs",
  (extract(epoch from a.ended_at) * 1000)::float8 as "endedAtMs", a.facts`;

// What comes and goes again within this time is told of once.
const QUIET = '15 minutes';

/**
 * Raises alerts; one that stands already is left as it is. Returns those that are new and worth telling of outside: their facts say `told`. One that came back
 * soon after its like is raised all the same and not told.
 */
export async function raiseAlerts(sql: SqlRunner, alerts: readonly Omit<AlertRow, 'endedAtMs'>[]): Promise<AlertRow[]> {
  if (alerts.length === 0) return [];
  return sql<AlertRow[]>`
    with raised as (
      insert into route_alert as a (id, workspace, environment, route, country, kind, started_at, facts)
      select g.id, g.workspace, g.environment, g.route, g.country, g.kind, g.started_at,
        g.facts || jsonb_build_object('told', not exists (
          select from route_alert o where o.workspace = g.workspace and o.route = g.route and o.country = g.country and o.kind = g.kind
            and o.started_at > g.started_at - ${QUIET}::interval and o.facts->'told' = 'true'))
      from unnest(${plainArray(alerts.map((a) => a.id))}::uuid[], ${plainArray(alerts.map((a) => a.workspace))}::int4[],
        ${plainArray(alerts.map((a) => a.environment))}::environment[], ${plainArray(alerts.map((a) => a.route))}::int4[],
        ${textArray(alerts.map((a) => a.country))}::text[], ${textArray(alerts.map((a) => a.kind))}::text[],
        ${instantArray(alerts.map((a) => a.startedAtMs))}::timestamptz[], ${jsonArray(alerts.map((a) => a.facts))}::jsonb[]
      ) as g(id, workspace, environment, route, country, kind, started_at, facts)
      join route r on r.number = g.route
      on conflict (route, country, kind) where ended_at is null do nothing
      returning ${alertColumns(sql)})
    select * from raised where facts->'told' = 'true'`;
}

/** Ends the open alerts about these; returns those that were told of. */
export async function endAlerts(
  sql: SqlRunner,
  ended: readonly Pick<AlertRow, 'route' | 'country' | 'kind'>[],
  atMs: number,
): Promise<AlertRow[]> {
  if (ended.length === 0) return [];
  return sql<AlertRow[]>`
    with over as (
      update route_alert a set ended_at = greatest(a.started_at, ${new Date(atMs)})
      from unnest(${plainArray(ended.map((e) => e.route))}::int4[], ${textArray(ended.map((e) => e.country))}::text[],
        ${textArray(ended.map((e) => e.kind))}::text[]) as g(route, country, kind)
      where a.ended_at is null and a.route = g.route and a.country = g.country and a.kind = g.kind
      returning ${alertColumns(sql)})
    select * from over where facts->'told' = 'true'`;
}

/** Ends the open alerts of these kinds that are not among those that still hold; returns those that were told of. */
export async function endAlertsBut(
  sql: SqlRunner,
  kinds: readonly AlertKind[],
  holding: readonly Pick<AlertRow, 'route' | 'country' | 'kind'>[],
  atMs: number,
): Promise<AlertRow[]> {
  return sql<AlertRow[]>`
    with over as (
      update route_alert a set ended_at = greatest(a.started_at, ${new Date(atMs)})
      where a.ended_at is null and a.kind = any(${textArray(kinds)}::text[]) and (a.route, a.country, a.kind) not in (
        select * from unnest(${plainArray(holding.map((h) => h.route))}::int4[], ${textArray(holding.map((h) => h.country))}::text[],
          ${textArray(holding.map((h) => h.kind))}::text[]))
      returning ${alertColumns(sql)})
    select * from over where facts->'told' = 'true'`;
}

/** Ends the open alerts of a kind that began before an instant; returns those that were told of. */
export async function endOldAlerts(
  sql: SqlRunner,
  kind: AlertKind,
  beforeMs: number,
  atMs: number,
): Promise<AlertRow[]> {
  return sql<AlertRow[]>`
    with over as (
      update route_alert a set ended_at = ${new Date(atMs)}
      where a.ended_at is null and a.kind = ${kind} and a.started_at < ${new Date(beforeMs)}
      returning ${alertColumns(sql)})
    select * from over where facts->'told' = 'true'`;
}

/** Alerts of an environment that stand, and those that ended since an instant, the newest first, at most `limit`. */
export async function readAlerts(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; sinceMs: number; limit: number },
): Promise<AlertRow[]> {
  return sql<AlertRow[]>`
    select ${alertColumns(sql)} from route_alert a
    where workspace = ${ask.workspace} and environment = ${ask.environment}
      and (ended_at is null or ended_at >= ${new Date(ask.sinceMs)})
    order by ended_at is not null, started_at desc limit ${ask.limit}`;
}

/** A breaker of a route that is open, or was a moment ago. */
export interface RouteTrouble {
  route: number;
  country: string;
  endedAtMs: number | null;
}

/** Breakers of some routes that are open, and those that closed since an instant. */
export async function readBreakerTroubles(
  sql: SqlRunner,
  routes: readonly number[],
  sinceMs: number,
): Promise<RouteTrouble[]> {
  return sql<RouteTrouble[]>`
    select route, country, (extract(epoch from ended_at) * 1000)::float8 as "endedAtMs" from route_alert
    where route = any(${plainArray(routes)}::int4[]) and kind = 'breaker_open'
      and (ended_at is null or ended_at >= ${new Date(sinceMs)})`;
}

/** Ends alerts about breakers that no worker tells of any more; returns those that were told of. */
export async function endStaleBreakerAlerts(sql: SqlRunner): Promise<AlertRow[]> {
  return sql<AlertRow[]>`
    with over as (
      update route_alert a set ended_at = now()
      where a.ended_at is null and a.kind = 'breaker_open' and a.started_at < now() - interval '1 minute'
        and not exists (select from breaker_report b where b.route = a.route and b.country = a.country
          and b.reported_at > now() - ${FRESH}::interval)
      returning ${alertColumns(sql)})
    select * from over where facts->'told' = 'true'`;
}

/** A time in which a route carries nothing, by a person's word. Times are milliseconds since 1970. */
export interface PauseRow {
  id: string;
  workspace: number;
  environment: Environment;
  route: number;
  fromMs: number;
  /** Null until it is lifted. */
  untilMs: number | null;
  reason: string;
  createdBy: string;
}

/** Pauses that are not over, of all workspaces. */
export async function readPauses(sql: SqlRunner): Promise<PauseRow[]> {
  return sql<PauseRow[]>`
    select id, workspace, environment, route, (extract(epoch from from_at) * 1000)::float8 as "fromMs",
      (extract(epoch from until_at) * 1000)::float8 as "untilMs", reason, created_by as "createdBy"
    from route_pause where until_at is null or until_at > now() order by from_at`;
}

/** Stores a pause. */
export async function insertPause(sql: SqlRunner, pause: PauseRow): Promise<void> {
  await sql`
    insert into route_pause (id, workspace, environment, route, from_at, until_at, reason, created_by)
    values (${pause.id}, ${pause.workspace}, ${pause.environment}, ${pause.route}, ${new Date(pause.fromMs)},
      ${pause.untilMs === null ? null : new Date(pause.untilMs)}, ${pause.reason}, ${pause.createdBy})`;
}

/** Lifts a pause: it ends now, or never begins. Returns it as it was, or undefined when there is none to lift. */
export async function liftPause(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; id: string },
): Promise<PauseRow | undefined> {
  const [row] = await sql<PauseRow[]>`
    with old as (
      select * from route_pause where id = ${ask.id} and workspace = ${ask.workspace} and environment = ${ask.environment}
        and (until_at is null or until_at > now()) for update),
    lifted as (
      update route_pause p set until_at = now(), from_at = least(p.from_at, now()) from old where p.id = old.id returning p.id)
    select old.id, old.workspace, old.environment, old.route, (extract(epoch from old.from_at) * 1000)::float8 as "fromMs",
      (extract(epoch from old.until_at) * 1000)::float8 as "untilMs", old.reason, old.created_by as "createdBy"
    from old join lifted on lifted.id = old.id`;
  return row;
}
