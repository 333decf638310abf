import type { Role } from '@signalbox/contracts';
import type { Sql, SqlRunner } from '../connection.ts';

/** A person of a workspace. */
export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
}

/** An open invitation, without its token. */
export interface InvitationRow {
  id: string;
  email: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date;
  isExpired: boolean;
}

/** The people of a workspace, who joined first on top. */
export async function readMembers(sql: SqlRunner, workspace: number): Promise<MemberRow[]> {
  return sql<MemberRow[]>`
    select m.user_id as "userId", u.name, u.email, m.role, m.created_at as "joinedAt"
    from membership m join "user" u on u.id = m.user_id
    where m.workspace = ${workspace} order by m.created_at, m.user_id`;
}

/** How a change of a member ended: `last_owner` when nobody would own the workspace after it, `absent` when it has no such member. */
export type MemberChange = 'done' | 'absent' | 'last_owner';

/** Judges whether a member may stop being an owner. Locks the owners, so that two of them cannot step down at once. */
async function judgeOwners(sql: SqlRunner, workspace: number, userId: string): Promise<boolean> {
  const owners = await sql<{ userId: string }[]>`
    select user_id as "userId" from membership where workspace = ${workspace} and role = 'owner' order by user_id for update`;
  return owners.some((owner) => owner.userId !== userId) || owners.length === 0;
}

/** Gives a member another role. */
export async function changeRoleRow(
  sql: SqlRunner,
  workspace: number,
  change: { userId: string; role: Role },
): Promise<MemberChange> {
  const { userId, role } = change;
  if (role !== 'owner' && !(await judgeOwners(sql, workspace, userId))) return 'last_owner';
  const { count } =
    await sql`update membership set role = ${role} where workspace = ${workspace} and user_id = ${userId}`;
  return count === 0 ? 'absent' : 'done';
}

/** Takes a member out of a workspace. */
export async function removeMemberRow(sql: SqlRunner, workspace: number, userId: string): Promise<MemberChange> {
  if (!(await judgeOwners(sql, workspace, userId))) return 'last_owner';
  const { count } = await sql`delete from membership where workspace = ${workspace} and user_id = ${userId}`;
  return count === 0 ? 'absent' : 'done';
}

/** Deletes the account of a person who belongs to no workspace any more, with its sessions; only the owner of the tables may. */
export async function deleteLoneUser(sql: SqlRunner, userId: string): Promise<void> {
  await sql`delete from "user" where id = ${userId} and not exists (select from membership where user_id = ${userId})`;
}

const columns = (sql: SqlRunner) => sql`
  id, email, role, created_at as "createdAt", expires_at as "expiresAt", expires_at <= now() as "isExpired"`;

/** The invitations of a workspace that nobody has taken, newest first. */
export async function readInvitations(sql: SqlRunner, workspace: number): Promise<InvitationRow[]> {
  return sql<InvitationRow[]>`
    select ${columns(sql)} from invitation where workspace = ${workspace} order by created_at desc, id desc`;
}

/** Stores an invitation for seven days; it takes the place of an earlier one of the same address. */
export async function putInvitation(
  sql: SqlRunner,
  given: { id: string; workspace: number; email: string; role: Role; tokenHash: string },
): Promise<InvitationRow> {
  const [row] = await sql<InvitationRow[]>`
    insert into invitation (id, workspace, email, role, token_hash, expires_at)
    values (${given.id}, ${given.workspace}, ${given.email}, ${given.role}, ${given.tokenHash}, now() + interval '7 days')
    on conflict (workspace, email) do update set id = excluded.id, role = excluded.role, token_hash = excluded.token_hash,
      created_at = now(), expires_at = excluded.expires_at
    returning ${columns(sql)}`;
  if (row === undefined) throw new Error('an invitation was not stored');
  return row;
}

/** Deletes an invitation; false when the workspace has no such one. */
export async function deleteInvitation(sql: SqlRunner, workspace: number, id: string): Promise<boolean> {
  const { count } = await sql`delete from invitation where workspace = ${workspace} and id = ${id}`;
  return count > 0;
}

/** What a token invites to, while it does. */
export async function findInvitation(
  sql: SqlRunner,
  tokenHash: string,
): Promise<{ workspace: string; email: string; role: Role } | undefined> {
  const [row] = await sql<{ workspace: string; email: string; role: Role }[]>`
    select w.name as workspace, i.email, i.role from invitation i join workspace w on w.number = i.workspace
    where i.token_hash = ${tokenHash} and i.expires_at > now()`;
  return row;
}

/** Thrown to undo the taking of an invitation whose address has an account. */
class AccountExists extends Error {}

/**
 * Uses up an invitation and makes the account and the membership with it, all or nothing. `absent` when the token invites to nothing any
 * more, `account_exists` when somebody signs in with the address already.
 */
export async function takeInvitation(
  sql: Sql,
  given: { tokenHash: string; userId: string; name: string; passwordHash: string },
): Promise<'done' | 'absent' | 'account_exists'> {
  const { tokenHash, userId, name, passwordHash } = given;
  try {
    return await sql.begin(async (tx) => {
      const [taken] = await tx<{ workspace: number; email: string; role: Role }[]>`
        delete from invitation where token_hash = ${tokenHash} and expires_at > now() returning workspace, email, role`;
      if (taken === undefined) return 'absent';
      const made = await tx`
        insert into "user" (id, name, email, email_verified) values (${userId}, ${name}, ${taken.email}, true)
        on conflict (email) do nothing`;
      if (made.count === 0) throw new AccountExists();
      await tx`
        insert into account (id, account_id, provider_id, user_id, password)
        values (${userId}, ${userId}, 'credential', ${userId}, ${passwordHash})`;
      await tx`insert into membership (user_id, workspace, role) values (${userId}, ${taken.workspace}, ${taken.role})`;
      return 'done';
    });
  } catch (error) {
    if (error instanceof AccountExists) return 'account_exists';
    throw error;
  }
}
