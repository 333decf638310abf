import type { Role } from '@signalbox/contracts';
import type { Sql, SqlRunner } from '../connection.ts';
import type { SessionRef } from './access.ts';

/** A person of a workspace. */
export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
}

/** A person of a workspace, and how the person signs in. */
export interface MemberSignInRow extends MemberRow {
  hasSecondFactor: boolean;
  hasPassword: boolean;
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

/** The people of a workspace with their ways to sign in, who joined first on top; only the owner of the tables may ask. */
export async function readMemberSignIns(sql: SqlRunner, workspace: number): Promise<MemberSignInRow[]> {
  return sql<MemberSignInRow[]>`
    select m.user_id as "userId", u.name, u.email, m.role, m.created_at as "joinedAt",
      u.two_factor_enabled or exists (select from passkey p where p.user_id = u.id) as "hasSecondFactor",
      exists (select from account a where a.user_id = u.id and a.password is not null) as "hasPassword"
    from membership m join "user" u on u.id = m.user_id
    where m.workspace = ${workspace} order by m.created_at, m.user_id`;
}

/** An account and the workspaces it belongs to, by their numbers. */
export interface AccountRow {
  userId: string;
  name: string;
  workspaces: { number: number; id: string }[];
}

const accountColumns = (sql: SqlRunner, organisation: number | null) => sql`
  u.id as "userId", u.name, coalesce((
    select jsonb_agg(jsonb_build_object('number', w.number, 'id', w.id) order by w.number)
    from membership m join workspace w on w.number = m.workspace
    where m.user_id = u.id and (${organisation}::int4 is null or w.organisation = ${organisation})), '[]') as workspaces`;

/** The account of a person, of all workspaces or those of one organisation; undefined when there is none. */
export async function readAccount(
  sql: SqlRunner,
  userId: string,
  organisation: number | null,
): Promise<AccountRow | undefined> {
  const [row] = await sql<
    AccountRow[]
  >`select ${accountColumns(sql, organisation)} from "user" u where u.id = ${userId}`;
  return row;
}

/** The account that signs in with an address, which is compared without case; undefined when nobody does. */
export async function findAccount(sql: SqlRunner, email: string): Promise<AccountRow | undefined> {
  const [row] = await sql<
    AccountRow[]
  >`select ${accountColumns(sql, null)} from "user" u where u.email = ${email.toLowerCase()}`;
  return row;
}

/**
 * How a change of a member ended: done, with what the member was; `last_owner` when nobody would own the workspace after it, `absent` when
 * it has no such member.
 */
export type MemberChange = { kind: 'done'; before: MemberRow } | { kind: 'absent' | 'last_owner' };

async function lockMember(sql: SqlRunner, workspace: number, userId: string): Promise<MemberRow | undefined> {
  const [row] = await sql<MemberRow[]>`
    select m.user_id as "userId", u.name, u.email, m.role, m.created_at as "joinedAt"
    from membership m join "user" u on u.id = m.user_id
    where m.workspace = ${workspace} and m.user_id = ${userId} for update of m`;
  return row;
}

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
  if (role !== 'owner' && !(await judgeOwners(sql, workspace, userId))) return { kind: 'last_owner' };
  const before = await lockMember(sql, workspace, userId);
  if (before === undefined) return { kind: 'absent' };
  await sql`update membership set role = ${role} where workspace = ${workspace} and user_id = ${userId}`;
  return { kind: 'done', before };
}

/** Takes a member out of a workspace. */
export async function removeMemberRow(sql: SqlRunner, workspace: number, userId: string): Promise<MemberChange> {
  if (!(await judgeOwners(sql, workspace, userId))) return { kind: 'last_owner' };
  const before = await lockMember(sql, workspace, userId);
  if (before === undefined) return { kind: 'absent' };
  await sql`delete from membership where workspace = ${workspace} and user_id = ${userId}`;
  return { kind: 'done', before };
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

/** Deletes an invitation and returns it; undefined when the workspace has no such one. */
export async function deleteInvitation(
  sql: SqlRunner,
  workspace: number,
  id: string,
): Promise<InvitationRow | undefined> {
  const [row] = await sql<InvitationRow[]>`
    delete from invitation where workspace = ${workspace} and id = ${id} returning ${columns(sql)}`;
  return row;
}

/** What a token invites to, whether somebody signs in with its address already, and the single sign-on of whose organisation it is. */
export interface OpenInvitationRow {
  workspace: string;
  email: string;
  role: Role;
  hasAccount: boolean;
  signOn: { organisationId: string; name: string } | null;
}

/** What a token invites to, while it does. */
export async function findInvitation(sql: SqlRunner, tokenHash: string): Promise<OpenInvitationRow | undefined> {
  const [row] = await sql<OpenInvitationRow[]>`
    select w.name as workspace, i.email, i.role, exists (select from "user" u where u.email = i.email) as "hasAccount",
      (select jsonb_build_object('organisationId', o.id, 'name', s.name)
        from single_sign_on s join organisation o on o.number = s.organisation
        where s.organisation = w.organisation and s.is_enabled and split_part(i.email, '@', 2) = any(s.domains)) as "signOn"
    from invitation i join workspace w on w.number = i.workspace
    where i.token_hash = ${tokenHash} and i.expires_at > now()`;
  return row;
}

/**
 * Uses up an invitation of the address a person signs in with, and makes the membership; whoever belongs to the workspace already keeps the
 * role. `absent` when the token invites to nothing any more, `other_address` when it invites somebody else, who may still use it,
 * `out_of_reach` when the session was opened by the single sign-on of another organisation.
 */
export async function takeOwnInvitation(
  sql: SqlRunner,
  given: { tokenHash: string; session: SessionRef },
): Promise<TakenInvitation | 'absent' | 'other_address' | 'out_of_reach'> {
  const { tokenHash, session } = given;
  const [open] = await sql<{ isOwn: boolean; isReached: boolean }[]>`
    select i.email = u.email as "isOwn", (s.organisation is null or s.organisation = w.organisation) as "isReached"
    from invitation i join workspace w on w.number = i.workspace join session s on s.id = ${session.id}
      join "user" u on u.id = s.user_id
    where i.token_hash = ${tokenHash} and i.expires_at > now() and u.id = ${session.userId}`;
  if (open === undefined) return 'absent';
  if (!open.isOwn) return 'other_address';
  if (!open.isReached) return 'out_of_reach';
  const [joined] = await sql<TakenInvitation[]>`
    with taken as (
      delete from invitation i using "user" u
      where i.token_hash = ${tokenHash} and i.expires_at > now() and u.id = ${session.userId} and u.email = i.email
      returning i.id, i.workspace, i.email, i.role),
    made as (
      insert into membership (user_id, workspace, role) select ${session.userId}, workspace, role from taken
      on conflict (user_id, workspace) do nothing)
    select t.id, t.workspace, w.id as "workspaceId", t.email, t.role from taken t join workspace w on w.number = t.workspace`;
  return joined ?? 'absent';
}

/** Uses up every open invitation of an address into the workspaces of an organisation, for somebody who is vouched for. */
export async function takeInvitationsOf(
  sql: SqlRunner,
  given: { organisation: number; email: string; userId: string },
): Promise<TakenInvitation[]> {
  return sql<TakenInvitation[]>`
    with taken as (
      delete from invitation i using workspace w
      where w.number = i.workspace and w.organisation = ${given.organisation} and i.email = ${given.email} and i.expires_at > now()
      returning i.id, i.workspace, w.id as "workspaceId", i.email, i.role),
    made as (
      insert into membership (user_id, workspace, role) select ${given.userId}, workspace, role from taken
      on conflict (user_id, workspace) do nothing)
    select * from taken order by workspace`;
}

/** Thrown to undo the taking of an invitation whose address has an account. */
class AccountExists extends Error {}

/** What was taken with an invitation. `id` is that of the invitation, `workspaceId` the public one. */
export interface TakenInvitation {
  id: string;
  workspace: number;
  workspaceId: string;
  email: string;
  role: Role;
}

/**
 * Uses up an invitation and makes the account and the membership with it, all or nothing; `record` runs last in the same transaction.
 * `absent` when the token invites to nothing any more, `account_exists` when somebody signs in with the address already.
 */
export async function takeInvitation(
  sql: Sql,
  given: { tokenHash: string; userId: string; name: string; passwordHash: string },
  record: (tx: SqlRunner, taken: TakenInvitation) => Promise<void>,
): Promise<'done' | 'absent' | 'account_exists'> {
  const { tokenHash, userId, name, passwordHash } = given;
  try {
    return await sql.begin(async (tx) => {
      const [taken] = await tx<TakenInvitation[]>`
        delete from invitation i using workspace w
        where w.number = i.workspace and i.token_hash = ${tokenHash} and i.expires_at > now()
        returning i.id, i.workspace, w.id as "workspaceId", i.email, i.role`;
      if (taken === undefined) return 'absent';
      const made = await tx`
        insert into "user" (id, name, email, email_verified) values (${userId}, ${name}, ${taken.email}, true)
        on conflict (email) do nothing`;
      if (made.count === 0) throw new AccountExists();
      await tx`
        insert into account (id, account_id, provider_id, user_id, password)
        values (${userId}, ${userId}, 'credential', ${userId}, ${passwordHash})`;
      await tx`insert into membership (user_id, workspace, role) values (${userId}, ${taken.workspace}, ${taken.role})`;
      await record(tx, taken);
      return 'done';
    });
  } catch (error) {
    if (error instanceof AccountExists) return 'account_exists';
    throw error;
  }
}
