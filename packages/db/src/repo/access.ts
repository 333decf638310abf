import type { Environment } from '@signalbox/contracts';
import type { Sql, SqlRunner } from '../connection.ts';
import type { WorkspaceRow } from './config.ts';

/** An API key without its secret. Times are milliseconds since 1970. */
export interface ApiKeyRow {
  id: string;
  environment: Environment;
  name: string;
  prefix: string;
  createdAtMs: number;
  lastUsedAtMs: number | null;
  revokedAtMs: number | null;
}

const columns = (sql: SqlRunner) => sql`
  id, environment, name, prefix, (extract(epoch from created_at) * 1000)::float8 as "createdAtMs",
  (extract(epoch from last_used_at) * 1000)::float8 as "lastUsedAtMs",
  (extract(epoch from revoked_at) * 1000)::float8 as "revokedAtMs"`;

/** The keys of a workspace in both environments, newest first. */
export async function readKeys(sql: SqlRunner, workspace: number): Promise<ApiKeyRow[]> {
  return sql<ApiKeyRow[]>`select ${columns(sql)} from api_key where workspace = ${workspace} order by number desc`;
}

/** Stores a key: its public prefix and the hash of the whole. Undefined when the prefix is taken. */
export async function insertKey(
  sql: SqlRunner,
  key: { id: string; workspace: number; environment: Environment; name: string; prefix: string; secretHash: string },
): Promise<ApiKeyRow | undefined> {
  const [row] = await sql<ApiKeyRow[]>`
    insert into api_key (id, workspace, environment, name, prefix, secret_hash)
    values (${key.id}, ${key.workspace}, ${key.environment}, ${key.name}, ${key.prefix}, ${key.secretHash})
    on conflict (prefix) do nothing
    returning ${columns(sql)}`;
  return row;
}

/** Revokes a key for ever, in whichever environment it is; undefined when the workspace has no such key. The first time counts. */
export async function revokeKeyRow(sql: SqlRunner, workspace: number, id: string): Promise<ApiKeyRow | undefined> {
  await sql`update api_key set revoked_at = now() where workspace = ${workspace} and id = ${id} and revoked_at is null`;
  const [row] = await sql<
    ApiKeyRow[]
  >`select ${columns(sql)} from api_key where workspace = ${workspace} and id = ${id}`;
  return row;
}

/** The first workspace of a user; one of the given name is made when the user has none. */
export async function ensureWorkspace(
  sql: Sql,
  given: { id: string; name: string; userId: string },
): Promise<WorkspaceRow> {
  const made = await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('signalbox.workspace'), hashtext(${given.userId}))`;
    const [known] = await tx<WorkspaceRow[]>`
      select w.number, w.id, w.name from membership m join workspace w on w.number = m.workspace
      where m.user_id = ${given.userId} order by m.created_at limit 1`;
    if (known !== undefined) return known;
    const [fresh] = await tx<WorkspaceRow[]>`
      insert into workspace (id, name) values (${given.id}, ${given.name}) returning number, id, name`;
    if (fresh === undefined) throw new Error('a workspace was not stored');
    await tx`insert into membership (user_id, workspace) values (${given.userId}, ${fresh.number})`;
    return fresh;
  });
  return made;
}
