import type { Channel, Environment, ScopeRecord, SenderForm, SuccessModel, TrafficClass } from '@signalbox/contracts';
import { instantArray, jsonArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** Whose success a model foretells: all routes of a workspace, environment and channel. */
export interface ModelPlace {
  workspace: number;
  environment: Environment;
  channel: Channel;
}

/** Submissions the model does not tell apart, and what was counted of them. Times are milliseconds since 1970. */
export interface SuccessTally {
  workspace: number;
  spanMs: number;
  route: number;
  class: TrafficClass;
  /** Empty where there is none, as the network. */
  country: string;
  network: string;
  parts: number;
  sender: SenderForm;
  accepted: number;
  resolved: number;
  /** Outcomes that say something of the route, and successes, in thousandths. */
  settledMilli: number;
  successMilli: number;
}

/** Adds what came of submissions to its ten minutes, one statement for all of them, sorted by key so that two writers never wait for each other in a circle. Routes that are gone are left out. */
export async function addOutcomes(sql: SqlRunner, adds: readonly SuccessTally[]): Promise<void> {
  if (adds.length === 0) return;
  const of = (name: 'accepted' | 'resolved' | 'settledMilli' | 'successMilli') =>
    plainArray(adds.map((add) => add[name]));
  await sql`
    insert into success_tally as t (span, workspace, route, class, country, network, parts, sender, accepted, resolved, settled_milli, success_milli)
    select date_bin('10 minutes', g.span, 'epoch'), g.workspace, g.route, g.class, g.country, g.network, g.parts, g.sender, sum(g.accepted), sum(g.resolved),
      sum(g.settled), sum(g.success)
    from unnest(${instantArray(adds.map((a) => a.spanMs))}::timestamptz[], ${plainArray(adds.map((a) => a.workspace))}::int4[],
      ${plainArray(adds.map((a) => a.route))}::int4[], ${plainArray(adds.map((a) => a.class))}::traffic_class[],
      ${textArray(adds.map((a) => a.country))}::text[], ${textArray(adds.map((a) => a.network))}::text[], ${plainArray(adds.map((a) => a.parts))}::int2[],
      ${textArray(adds.map((a) => a.sender))}::text[], ${of('accepted')}::int4[], ${of('resolved')}::int4[], ${of('settledMilli')}::int4[],
      ${of('successMilli')}::int4[]
    ) as g(span, workspace, route, class, country, network, parts, sender, accepted, resolved, settled, success)
    join route r on r.number = g.route and r.workspace = g.workspace
    group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (span, workspace, route, class, country, network, parts, sender) do update set accepted = t.accepted + excluded.accepted,
      resolved = t.resolved + excluded.resolved, settled_milli = t.settled_milli + excluded.settled_milli, success_milli = t.success_milli + excluded.success_milli`;
}

/** What came of submissions between two instants that the newest model of their place has not learned from, in the order of their spans. */
export async function readUnlearned(
  sql: SqlRunner,
  fromMs: number,
  beforeMs: number,
): Promise<(SuccessTally & ModelPlace)[]> {
  return sql<(SuccessTally & ModelPlace)[]>`
    select t.workspace, r.environment, r.channel, (extract(epoch from t.span) * 1000)::float8 as "spanMs", t.route, t.class, t.country, t.network, t.parts, t.sender,
      t.accepted, t.resolved, t.settled_milli as "settledMilli", t.success_milli as "successMilli"
    from success_tally t join route r on r.number = t.route
    left join (select workspace, environment, channel, max(through) as through from success_model group by 1, 2, 3) m
      on m.workspace = t.workspace and m.environment = r.environment and m.channel = r.channel
    where t.span >= ${new Date(fromMs)} and t.span < ${new Date(beforeMs)} and (m.through is null or t.span > m.through)
    order by t.span`;
}

/** A version of the model as it is stored. */
export interface ModelRow extends ModelPlace {
  version: number;
  madeAtMs: number;
  /** The last span it learned from; null for the first version. */
  throughMs: number | null;
  model: SuccessModel;
  /** See the table. */
  signals: Record<string, number>;
  outcomes: number;
  modelLoss: number | null;
  signalsLoss: number | null;
}

const modelColumns = (sql: SqlRunner) => sql`
  m.workspace, m.environment, m.channel, m.version, (extract(epoch from m.made_at) * 1000)::float8 as "madeAtMs",
  (extract(epoch from m.through) * 1000)::float8 as "throughMs", m.model, m.signals, m.outcomes, m.model_loss as "modelLoss",
  m.signals_loss as "signalsLoss"`;

/** Of each place and instant the version that was in force then, and of each place the newest (at the instant null). */
export async function readModelsAt(
  sql: SqlRunner,
  asked: readonly (ModelPlace & { atMs: number | null })[],
): Promise<(ModelRow & { atMs: number | null })[]> {
  if (asked.length === 0) return [];
  return sql<(ModelRow & { atMs: number | null })[]>`
    select ${modelColumns(sql)}, (extract(epoch from g.at) * 1000)::float8 as "atMs"
    from unnest(${plainArray(asked.map((a) => a.workspace))}::int4[], ${plainArray(asked.map((a) => a.environment))}::environment[],
      ${plainArray(asked.map((a) => a.channel))}::channel[], ${instantArray(asked.map((a) => a.atMs))}::timestamptz[]
    ) as g(workspace, environment, channel, at)
    join lateral (select * from success_model o where o.workspace = g.workspace and o.environment = g.environment and o.channel = g.channel
      and (g.at is null or o.made_at <= g.at) order by o.version desc limit 1) m on true`;
}

/** Stores new versions. */
export async function insertModels(sql: SqlRunner, rows: readonly ModelRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into success_model (workspace, environment, channel, version, made_at, through, model, signals, outcomes, model_loss, signals_loss)
    select * from unnest(${plainArray(rows.map((r) => r.workspace))}::int4[], ${plainArray(rows.map((r) => r.environment))}::environment[],
      ${plainArray(rows.map((r) => r.channel))}::channel[], ${plainArray(rows.map((r) => r.version))}::int4[],
      ${instantArray(rows.map((r) => r.madeAtMs))}::timestamptz[], ${instantArray(rows.map((r) => r.throughMs))}::timestamptz[],
      ${jsonArray(rows.map((r) => r.model))}::jsonb[], ${jsonArray(rows.map((r) => r.signals))}::jsonb[], ${plainArray(rows.map((r) => r.outcomes))}::int4[],
      ${plainArray(rows.map((r) => r.modelLoss))}::float8[], ${plainArray(rows.map((r) => r.signalsLoss))}::float8[])`;
}

/** How the model stands in a scope, as it is stored. */
export interface ModelScopeRow extends ModelPlace {
  class: TrafficClass;
  /** Empty for mail. */
  country: string;
  inUse: boolean;
  switchedAtMs: number | null;
  switchedBy: string | null;
  record: ScopeRecord;
  judgedAtMs: number;
}

const scopeColumns = (sql: SqlRunner) => sql`
  workspace, environment, channel, class, country, in_use as "inUse", (extract(epoch from switched_at) * 1000)::float8 as "switchedAtMs",
  switched_by as "switchedBy", record, (extract(epoch from judged_at) * 1000)::float8 as "judgedAtMs"`;

/** The scopes of one workspace and environment, or of all. */
export async function readModelScopes(
  sql: SqlRunner,
  of?: Pick<ModelPlace, 'workspace' | 'environment'>,
): Promise<ModelScopeRow[]> {
  return sql<ModelScopeRow[]>`
    select ${scopeColumns(sql)} from success_scope
    where ${of === undefined ? sql`true` : sql`workspace = ${of.workspace} and environment = ${of.environment}`}
    order by channel, country, class`;
}

/** The scopes of all workspaces that go by the model. */
export async function readUsedScopes(sql: SqlRunner): Promise<ModelScopeRow[]> {
  return sql<ModelScopeRow[]>`select ${scopeColumns(sql)} from success_scope where in_use`;
}

/** Stores what was judged of scopes; whether they are in use stays as it is. */
export async function storeModelScopes(
  sql: SqlRunner,
  rows: readonly Pick<ModelScopeRow, keyof ModelPlace | 'class' | 'country' | 'record' | 'judgedAtMs'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into success_scope (workspace, environment, channel, class, country, record, judged_at)
    select * from unnest(${plainArray(rows.map((r) => r.workspace))}::int4[], ${plainArray(rows.map((r) => r.environment))}::environment[],
      ${plainArray(rows.map((r) => r.channel))}::channel[], ${plainArray(rows.map((r) => r.class))}::traffic_class[],
      ${textArray(rows.map((r) => r.country))}::text[], ${jsonArray(rows.map((r) => r.record))}::jsonb[],
      ${instantArray(rows.map((r) => r.judgedAtMs))}::timestamptz[])
    on conflict (workspace, environment, channel, class, country) do update set record = excluded.record, judged_at = excluded.judged_at`;
}

/** Which scope is asked for. */
export type ModelScopeKey = Pick<ModelScopeRow, keyof ModelPlace | 'class' | 'country'>;

/** One scope, locked to the end of the transaction; undefined where nothing was judged yet. */
export async function lockModelScope(sql: SqlRunner, key: ModelScopeKey): Promise<ModelScopeRow | undefined> {
  const [row] = await sql<ModelScopeRow[]>`
    select ${scopeColumns(sql)} from success_scope where workspace = ${key.workspace} and environment = ${key.environment}
      and channel = ${key.channel} and class = ${key.class} and country = ${key.country} for update`;
  return row;
}

/** Notes whether decisions in a scope go by the model, since when and by whom. */
export async function switchModelScope(
  sql: SqlRunner,
  key: ModelScopeKey,
  to: { inUse: boolean; atMs: number; by: string },
): Promise<void> {
  await sql`
    update success_scope set in_use = ${to.inUse}, switched_at = ${new Date(to.atMs)}, switched_by = ${to.by}
    where workspace = ${key.workspace} and environment = ${key.environment} and channel = ${key.channel} and class = ${key.class}
      and country = ${key.country}`;
}

/** A version as its history tells it. */
export type ModelVersionRow = Omit<ModelRow, 'model' | 'signals' | 'throughMs'> & { features: number };

/** The newest versions of the models of an environment, at most so many of each channel. */
export async function readModelVersions(
  sql: SqlRunner,
  of: Pick<ModelPlace, 'workspace' | 'environment'>,
  most: number,
): Promise<ModelVersionRow[]> {
  return sql<ModelVersionRow[]>`
    select workspace, environment, channel, version, (extract(epoch from made_at) * 1000)::float8 as "madeAtMs", outcomes, model_loss as "modelLoss",
      signals_loss as "signalsLoss", (select count(*) from jsonb_object_keys(model->'weights'))::int4 as features
    from (select *, row_number() over (partition by channel order by version desc) as place from success_model
      where workspace = ${of.workspace} and environment = ${of.environment}) m
    where place <= ${most} order by made_at desc, channel`;
}

/** Forgets versions and what was counted before an instant; the newest version of each place stays. Returns how many rows. */
export async function pruneModels(sql: SqlRunner, beforeMs: number): Promise<number> {
  const before = new Date(beforeMs);
  const tallies = await sql`delete from success_tally where span < ${before}`;
  const versions = await sql`
    delete from success_model m where made_at < ${before} and exists (select from success_model o where o.workspace = m.workspace
      and o.environment = m.environment and o.channel = m.channel and o.version > m.version)`;
  return tallies.count + versions.count;
}
