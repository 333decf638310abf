import type { Channel, Environment, TrafficClass } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A suppression as people see it. `createdAtMs` is milliseconds since 1970. */
export interface SuppressionRow {
  id: string;
  environment: Environment;
  channel: Channel;
  address: string;
  classes: TrafficClass[];
  reason: string;
  createdAtMs: number;
}

const suppressionColumns = (sql: SqlRunner) => sql`
  id, environment, channel, address, classes::text[] as classes, reason,
  (extract(epoch from created_at) * 1000)::float8 as "createdAtMs"`;

/** Suppresses an address for classes; one that is suppressed already takes the new classes beside its own, and the new reason. */
export async function upsertSuppression(
  sql: SqlRunner,
  given: Omit<SuppressionRow, 'createdAtMs'> & { workspace: number },
): Promise<SuppressionRow> {
  const [row] = await sql<SuppressionRow[]>`
    insert into suppression as s (id, workspace, environment, channel, address, classes, reason)
    values (${given.id}, ${given.workspace}, ${given.environment}, ${given.channel}, ${given.address},
      ${plainArray([...new Set(given.classes)])}::traffic_class[], ${given.reason})
    on conflict (workspace, environment, channel, address) do update set reason = excluded.reason,
      classes = array(select distinct c from unnest(s.classes || excluded.classes) as c order by c)
    returning ${suppressionColumns(sql)}`;
  if (row === undefined) throw new Error('a suppression was not stored');
  return row;
}

/** Lifts a suppression and returns it; undefined when there is none of this id here. */
export async function deleteSuppression(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  id: string,
): Promise<SuppressionRow | undefined> {
  const [row] = await sql<SuppressionRow[]>`
    delete from suppression where workspace = ${workspace} and environment = ${environment} and id = ${id}
    returning ${suppressionColumns(sql)}`;
  return row;
}

/** Leaves an address suppressed for these classes alone, for this reason. */
export async function narrowSuppression(
  sql: SqlRunner,
  workspace: number,
  { id, classes, reason }: Pick<SuppressionRow, 'id' | 'classes' | 'reason'>,
): Promise<void> {
  await sql`
    update suppression set classes = ${plainArray(classes)}::traffic_class[], reason = ${reason}
    where workspace = ${workspace} and id = ${id}`;
}

/** Which suppressions to list; null means any. */
export interface SuppressionFilter {
  workspace: number;
  environment: Environment;
  channel: Channel | null;
  /** Every spelling it may be under. */
  addresses: readonly string[] | null;
  belowId: string | null;
}

/** Suppressions that fit, newest first, at most `limit`. */
export async function readSuppressions(
  sql: SqlRunner,
  filter: SuppressionFilter,
  limit: number,
): Promise<SuppressionRow[]> {
  return sql<SuppressionRow[]>`
    select ${suppressionColumns(sql)} from suppression
    where workspace = ${filter.workspace} and environment = ${filter.environment}
      ${filter.channel === null ? sql`` : sql`and channel = ${filter.channel}`}
      ${filter.addresses === null ? sql`` : sql`and address = any(${textArray(filter.addresses)}::text[])`}
      ${filter.belowId === null ? sql`` : sql`and id < ${filter.belowId}`}
    order by id desc limit ${limit}`;
}
