import type { ApprovalAction, ApprovalChange, ApprovalState, Environment } from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';
import type { PersonActorRow } from './person-requests.ts';

/** What one person asked for and a second one decides. Times are milliseconds since 1970. */
export interface ApprovalRow {
  id: string;
  environment: Environment | null;
  action: ApprovalAction;
  state: Exclude<ApprovalState, 'expired'>;
  object: string | null;
  name: string;
  reason: string;
  /** What is to be done; null for what is only looked at. */
  wanted: ApprovalChange | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  asked: PersonActorRow;
  decided: PersonActorRow | null;
  comment: string | null;
  createdAtMs: number;
  expiresAtMs: number;
  endedAtMs: number | null;
  usableUntilMs: number | null;
}

const columns = (sql: SqlRunner) => sql`
  id, environment, action, state, object, name, reason, wanted, before, after, asked, decided, comment,
  (extract(epoch from created_at) * 1000)::float8 as "createdAtMs", (extract(epoch from expires_at) * 1000)::float8 as "expiresAtMs",
  (extract(epoch from ended_at) * 1000)::float8 as "endedAtMs", (extract(epoch from usable_until) * 1000)::float8 as "usableUntilMs"`;

/** Notes what somebody asked for. */
export async function insertApproval(sql: SqlRunner, workspace: number, row: ApprovalRow): Promise<void> {
  const json = (value: object | null) => (value === null ? null : sql.json(value as never));
  await sql`
    insert into approval (id, workspace, environment, action, object, name, reason, wanted, before, after, asked, created_at, expires_at)
    values (${row.id}, ${workspace}, ${row.environment}, ${row.action}, ${row.object}, ${row.name}, ${row.reason}, ${json(row.wanted)},
      ${json(row.before)}, ${json(row.after)}, ${json(row.asked)}, ${new Date(row.createdAtMs)}, ${new Date(row.expiresAtMs)})`;
}

/** What waits for a second person at this instant, the oldest first, at most `limit`. */
export async function readWaitingApprovals(
  sql: SqlRunner,
  workspace: number,
  nowMs: number,
  limit: number,
): Promise<ApprovalRow[]> {
  return sql<ApprovalRow[]>`
    select ${columns(sql)} from approval
    where workspace = ${workspace} and state = 'waiting' and expires_at > ${new Date(nowMs)} order by id limit ${limit}`;
}

/** What ended since an instant, decided or not, the newest first, at most `limit`. */
export async function readEndedApprovals(
  sql: SqlRunner,
  workspace: number,
  { sinceMs, nowMs }: { sinceMs: number; nowMs: number },
  limit: number,
): Promise<ApprovalRow[]> {
  return sql<ApprovalRow[]>`
    select ${columns(sql)} from approval
    where workspace = ${workspace} and (state <> 'waiting' or expires_at <= ${new Date(nowMs)}) and created_at > ${new Date(sinceMs)}
    order by id desc limit ${limit}`;
}

/** One request, for whoever decides on it or takes it back: the row stays locked, so that it is done once. */
export async function lockApproval(sql: SqlRunner, workspace: number, id: string): Promise<ApprovalRow | undefined> {
  const [row] = await sql<ApprovalRow[]>`
    select ${columns(sql)} from approval where workspace = ${workspace} and id = ${id} for update`;
  return row;
}

/** What a person asked for of one thing and still holds: approved and usable, or else waiting; undefined when there is none. */
export async function readHeldApproval(
  sql: SqlRunner,
  workspace: number,
  by: Pick<ApprovalRow, 'environment' | 'action'> & { object: string; askedBy: string; nowMs: number },
): Promise<ApprovalRow | undefined> {
  const now = new Date(by.nowMs);
  const [row] = await sql<ApprovalRow[]>`
    select ${columns(sql)} from approval
    where workspace = ${workspace} and object = ${by.object} and action = ${by.action} and environment is not distinct from ${by.environment}
      and asked ->> 'id' = ${by.askedBy}
      and ((state = 'approved' and usable_until > ${now}) or (state = 'waiting' and expires_at > ${now}))
    order by state = 'approved' desc, id desc limit 1`;
  return row;
}

/** Ends the wait of a request. */
export async function endApproval(
  sql: SqlRunner,
  workspace: number,
  { id, state, decided, comment, endedAtMs, usableUntilMs }: ApprovalRow,
): Promise<void> {
  await sql`
    update approval set state = ${state}, decided = ${decided === null ? null : sql.json({ ...decided })}, comment = ${comment},
      ended_at = ${endedAtMs === null ? null : new Date(endedAtMs)}, usable_until = ${usableUntilMs === null ? null : new Date(usableUntilMs)}
    where workspace = ${workspace} and id = ${id}`;
}
