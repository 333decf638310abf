import type {
  Channel,
  Environment,
  PersonChange,
  PersonRequestKind,
  PersonRequestState,
  TrafficClass,
} from '@signalbox/contracts';
import { plainArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** Who did something: a person or a key by its id, and the name at that time. */
export interface PersonActorRow {
  kind: string;
  id: string;
  name: string;
}

/** An entry of the register of what people asked. Times are milliseconds since 1970. */
export interface PersonRequestRow {
  id: string;
  environment: Environment;
  channel: Channel;
  kind: PersonRequestKind;
  state: PersonRequestState;
  /** Keyed hash of the address. */
  person: string;
  masked: string;
  reason: string;
  /** What an erasure lets nothing more be sent of. */
  blockedClasses: readonly TrafficClass[];
  asked: PersonActorRow;
  decided: PersonActorRow | null;
  createdAtMs: number;
  dueAtMs: number;
  endedAtMs: number | null;
  certificate: Record<string, unknown> | null;
  /** What a rectification changed; null for the rest. */
  changes: readonly PersonChange[] | null;
}

const columns = (sql: SqlRunner) => sql`
  id, environment, channel, kind, state, person, masked, reason, asked, decided, certificate, changes, blocked_classes::text[] as "blockedClasses",
  (extract(epoch from created_at) * 1000)::float8 as "createdAtMs", (extract(epoch from due_at) * 1000)::float8 as "dueAtMs",
  (extract(epoch from ended_at) * 1000)::float8 as "endedAtMs"`;

/** Notes what somebody asked. */
export async function insertPersonRequest(
  sql: SqlRunner,
  workspace: number,
  row: Omit<PersonRequestRow, 'decided' | 'certificate'>,
): Promise<void> {
  await sql`
    insert into person_request (id, workspace, environment, channel, kind, state, person, masked, reason, blocked_classes, asked, created_at, due_at, ended_at, changes)
    values (${row.id}, ${workspace}, ${row.environment}, ${row.channel}, ${row.kind}, ${row.state}, ${row.person}, ${row.masked},
      ${row.reason}, ${plainArray(row.blockedClasses)}::traffic_class[], ${sql.json({ ...row.asked })}, ${new Date(row.createdAtMs)}, ${new Date(row.dueAtMs)},
      ${row.endedAtMs === null ? null : new Date(row.endedAtMs)},
      ${row.changes === null ? null : sql.json(row.changes.map((one) => ({ ...one })))})`;
}

/** What people asked, newest first, at most `limit`. */
export async function readPersonRequests(
  sql: SqlRunner,
  { workspace, environment, belowId }: { workspace: number; environment: Environment; belowId: string | null },
  limit: number,
): Promise<PersonRequestRow[]> {
  return sql<PersonRequestRow[]>`
    select ${columns(sql)} from person_request
    where workspace = ${workspace} and environment = ${environment} ${belowId === null ? sql`` : sql`and id < ${belowId}`}
    order by id desc limit ${limit}`;
}

/** The erasures of a workspace, of both environments, that wait for a second person, the oldest first, at most `limit`. */
export async function readWaitingErasures(
  sql: SqlRunner,
  workspace: number,
  limit: number,
): Promise<PersonRequestRow[]> {
  return sql<PersonRequestRow[]>`
    select ${columns(sql)} from person_request where workspace = ${workspace} and state = 'waiting' order by id limit ${limit}`;
}

/** One entry of the register; undefined when there is none of this id here. */
export async function readPersonRequest(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  id: string,
): Promise<PersonRequestRow | undefined> {
  const [row] = await sql<PersonRequestRow[]>`
    select ${columns(sql)} from person_request where workspace = ${workspace} and environment = ${environment} and id = ${id}`;
  return row;
}

/** The same for whoever decides on it or ends it: the row stays locked, so that it is erased once. */
export async function lockPersonRequest(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  id: string,
): Promise<PersonRequestRow | undefined> {
  const [row] = await sql<PersonRequestRow[]>`
    select ${columns(sql)} from person_request
    where workspace = ${workspace} and environment = ${environment} and id = ${id} for update`;
  return row;
}

/** The restriction of a person that is in force; undefined when there is none. The row stays locked. */
export async function lockRestriction(
  sql: SqlRunner,
  { workspace, environment, person }: { workspace: number; environment: Environment; person: string },
): Promise<PersonRequestRow | undefined> {
  const [row] = await sql<PersonRequestRow[]>`
    select ${columns(sql)} from person_request
    where workspace = ${workspace} and environment = ${environment} and person = ${person} and kind = 'restriction' and state = 'running'
    for update`;
  return row;
}

/** Moves an entry on: `running` once it is approved, or the end of it. What is left out stays as it is. */
export async function movePersonRequest(
  sql: SqlRunner,
  workspace: number,
  id: string,
  to: {
    state: PersonRequestState;
    decided?: PersonActorRow;
    endedAtMs?: number;
    certificate?: object;
  },
): Promise<void> {
  const json = (value: object | undefined) => (value === undefined ? null : sql.json({ ...value }));
  await sql`
    update person_request set state = ${to.state}, decided = coalesce(${json(to.decided)}, decided),
      ended_at = coalesce(${to.endedAtMs === undefined ? null : new Date(to.endedAtMs)}, ended_at),
      certificate = coalesce(${json(to.certificate)}, certificate)
    where workspace = ${workspace} and id = ${id}`;
}

/** Workspaces in which a block stands under the keyed hash of somebody who was erased, or whose data are restricted: their sends are looked up by it too. */
export async function readHashingWorkspaces(sql: SqlRunner): Promise<number[]> {
  const rows = await sql<{ workspace: number }[]>`
    select distinct workspace from person_request where (kind = 'erasure' and state in ('running', 'done')) or (kind = 'restriction' and state = 'running')`;
  return rows.map(({ workspace }) => workspace);
}
