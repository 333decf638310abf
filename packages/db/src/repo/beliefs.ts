import type { CellEstimate, RouteHonesty, RouteSignal, TrafficClass } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** What is believed of a cell, as it is stored. */
export interface BeliefRow {
  workspace: number;
  route: number;
  class: TrafficClass;
  /** Empty where there is none. */
  country: string;
  /** Empty while it is not known. */
  network: string;
  signal: RouteSignal;
  estimate: CellEstimate;
  outlier: 'ejected' | 'drifting' | null;
}

/** How far the receipts of a route are believed, as it is stored. */
export interface HonestyRow {
  workspace: number;
  route: number;
  honesty: RouteHonesty;
}

/** Stores what is believed now, of all workspaces, and forgets what nothing is known of any more. Returns how many decisions are made from something else than before. */
export async function storeBeliefs(tx: SqlRunner, beliefs: readonly BeliefRow[]): Promise<number> {
  const given = tx`
    select * from unnest(${plainArray(beliefs.map((b) => b.workspace))}::int4[], ${plainArray(beliefs.map((b) => b.route))}::int4[],
      ${plainArray(beliefs.map((b) => b.class))}::traffic_class[], ${textArray(beliefs.map((b) => b.country))}::text[],
      ${textArray(beliefs.map((b) => b.network))}::text[], ${textArray(beliefs.map((b) => JSON.stringify(b.signal)))}::jsonb[],
      ${textArray(beliefs.map((b) => JSON.stringify(b.estimate)))}::jsonb[], ${textArray(beliefs.map((b) => b.outlier))}::text[]
    ) as given(workspace, route, class, country, network, signal, estimate, outlier)`;
  const [row] = await tx<{ changed: number }[]>`
    with given as (${given}),
    gone as (
      delete from route_belief b where not exists (select from given g where g.workspace = b.workspace and g.route = b.route
        and g.class = b.class and g.country = b.country and g.network = b.network)
      returning 1),
    changed as (
      select g.* from given g left join route_belief b on g.workspace = b.workspace and g.route = b.route and g.class = b.class
        and g.country = b.country and g.network = b.network
      where b.signal is distinct from g.signal or b.outlier is distinct from g.outlier),
    stored as (
      insert into route_belief as b (workspace, route, class, country, network, changed_at, signal, estimate, outlier)
      select workspace, route, class, country, network, now(), signal, estimate, outlier from given
      on conflict (workspace, route, class, country, network) do update set estimate = excluded.estimate, signal = excluded.signal,
        outlier = excluded.outlier,
        changed_at = case when b.signal is distinct from excluded.signal or b.outlier is distinct from excluded.outlier
          then excluded.changed_at else b.changed_at end
      returning 1)
    select (select count(*) from changed)::int4 + (select count(*) from gone)::int4 + 0 * (select count(*) from stored)::int4 as changed`;
  return row?.changed ?? 0;
}

/** Stores how far receipts are believed. */
export async function storeHonesty(tx: SqlRunner, rows: readonly HonestyRow[]): Promise<void> {
  await tx`
    insert into route_honesty as h (route, workspace, changed_at, honesty)
    select route, workspace, now(), honesty from unnest(${plainArray(rows.map((r) => r.route))}::int4[],
      ${plainArray(rows.map((r) => r.workspace))}::int4[], ${textArray(rows.map((r) => JSON.stringify(r.honesty)))}::jsonb[]
    ) as given(route, workspace, honesty)
    on conflict (route) do update set honesty = excluded.honesty, changed_at = excluded.changed_at`;
}

/** Reads what is believed, of all workspaces or of one. */
export async function readBeliefs(sql: SqlRunner, workspace?: number): Promise<BeliefRow[]> {
  return sql<BeliefRow[]>`
    select workspace, route, class, country, network, signal, estimate, outlier from route_belief
    where ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`}`;
}

/** What is believed of some routes wherever they carry. */
export async function readBeliefsOf(sql: SqlRunner, routes: readonly number[]): Promise<BeliefRow[]> {
  return sql<BeliefRow[]>`
    select workspace, route, class, country, network, signal, estimate, outlier from route_belief
    where route = any(${plainArray(routes)}::int4[])`;
}

/** Reads how far receipts are believed, of all workspaces or of one. */
export async function readHonesty(sql: SqlRunner, workspace?: number): Promise<HonestyRow[]> {
  return sql<HonestyRow[]>`
    select workspace, route, honesty from route_honesty
    where ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`}`;
}
