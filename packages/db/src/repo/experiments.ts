import type {
  Channel,
  Environment,
  ExperimentArm,
  ExperimentGuard,
  ExperimentMeasure,
  ExperimentResult,
  ExperimentStop,
  TrafficClass,
  WeightRow,
} from '@signalbox/contracts';
import { instantArray, jsonArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** The traffic whose weights an experiment tries others against. */
export interface ExperimentTraffic {
  workspace: number;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  tier: number;
  /** Empty for wherever no country has weights of its own. */
  country: string;
}

/** An experiment as it is stored, with the traffic of its weights. */
export interface ExperimentRow extends ExperimentTraffic {
  number: number;
  id: string;
  set: number;
  setId: string;
  /** The version of the weights it began with, and the one they have now. */
  setVersion: number;
  versionNow: number;
  name: string;
  challengerName: string;
  control: WeightRow[];
  challenger: { route_id: string; permille: number }[];
  sharePermille: number;
  measure: ExperimentMeasure;
  differencePpm: number;
  guard: ExperimentGuard;
  maxOutcomes: number;
  currency: string | null;
  startedAtMs: number;
  startedBy: string;
  untilAtMs: number;
  endedAtMs: number | null;
  stop: ExperimentStop | null;
  stopRoute: string | null;
  result: ExperimentResult | null;
  judgedAtMs: number | null;
  adoptedAtMs: number | null;
  adoptedAs: 'set' | 'proposed' | null;
}

/** What is stored of an experiment that begins. */
export type NewExperiment = Pick<
  ExperimentRow,
  | 'id'
  | 'workspace'
  | 'environment'
  | 'set'
  | 'setVersion'
  | 'name'
  | 'challengerName'
  | 'control'
  | 'challenger'
  | 'sharePermille'
  | 'measure'
  | 'differencePpm'
  | 'guard'
  | 'maxOutcomes'
  | 'currency'
  | 'startedAtMs'
  | 'startedBy'
  | 'untilAtMs'
>;

const msOf = (sql: SqlRunner, column: string) => sql`(extract(epoch from ${sql(column)}) * 1000)::float8`;

const columns = (sql: SqlRunner) => sql`
  e.number, e.id, e.workspace, e.environment, s.channel, s.class, s.tier, s.country, s.number as "set", s.id as "setId",
  e.set_version as "setVersion", s.version as "versionNow", e.name, e.challenger_name as "challengerName", e.control, e.challenger,
  e.share_permille as "sharePermille", e.measure, e.difference_ppm as "differencePpm", e.guard, e.max_outcomes as "maxOutcomes", e.currency,
  ${msOf(sql, 'e.started_at')} as "startedAtMs", e.started_by as "startedBy", ${msOf(sql, 'e.until_at')} as "untilAtMs",
  ${msOf(sql, 'e.ended_at')} as "endedAtMs", e.stop, e.stop_route as "stopRoute", e.result, ${msOf(sql, 'e.judged_at')} as "judgedAtMs",
  ${msOf(sql, 'e.adopted_at')} as "adoptedAtMs", e.adopted_as as "adoptedAs"`;

/** The newest experiments of an environment, at most `limit`. */
export async function readExperiments(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; limit: number },
): Promise<ExperimentRow[]> {
  return sql<ExperimentRow[]>`
    select ${columns(sql)} from experiment e join weight_set s on s.number = e.weight_set
    where e.workspace = ${ask.workspace} and e.environment = ${ask.environment}
    order by (e.stop is null) desc, e.number desc limit ${ask.limit}`;
}

/** The experiments of all workspaces that decisions are made by: nothing stopped them, and their weights are those they began with. */
export async function readRunningExperiments(sql: SqlRunner): Promise<ExperimentRow[]> {
  return sql<ExperimentRow[]>`
    select ${columns(sql)} from experiment e join weight_set s on s.number = e.weight_set
    where e.stop is null and s.version = e.set_version order by s.tier, e.number`;
}

/** The experiments of all workspaces that nothing stopped, locked; what another transaction changes at this moment is left out. */
export async function lockOpenExperiments(sql: SqlRunner): Promise<ExperimentRow[]> {
  return sql<ExperimentRow[]>`
    select ${columns(sql)} from experiment e join weight_set s on s.number = e.weight_set
    where e.stop is null order by e.number for update of e skip locked`;
}

/** One experiment, locked to the end of the transaction; undefined when it is not here. */
export async function lockExperiment(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; id: string },
): Promise<ExperimentRow | undefined> {
  const [row] = await sql<ExperimentRow[]>`
    select ${columns(sql)} from experiment e join weight_set s on s.number = e.weight_set
    where e.id = ${ask.id} and e.workspace = ${ask.workspace} and e.environment = ${ask.environment} for update of e`;
  return row;
}

/** Stores an experiment that begins; false when another one runs on the same weights. */
export async function insertExperiment(sql: SqlRunner, one: NewExperiment): Promise<boolean> {
  const result = await sql`
    insert into experiment (id, workspace, environment, weight_set, set_version, name, challenger_name, control, challenger, share_permille, measure,
      difference_ppm, guard, max_outcomes, currency, started_at, started_by, until_at)
    values (${one.id}, ${one.workspace}, ${one.environment}, ${one.set}, ${one.setVersion}, ${one.name}, ${one.challengerName},
      ${sql.json(one.control as never)}, ${sql.json(one.challenger as never)}, ${one.sharePermille}, ${one.measure}, ${one.differencePpm},
      ${sql.json(one.guard as never)}, ${one.maxOutcomes}, ${one.currency}, ${new Date(one.startedAtMs)}, ${one.startedBy}, ${new Date(one.untilAtMs)})
    on conflict do nothing`;
  return result.count > 0;
}

/** What was judged of an experiment; a stop ends it. */
export interface JudgedExperiment {
  number: number;
  result: ExperimentResult | null;
  stop: ExperimentStop | null;
  stopRoute: string | null;
}

/** Stores what was judged: one statement for those that go on, one for those that end. */
export async function storeJudged(sql: SqlRunner, judged: readonly JudgedExperiment[], nowMs: number): Promise<void> {
  if (judged.length === 0) return;
  const ended = judged.filter(({ stop }) => stop !== null);
  const going = judged.filter(({ stop }) => stop === null);
  // Decisions hear of every statement that names a stop.
  if (going.length > 0)
    await sql`
      update experiment e set result = coalesce(g.result, e.result), judged_at = ${new Date(nowMs)}
      from unnest(${plainArray(going.map((one) => one.number))}::int4[], ${jsonArray(going.map((one) => one.result))}::jsonb[]) as g(number, result)
      where e.number = g.number and e.stop is null`;
  if (ended.length === 0) return;
  await sql`
    update experiment e set result = coalesce(g.result, e.result), judged_at = ${new Date(nowMs)}, ended_at = ${new Date(nowMs)}, stop = g.stop,
      stop_route = g.route
    from unnest(${plainArray(ended.map((one) => one.number))}::int4[], ${jsonArray(ended.map((one) => one.result))}::jsonb[], ${textArray(ended.map((one) => one.stop))}::text[],
      ${textArray(ended.map((one) => one.stopRoute))}::text[]) as g(number, result, stop, route)
    where e.number = g.number and e.stop is null`;
}

/** Forgets what was counted of experiments that ended: what came of them is stored with them. */
export async function forgetEndedTallies(sql: SqlRunner): Promise<void> {
  await sql`delete from experiment_tally t using experiment e where e.number = t.experiment and e.stop is not null`;
}

/** Ends an experiment by a person's word. */
export async function endExperiment(sql: SqlRunner, number: number, nowMs: number): Promise<void> {
  await sql`update experiment set stop = 'stopped', ended_at = ${new Date(nowMs)} where number = ${number} and stop is null`;
}

/** Notes that the weights of the challenger were put in force, or proposed. */
export async function markAdopted(
  sql: SqlRunner,
  number: number,
  as: 'set' | 'proposed',
  nowMs: number,
): Promise<void> {
  await sql`update experiment set adopted_at = ${new Date(nowMs)}, adopted_as = ${as} where number = ${number}`;
}

/** The figures of an experiment, see the table. */
export type ExperimentCount = 'accepted' | 'resolved' | 'priced' | 'costMicros' | 'settledMilli' | 'successMilli';

/** Figures to add: one arm and group of an experiment, by the ten minutes of the submission. */
export interface ExperimentAdd {
  experiment: number;
  workspace: number;
  spanMs: number;
  arm: ExperimentArm;
  group: number;
  counts: Readonly<Partial<Record<ExperimentCount, number>>>;
}

/** Adds figures, one statement for all of them, sorted by key so that two writers never wait for each other in a circle. Experiments that ended are left out. */
export async function addToExperiments(sql: SqlRunner, adds: readonly ExperimentAdd[]): Promise<void> {
  if (adds.length === 0) return;
  const of = (name: ExperimentCount) => plainArray(adds.map(({ counts }) => counts[name] ?? 0));
  await sql`
    insert into experiment_tally as t (experiment, span, arm, person_group, workspace, accepted, resolved, priced, cost_micros, settled_milli, success_milli)
    select given.* from unnest(
      ${plainArray(adds.map((a) => a.experiment))}::int4[], ${instantArray(adds.map((a) => a.spanMs))}::timestamptz[],
      ${textArray(adds.map((a) => a.arm))}::text[], ${plainArray(adds.map((a) => a.group))}::int2[], ${plainArray(adds.map((a) => a.workspace))}::int4[],
      ${of('accepted')}::int4[], ${of('resolved')}::int4[], ${of('priced')}::int4[], ${of('costMicros')}::int8[],
      ${of('settledMilli')}::int8[], ${of('successMilli')}::int8[]
    ) as given(experiment, span, arm, person_group, workspace, accepted, resolved, priced, cost_micros, settled_milli, success_milli)
    join experiment e on e.number = given.experiment and e.workspace = given.workspace and e.stop is null
    order by 1, 2, 3, 4
    on conflict (experiment, span, arm, person_group) do update set accepted = t.accepted + excluded.accepted, resolved = t.resolved + excluded.resolved,
      priced = t.priced + excluded.priced, cost_micros = t.cost_micros + excluded.cost_micros, settled_milli = t.settled_milli + excluded.settled_milli,
      success_milli = t.success_milli + excluded.success_milli`;
}

/** What was counted of one arm and group. */
export interface ExperimentTally extends Record<ExperimentCount, number> {
  experiment: number;
  arm: ExperimentArm;
  group: number;
}

/** Figures of experiments by arm and group, of submissions before an instant. */
export async function readExperimentTallies(
  sql: SqlRunner,
  experiments: readonly number[],
  beforeMs: number,
): Promise<ExperimentTally[]> {
  return sql<ExperimentTally[]>`
    select experiment, arm, person_group as "group", sum(accepted)::float8 as accepted, sum(resolved)::float8 as resolved, sum(priced)::float8 as priced,
      sum(cost_micros)::float8 as "costMicros", sum(settled_milli)::float8 as "settledMilli", sum(success_milli)::float8 as "successMilli"
    from experiment_tally where experiment = any(${plainArray(experiments)}::int4[]) and span < ${new Date(beforeMs)} group by 1, 2, 3`;
}
