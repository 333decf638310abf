import type {
  Channel,
  Environment,
  RampPlan,
  RampStop,
  TrafficClass,
  WeightMode,
  WeightRow,
} from '@signalbox/contracts';
import { jsonArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A change of weights on its way, as it is stored. */
export interface StoredRamp {
  /** UUID of the change it carries out. */
  change: string;
  state: 'running' | 'paused' | 'stopped';
  from: WeightRow[];
  to: WeightRow[];
  plan: RampPlan;
  /** Steps that are made. */
  step: number;
  /** When it began or went on again. */
  sinceMs: number;
  nextAtMs: number;
  stopped: { reason: RampStop; route_id: string } | null;
}

/** The weights of a scope as they are stored; routes by their public ids. */
export interface WeightSetRow {
  number: number;
  id: string;
  workspace: number;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  tier: number;
  /** Empty for wherever no country has its own. */
  country: string;
  mode: WeightMode;
  explorePpm: number;
  weights: WeightRow[];
  ramp: StoredRamp | null;
  version: number;
  updatedAtMs: number;
}

/** A change of weights as it is stored. */
export interface WeightChangeRow {
  id: string;
  workspace: number;
  set: number;
  atMs: number;
  state: 'made' | 'proposed' | 'rejected' | 'superseded';
  version: number | null;
  actorKind: 'user' | 'key' | 'system';
  actorName: string;
  why: string;
  before: WeightRow[];
  after: WeightRow[];
  evidence: object | null;
  undoes: string | null;
}

const setColumns = (sql: SqlRunner) => sql`
  number, id, workspace, environment, channel, class, tier, country, mode, explore_ppm as "explorePpm", weights, ramp, version,
  (extract(epoch from updated_at) * 1000)::float8 as "updatedAtMs"`;

const changeColumns = (sql: SqlRunner) => sql`
  id, workspace, weight_set as "set", (extract(epoch from at) * 1000)::float8 as "atMs", state, version, actor_kind as "actorKind",
  actor_name as "actorName", why, before, after, evidence, undoes`;

/** The weights of all workspaces, or of one. */
export async function readWeightSets(sql: SqlRunner, workspace?: number): Promise<WeightSetRow[]> {
  return sql<WeightSetRow[]>`
    select ${setColumns(sql)} from weight_set where ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`}
    order by channel, class, country, tier`;
}

/** Stores the first weights of a scope and returns their number; undefined when the scope has some already. */
export async function insertWeightSet(
  sql: SqlRunner,
  set: Omit<WeightSetRow, 'number' | 'ramp' | 'version' | 'updatedAtMs'>,
): Promise<number | undefined> {
  const [row] = await sql<{ number: number }[]>`
    insert into weight_set (id, workspace, environment, channel, class, tier, country, mode, explore_ppm, weights)
    values (${set.id}, ${set.workspace}, ${set.environment}, ${set.channel}, ${set.class}, ${set.tier}, ${set.country}, ${set.mode},
      ${set.explorePpm}, ${sql.json(set.weights as never)})
    on conflict do nothing returning number`;
  return row?.number;
}

/** Removes the weights of a scope with their history and returns them as they were; undefined when there are none by this id. */
export async function deleteWeightSet(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; id: string },
): Promise<WeightSetRow | undefined> {
  const [row] = await sql<WeightSetRow[]>`
    delete from weight_set where id = ${ask.id} and workspace = ${ask.workspace} and environment = ${ask.environment}
    returning ${setColumns(sql)}`;
  return row;
}

/** Weights to put in force, on the version that was read. */
export interface WeightUpdate {
  number: number;
  version: number;
  mode: WeightMode;
  explorePpm: number;
  weights: WeightRow[];
  /** Null ends one that was on its way. */
  ramp: StoredRamp | null;
}

/** Changes weights, each only on the version that was read; returns the numbers of those that were changed. */
export async function updateWeightSets(sql: SqlRunner, updates: readonly WeightUpdate[]): Promise<Set<number>> {
  if (updates.length === 0) return new Set();
  const rows = await sql<{ number: number }[]>`
    update weight_set s set mode = g.mode, explore_ppm = g.explore, weights = g.weights, ramp = g.ramp, version = s.version + 1, updated_at = now()
    from unnest(${plainArray(updates.map((u) => u.number))}::int4[], ${plainArray(updates.map((u) => u.version))}::int4[],
      ${textArray(updates.map((u) => u.mode))}::text[], ${plainArray(updates.map((u) => u.explorePpm))}::int4[],
      ${jsonArray(updates.map((u) => u.weights))}::jsonb[], ${jsonArray(updates.map((u) => u.ramp))}::jsonb[])
      as g(number, version, mode, explore, weights, ramp)
    where s.number = g.number and s.version = g.version returning s.number`;
  return new Set(rows.map((row) => row.number));
}

/** Stores changes; a proposal takes the place of the one that waited. */
export async function insertWeightChanges(sql: SqlRunner, changes: readonly WeightChangeRow[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    update weight_change set state = 'superseded'
    where state = 'proposed' and weight_set = any(${plainArray(changes.map((c) => c.set))}::int4[])`;
  await sql`
    insert into weight_change (id, workspace, weight_set, at, state, version, actor_kind, actor_name, why, before, after, evidence, undoes)
    select id, workspace, weight_set, now(), state, version, actor_kind, actor_name, why, before, after, evidence, undoes from unnest(
      ${plainArray(changes.map((c) => c.id))}::uuid[], ${plainArray(changes.map((c) => c.workspace))}::int4[],
      ${plainArray(changes.map((c) => c.set))}::int4[], ${textArray(changes.map((c) => c.state))}::text[],
      ${plainArray(changes.map((c) => c.version))}::int4[], ${textArray(changes.map((c) => c.actorKind))}::text[],
      ${textArray(changes.map((c) => c.actorName))}::text[], ${textArray(changes.map((c) => c.why))}::text[],
      ${jsonArray(changes.map((c) => c.before))}::jsonb[], ${jsonArray(changes.map((c) => c.after))}::jsonb[],
      ${jsonArray(changes.map((c) => c.evidence))}::jsonb[], ${plainArray(changes.map((c) => c.undoes))}::uuid[]
    ) as g(id, workspace, weight_set, state, version, actor_kind, actor_name, why, before, after, evidence, undoes)`;
}

/** The newest changes of a set, at most `limit`. */
export async function readWeightChanges(
  sql: SqlRunner,
  workspace: number,
  set: string,
  limit: number,
): Promise<WeightChangeRow[]> {
  return sql<WeightChangeRow[]>`
    select ${changeColumns(sql)} from weight_change
    where workspace = ${workspace} and weight_set = (select number from weight_set where id = ${set} and workspace = ${workspace})
    order by id desc limit ${limit}`;
}

/** The proposals of a workspace that wait. */
export async function readProposals(sql: SqlRunner, workspace: number): Promise<WeightChangeRow[]> {
  return sql<WeightChangeRow[]>`
    select ${changeColumns(sql)} from weight_change where workspace = ${workspace} and state = 'proposed' order by id desc`;
}

/** Numbers of the weights that were given a proposal, or had one put away, since an instant, and of those for which one of a person waits. */
export async function readRecentProposals(sql: SqlRunner, sinceMs: number): Promise<Set<number>> {
  const rows = await sql<{ set: number }[]>`
    select distinct weight_set as "set" from weight_change 
    where (state in ('proposed', 'rejected') and at >= ${new Date(sinceMs)}) or (state = 'proposed' and actor_kind <> 'system')`;
  return new Set(rows.map((row) => row.set));
}

/** The weights of a scope, locked to the end of the transaction; undefined when they are not here. */
export async function lockWeightSet(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; id: string },
): Promise<WeightSetRow | undefined> {
  const [set] = await sql<WeightSetRow[]>`
    select ${setColumns(sql)} from weight_set
    where id = ${ask.id} and workspace = ${ask.workspace} and environment = ${ask.environment} for update`;
  return set;
}

/** Weights of all workspaces that are on their way, locked; what another transaction changes at this moment is left out. */
export async function lockRunningRamps(sql: SqlRunner): Promise<(WeightSetRow & { ramp: StoredRamp })[]> {
  return sql<(WeightSetRow & { ramp: StoredRamp })[]>`
    select ${setColumns(sql)} from weight_set where ramp->>'state' = 'running' order by number for update skip locked`;
}

/** One change with its set, locked to the end of the transaction; undefined when it is not here. */
export async function lockWeightChange(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; id: string },
): Promise<{ change: WeightChangeRow; set: WeightSetRow } | undefined> {
  const [change] = await sql<WeightChangeRow[]>`
    select ${changeColumns(sql)} from weight_change where workspace = ${ask.workspace} and id = ${ask.id} for update`;
  if (change === undefined) return undefined;
  const [set] = await sql<WeightSetRow[]>`
    select ${setColumns(sql)} from weight_set
    where number = ${change.set} and workspace = ${ask.workspace} and environment = ${ask.environment} for update`;
  return set === undefined ? undefined : { change, set };
}

/** Says how a proposal ended. */
export async function endProposal(
  sql: SqlRunner,
  workspace: number,
  id: string,
  state: 'rejected' | 'superseded',
): Promise<void> {
  await sql`update weight_change set state = ${state} where workspace = ${workspace} and id = ${id} and state = 'proposed'`;
}

/** Forgets changes older than so many days, but for the newest hundred of each set; returns how many. */
export async function pruneWeightChanges(sql: SqlRunner, keepDays: number): Promise<number> {
  const result = await sql`
    delete from weight_change where at < now() - make_interval(days => ${keepDays}) and id not in (
      select id from (select id, row_number() over (partition by weight_set order by id desc) as place from weight_change) c where place <= 100)`;
  return result.count;
}

/** First attempts of messages that had the same plan and went by the same route, and what came of them. */
export interface LoggedPlan {
  plan: string;
  route: number;
  count: number;
  successes: number;
  parts: number;
  partsSquared: number;
}

const SAMPLE_ROWS = 50_000;

/**
 * Decisions of a scope between two instants by plan and route. Above 50,000 attempts they are a sample of pages: the counts are those of the
 * sample. A success is a delivery, within the deadline where there is one.
 */
export async function readLoggedPlans(
  sql: SqlRunner,
  ask: {
    workspace: number;
    environment: Environment;
    channel: Channel;
    class: TrafficClass;
    /** Null is every country. */
    country: string | null;
    fromId: string;
    toId: string;
    deadlineMs: number | null;
  },
): Promise<LoggedPlan[]> {
  const [size] = await sql<{ rows: number }[]>`
    select coalesce(sum(greatest(child.reltuples, 0)), 0)::float8 as rows
    from pg_inherits join pg_class child on child.oid = inhrelid where inhparent = 'attempt'::regclass`;
  const percent = Math.min(100, (100 * SAMPLE_ROWS) / Math.max(1, size?.rows ?? 0));
  const sampled = percent < 100 ? sql`tablesample system (${percent})` : sql``;
  const inTime =
    ask.deadlineMs === null ? sql`` : sql`and e.at <= a.claimed_at + ${ask.deadlineMs} * interval '1 millisecond'`;
  return sql<LoggedPlan[]>`
    select a.plan::text as plan, a.route, count(*)::float8 as count,
      (count(*) filter (where exists (select from event e where e.message_id = a.message_id and e.attempt = 1
        and e.state = 'delivered' ${inTime})))::float8 as successes,
      sum(greatest(1, m.parts))::float8 as parts, sum(greatest(1, m.parts)::int8 ^ 2)::float8 as "partsSquared"
    from attempt a ${sampled}
    join message m on m.workspace = a.workspace and m.id = a.message_id
    where a.workspace = ${ask.workspace} and a.n = 1 and a.worker is not null and a.plan is not null and a.route is not null
      and a.message_id between ${ask.fromId} and ${ask.toId} and m.id between ${ask.fromId} and ${ask.toId}
      and m.environment = ${ask.environment} and m.channel = ${ask.channel} and m.class = ${ask.class}
      ${ask.country === null ? sql`` : sql`and m.country = ${ask.country}`}
    group by 1, 2`;
}
