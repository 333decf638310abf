import type { SqlRunner } from '../connection.ts';

/** A browser that is signed in. `address` and `userAgent` are those it signed in with. */
export interface SessionRow {
  id: string;
  address: string | null;
  userAgent: string | null;
  signedInAt: Date;
  lastSeenAt: Date;
}

/** The person behind an account, and what the sign-in asks for. */
export interface ProfileRow {
  name: string;
  email: string;
  hasSecondFactor: boolean;
}

/** Reads what an account is; undefined when there is none. */
export async function readProfile(sql: SqlRunner, userId: string): Promise<ProfileRow | undefined> {
  const [row] = await sql<ProfileRow[]>`
    select name, email, two_factor_enabled as "hasSecondFactor" from "user" where id = ${userId}`;
  return row;
}

/** The open sessions of a person, last seen first. */
export async function readSessions(sql: SqlRunner, userId: string): Promise<SessionRow[]> {
  return sql<SessionRow[]>`
    select id, nullif(ip_address, '') as address, nullif(user_agent, '') as "userAgent", created_at as "signedInAt",
      last_seen_at as "lastSeenAt"
    from session where user_id = ${userId} and expires_at > now() order by last_seen_at desc, id limit 200`;
}

/** Notes that a session is in use; at most one row a minute is written for each. */
export async function touchSession(sql: SqlRunner, sessionId: string): Promise<void> {
  await sql`
    update session set last_seen_at = now() where id = ${sessionId} and last_seen_at < now() - interval '1 minute'`;
}

/** Ends a session of a person and tells where it was; undefined when the person has none with this id. */
export async function endSessionRow(
  sql: SqlRunner,
  userId: string,
  sessionId: string,
): Promise<{ address: string | null; user_agent: string | null } | undefined> {
  const [row] = await sql<{ address: string | null; user_agent: string | null }[]>`
    delete from session where id = ${sessionId} and user_id = ${userId}
    returning nullif(ip_address, '') as address, nullif(user_agent, '') as user_agent`;
  return row;
}

/** Ends all sessions of a person but one; gives their number. */
export async function endOtherSessionRows(sql: SqlRunner, userId: string, keptId: string): Promise<number> {
  const { count } = await sql`delete from session where user_id = ${userId} and id <> ${keptId}`;
  return count;
}

/** Gives a person another name; tells the one before, undefined when there is no such person. */
export async function renameUser(sql: SqlRunner, userId: string, name: string): Promise<string | undefined> {
  const [row] = await sql<{ name: string }[]>`
    update "user" u set name = ${name}, updated_at = now() from "user" before
    where u.id = ${userId} and before.id = u.id returning before.name`;
  return row?.name;
}

/** How many links to choose a new password are open for a person: such a proof lives an hour, a waiting sign-in ten minutes. */
export async function countResetLinks(sql: SqlRunner, userId: string): Promise<number> {
  const [row] = await sql<{ open: number }[]>`
    select count(*)::int as open from verification
    where value = ${userId} and expires_at > now() and expires_at - created_at > interval '30 minutes'`;
  return row?.open ?? 0;
}

/**
 * Takes a code of the authenticator of whoever a sign-in waits for; false when it was typed before, also by a call that runs at the same
 * time. The newest twenty are kept, more than a sign-in may try while a code lives.
 */
export async function takeCode(sql: SqlRunner, userId: string, code: string): Promise<boolean> {
  const { count } = await sql`
    update two_factor set recent_codes = (array_prepend(${code}::text, recent_codes))[1:20]
    where user_id = ${userId} and not (${code} = any(recent_codes))`;
  return count > 0;
}
