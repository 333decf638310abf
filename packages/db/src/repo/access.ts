import type { Environment, Role, Scope } from '@signalbox/contracts';
import type { Sql, SqlRunner } from '../connection.ts';
import type { WorkspaceRow } from './config.ts';

/** An API key without its secret. Times are milliseconds since 1970. */
export interface ApiKeyRow {
  id: string;
  environment: Environment;
  name: string;
  prefix: string;
  /** Null is everything. */
  scopes: Scope[] | null;
  /** Networks in CIDR; null is everywhere. */
  allowedNetworks: string[] | null;
  createdAtMs: number;
  lastUsedAtMs: number | null;
  expiresAtMs: number | null;
  isExpired: boolean;
  /** Until when the secret before the last rotation works; null when none does. */
  previousUntilMs: number | null;
  revokedAtMs: number | null;
}

/** What a new key is made of. */
export interface NewApiKey {
  id: string;
  workspace: number;
  environment: Environment;
  name: string;
  prefix: string;
  secretHash: string;
  scopes: readonly Scope[] | null;
  allowedNetworks: readonly string[] | null;
  /** Days from now, by the clock of the database; null is never. */
  expiresInDays: number | null;
}

const columns = (sql: SqlRunner) => sql`
  id, environment, name, prefix, scopes, allowed_networks as "allowedNetworks",
  (extract(epoch from expires_at) * 1000)::float8 as "expiresAtMs", coalesce(expires_at <= now(), false) as "isExpired",
  (extract(epoch from case when previous_until > now() then previous_until end) * 1000)::float8 as "previousUntilMs",
  (extract(epoch from created_at) * 1000)::float8 as "createdAtMs",
  (extract(epoch from last_used_at) * 1000)::float8 as "lastUsedAtMs",
  (extract(epoch from revoked_at) * 1000)::float8 as "revokedAtMs"`;

/** The keys of a workspace in both environments, newest first. */
export async function readKeys(sql: SqlRunner, workspace: number): Promise<ApiKeyRow[]> {
  return sql<ApiKeyRow[]>`select ${columns(sql)} from api_key where workspace = ${workspace} order by number desc`;
}

/** Stores a key: its public prefix and the hash of the whole. Undefined when the prefix is taken. */
export async function insertKey(sql: SqlRunner, key: NewApiKey): Promise<ApiKeyRow | undefined> {
  const [row] = await sql<ApiKeyRow[]>`
    insert into api_key (id, workspace, environment, name, prefix, secret_hash, scopes, allowed_networks, expires_at)
    values (${key.id}, ${key.workspace}, ${key.environment}, ${key.name}, ${key.prefix}, ${key.secretHash},
      ${arrayOrNull(key.scopes)}::text[], ${arrayOrNull(key.allowedNetworks)}::text[], now() + make_interval(days => ${key.expiresInDays}))
    on conflict (prefix) do nothing
    returning ${columns(sql)}`;
  return row;
}

// Scopes and networks hold no character that an array literal of PostgreSQL would read as its own.
const arrayOrNull = (texts: readonly string[] | null): string | null =>
  texts === null ? null : `{${texts.join(',')}}`;

/**
 * Gives a key a new secret; the one it had works on for the hours named. A secret that was kept from an earlier rotation ends now.
 * Undefined when the workspace has no such key, or it was revoked or has expired.
 */
export async function rotateKeyRow(
  sql: SqlRunner,
  workspace: number,
  rotation: { id: string; secretHash: string; overlapHours: number },
): Promise<ApiKeyRow | undefined> {
  const { id, secretHash, overlapHours } = rotation;
  const [row] = await sql<ApiKeyRow[]>`
    update api_key set secret_hash = ${secretHash}, previous_hash = secret_hash,
      previous_until = now() + make_interval(hours => ${overlapHours})
    where workspace = ${workspace} and id = ${id} and revoked_at is null and (expires_at is null or expires_at > now())
    returning ${columns(sql)}`;
  return row;
}

/** One key of a workspace, in whichever environment it is, locked until the end of the transaction. */
export async function lockKey(sql: SqlRunner, workspace: number, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await sql<ApiKeyRow[]>`
    select ${columns(sql)} from api_key where workspace = ${workspace} and id = ${id} for update`;
  return row;
}

/** What a credential is judged by. Times are milliseconds from now by the clock of the database; negative is past. */
export interface KeyCredentialRow {
  number: number;
  id: string;
  name: string;
  secretHash: string;
  previousHash: string | null;
  previousForMs: number | null;
  expiresInMs: number | null;
  environment: Environment;
  scopes: Scope[] | null;
  allowedNetworks: string[] | null;
  workspace: number;
  workspaceId: string;
  workspaceName: string;
}

/** The key that wears a prefix, unless it was revoked. */
export async function readCredential(sql: SqlRunner, prefix: string): Promise<KeyCredentialRow | undefined> {
  const [row] = await sql<KeyCredentialRow[]>`
    select k.number, k.id, k.name, k.secret_hash as "secretHash", k.previous_hash as "previousHash",
      (extract(epoch from k.previous_until - now()) * 1000)::float8 as "previousForMs",
      (extract(epoch from k.expires_at - now()) * 1000)::float8 as "expiresInMs",
      k.environment, k.scopes, k.allowed_networks as "allowedNetworks",
      k.workspace, w.id as "workspaceId", w.name as "workspaceName"
    from api_key k join workspace w on w.number = k.workspace
    where k.prefix = ${prefix} and k.revoked_at is null`;
  return row;
}

/** Notes that keys were used just now. */
export async function noteKeyUses(sql: SqlRunner, numbers: readonly number[]): Promise<void> {
  await sql`update api_key set last_used_at = now() where number = any(${`{${numbers.join(',')}}`}::int4[])`;
}

/** Revokes a key for ever, in whichever environment it is; undefined when the workspace has no such key, or it was revoked before. */
export async function revokeKeyRow(sql: SqlRunner, workspace: number, id: string): Promise<ApiKeyRow | undefined> {
  const [row] = await sql<ApiKeyRow[]>`
    update api_key set revoked_at = now() where workspace = ${workspace} and id = ${id} and revoked_at is null
    returning ${columns(sql)}`;
  return row;
}

/** A session and its person. One that a single sign-on opened reaches the workspaces of that organisation alone. */
export interface SessionRef {
  id: string;
  userId: string;
}

/** A workspace as a person works in it by a session. */
export interface MembershipRow extends WorkspaceRow {
  role: Role;
  /** Whether its organisation requires a second factor, and whether the session has proved one. */
  requiresSecondFactor: boolean;
  hasProved: boolean;
  /** Whose single sign-on opened the session, by its number. */
  organisation: number | null;
}

/** The workspace a session works in: the one it chose, while the person belongs to it, else the first joined. Undefined when there is none. */
export async function readMembership(sql: SqlRunner, session: SessionRef): Promise<MembershipRow | undefined> {
  const [row] = await sql<MembershipRow[]>`
    select w.number, w.id, w.name, m.role, o.requires_second_factor as "requiresSecondFactor",
      s.second_factor as "hasProved", s.organisation
    from session s join membership m on m.user_id = s.user_id join workspace w on w.number = m.workspace
      join organisation o on o.number = w.organisation
    where s.id = ${session.id} and s.user_id = ${session.userId} and (s.organisation is null or s.organisation = w.organisation)
    order by m.workspace is not distinct from s.active_workspace desc, m.created_at, m.workspace
    limit 1`;
  return row;
}

/** A workspace a person may work in. */
export interface MembershipChoice {
  id: string;
  name: string;
  organisation: string;
  role: Role;
}

/** Every workspace a session may work in, by organisation and name. */
export async function readMemberships(sql: SqlRunner, session: SessionRef): Promise<MembershipChoice[]> {
  return sql<MembershipChoice[]>`
    select w.id, w.name, o.name as organisation, m.role
    from session s join membership m on m.user_id = s.user_id join workspace w on w.number = m.workspace
      join organisation o on o.number = w.organisation
    where s.id = ${session.id} and s.user_id = ${session.userId} and (s.organisation is null or s.organisation = w.organisation)
    order by lower(o.name), o.number, lower(w.name), w.number`;
}

/** Lets a session work in a workspace of its person; false when the session does not reach it. */
export async function switchSession(sql: SqlRunner, session: SessionRef, workspaceId: string): Promise<boolean> {
  const { count } = await sql`
    update session s set active_workspace = m.workspace
    from membership m join workspace w on w.number = m.workspace
    where s.id = ${session.id} and s.user_id = ${session.userId} and m.user_id = s.user_id and w.id = ${workspaceId}
      and (s.organisation is null or s.organisation = w.organisation)`;
  return count > 0;
}

/** The number of a workspace, when the person belongs to it. */
export async function findOwnWorkspace(
  sql: SqlRunner,
  userId: string,
  workspaceId: string,
): Promise<number | undefined> {
  const [row] = await sql<{ number: number }[]>`
    select w.number from membership m join workspace w on w.number = m.workspace
    where m.user_id = ${userId} and w.id = ${workspaceId}`;
  return row?.number;
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
    await tx`insert into membership (user_id, workspace, role) values (${given.userId}, ${fresh.number}, 'owner')`;
    return fresh;
  });
  return made;
}
