import type { AuditAction, AuditActorKind, AuditObjectKind, Environment } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** An entry of the audit log as it is stored. `atMs` is milliseconds since 1970. */
export interface AuditRow {
  seq: number;
  id: string;
  /** Public id of the workspace, as UUID. */
  workspaceId: string;
  atMs: number;
  environment: Environment | null;
  actorKind: AuditActorKind;
  actorId: string;
  actorName: string;
  action: AuditAction;
  objectKind: AuditObjectKind;
  objectId: string;
  objectName: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  address: string | null;
  requestId: string;
  prevHash: string;
  hash: string;
}

/** Where the chain of a workspace ends. */
export interface AuditHead {
  seq: number;
  hash: string;
}

/**
 * Appends entries, spelled as canonical JSON, to the chain of a workspace: one statement. From here to the commit other writers of the
 * chain wait, so it must be the last statement of its transaction.
 */
export async function appendAudit(
  sql: SqlRunner,
  workspace: number,
  entries: readonly { id: string; spelled: string }[],
): Promise<void> {
  await sql`select append_audit(${workspace}, ${plainArray(entries.map((entry) => entry.id))}::uuid[],
    ${textArray(entries.map((entry) => entry.spelled))}::text[])`;
}

const columns = (sql: SqlRunner) => sql`
  e.seq::float8 as seq, e.id, w.id as "workspaceId", (extract(epoch from e.at) * 1000)::float8 as "atMs", e.environment,
  e.actor_kind as "actorKind", e.actor_id as "actorId", e.actor_name as "actorName", e.action,
  e.object_kind as "objectKind", e.object_id as "objectId", e.object_name as "objectName", e.before, e.after, e.address,
  e.request_id as "requestId", e.prev_hash as "prevHash", e.hash`;

/** Which entries to list; null means any. Instants are milliseconds since 1970, from inclusive, until exclusive. */
export interface AuditFilter {
  workspace: number;
  actorId: string | null;
  action: AuditAction | null;
  objectKind: AuditObjectKind | null;
  objectId: string | null;
  sinceMs: number | null;
  untilMs: number | null;
  /** Only entries before the one of this id in the chain. */
  belowId: string | null;
}

/** The entries that fit, newest first, at most `limit`. */
export async function readAudit(sql: SqlRunner, filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  const { workspace, actorId, action, objectKind, objectId, sinceMs, untilMs, belowId } = filter;
  return sql<AuditRow[]>`
    select ${columns(sql)} from audit_entry e join workspace w on w.number = e.workspace
    where e.workspace = ${workspace}
      ${actorId === null ? sql`` : sql`and e.actor_id = ${actorId}`}
      ${action === null ? sql`` : sql`and e.action = ${action}`}
      ${objectKind === null ? sql`` : sql`and e.object_kind = ${objectKind}`}
      ${objectId === null ? sql`` : sql`and e.object_id = ${objectId}`}
      ${sinceMs === null ? sql`` : sql`and e.at >= ${new Date(sinceMs)}`}
      ${untilMs === null ? sql`` : sql`and e.at < ${new Date(untilMs)}`}
      ${belowId === null ? sql`` : sql`and e.seq < (select seq from audit_entry where workspace = ${workspace} and id = ${belowId})`}
    order by e.seq desc limit ${limit}`;
}

/** The next entries of a chain from `afterSeq` up to `lastSeq`, oldest first, at most `limit`. */
export async function readAuditChain(
  sql: SqlRunner,
  workspace: number,
  afterSeq: number,
  lastSeq: number,
  limit: number,
): Promise<AuditRow[]> {
  return sql<AuditRow[]>`
    select ${columns(sql)} from audit_entry e join workspace w on w.number = e.workspace
    where e.workspace = ${workspace} and e.seq > ${afterSeq} and e.seq <= ${lastSeq} order by e.seq limit ${limit}`;
}

/** Where the chain of a workspace ends; undefined while nothing was ever done in it. */
export async function readAuditHead(sql: SqlRunner, workspace: number): Promise<AuditHead | undefined> {
  const [row] = await sql<AuditHead[]>`select seq::float8 as seq, hash from audit_head where workspace = ${workspace}`;
  return row;
}
