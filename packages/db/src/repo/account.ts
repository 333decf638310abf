import type { SignInMethod } from '@signalbox/contracts';
import type { Sql, SqlRunner } from '../connection.ts';
import type { SessionRef } from './access.ts';

/** A browser that is signed in. `address` and `userAgent` are those it signed in with. */
export interface SessionRow {
  id: string;
  address: string | null;
  userAgent: string | null;
  signedInAt: Date;
  lastSeenAt: Date;
  method: SignInMethod;
}

/** The person behind an account, and what the sign-in asks for. */
export interface ProfileRow {
  name: string;
  email: string;
  hasSecondFactor: boolean;
  /** What the single sign-on is called that opened the session; null for any other session. */
  signedInThrough: string | null;
}

/** Reads what the account of a session is; undefined when there is none. */
export async function readProfile(sql: SqlRunner, session: SessionRef): Promise<ProfileRow | undefined> {
  const [row] = await sql<ProfileRow[]>`
    select u.name, u.email, u.two_factor_enabled as "hasSecondFactor",
      (select o.name from session s join single_sign_on o on o.organisation = s.organisation
        where s.id = ${session.id} and s.user_id = u.id) as "signedInThrough"
    from "user" u where u.id = ${session.userId}`;
  return row;
}

// A session that a single sign-on opened knows of those that the same one opened, and of no other of its person.
const besides = (sql: SqlRunner, session: SessionRef) => sql`
  s.user_id = ${session.userId} and exists (select from session own where own.id = ${session.id} and own.user_id = s.user_id
    and (own.organisation is null or own.organisation = s.organisation))`;

/** The open sessions of a person as one of them sees them, last seen first. */
export async function readSessions(sql: SqlRunner, session: SessionRef): Promise<SessionRow[]> {
  return sql<SessionRow[]>`
    select s.id, nullif(s.ip_address, '') as address, nullif(s.user_agent, '') as "userAgent", s.created_at as "signedInAt",
      s.last_seen_at as "lastSeenAt", s.method
    from session s where ${besides(sql, session)} and s.expires_at > now() order by s.last_seen_at desc, s.id limit 200`;
}

/** Notes that a session is in use; at most one row a minute is written for each. */
export async function touchSession(sql: SqlRunner, sessionId: string): Promise<void> {
  await sql`
    update session set last_seen_at = now() where id = ${sessionId} and last_seen_at < now() - interval '1 minute'`;
}

/** Ends a session of the same person and tells where it was; undefined when the person has none with this id. */
export async function endSessionRow(
  sql: SqlRunner,
  session: SessionRef,
  endedId: string,
): Promise<{ address: string | null; user_agent: string | null } | undefined> {
  const [row] = await sql<{ address: string | null; user_agent: string | null }[]>`
    delete from session s where s.id = ${endedId} and ${besides(sql, session)}
    returning nullif(s.ip_address, '') as address, nullif(s.user_agent, '') as user_agent`;
  return row;
}

/** Ends all sessions of a person but the one given; gives their number. */
export async function endOtherSessionRows(sql: SqlRunner, session: SessionRef): Promise<number> {
  const { count } = await sql`delete from session s where ${besides(sql, session)} and s.id <> ${session.id}`;
  return count;
}

/** Gives a person another name; tells the one before, undefined when there is no such person. */
export async function renameUser(sql: SqlRunner, userId: string, name: string): Promise<string | undefined> {
  const [row] = await sql<{ name: string }[]>`
    update "user" u set name = ${name}, updated_at = now() from "user" before
    where u.id = ${userId} and before.id = u.id returning before.name`;
  return row?.name;
}

/** Whether a person signs in with a password, and not through a single sign-on alone. */
export async function hasPassword(sql: SqlRunner, userId: string): Promise<boolean> {
  const [row] = await sql<{ has: boolean }[]>`
    select exists (select from account where user_id = ${userId} and password is not null) as has`;
  return row?.has === true;
}

/**
 * Whether a link to choose a new password that was just stored may stay: it is taken away again where more than `max` are open for the
 * person, also by calls that run at the same time. Such a proof lives an hour, a waiting sign-in ten minutes.
 */
export async function keepResetLink(sql: Sql, link: { id: string; userId: string }, max: number): Promise<boolean> {
  return sql.begin(async (tx) => {
    // One connection does it all: a lock that is held while another connection is waited for would stop a whole pool.
    await tx`select pg_advisory_xact_lock(hashtext('signalbox.reset-link'), hashtext(${link.userId}))`;
    const { count } = await tx`
      delete from verification where id = ${link.id} and ${max} < (
        select count(*) from verification
        where value = ${link.userId} and expires_at > now() and expires_at - created_at > interval '30 minutes')`;
    return count === 0;
  });
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
