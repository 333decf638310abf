import type { ClaimedRole, Role } from '@signalbox/contracts';
import { textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** The single sign-on of an organisation as it is set. The secret is sealed. */
export interface SingleSignOnRow {
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  domains: string[];
  isEnabled: boolean;
  provesSecondFactor: boolean;
  /** The workspace somebody new joins, by its number, and as what when no claim says it. */
  joins: number | null;
  joinsAs: Role | null;
  roleClaim: string | null;
  claimedRoles: ClaimedRole[] | null;
}

/** The same as it is stored. `joinsId` is the public half of `joins`. */
export interface StoredSingleSignOn extends SingleSignOnRow {
  organisation: number;
  organisationId: string;
  joinsId: string | null;
  version: number;
}

const columns = (sql: SqlRunner) => sql`
  s.organisation, o.id as "organisationId", s.name, s.issuer, s.client_id as "clientId", s.client_secret as "clientSecret", s.domains,
  s.is_enabled as "isEnabled", s.proves_second_factor as "provesSecondFactor", s.joins, w.id as "joinsId", s.joins_as as "joinsAs",
  s.role_claim as "roleClaim", s.claimed_roles as "claimedRoles", s.version`;
const tables = (sql: SqlRunner) => sql`
  single_sign_on s join organisation o on o.number = s.organisation left join workspace w on w.number = s.joins`;

/** The single sign-on of an organisation; undefined when it has none. */
export async function readSingleSignOn(sql: SqlRunner, organisation: number): Promise<StoredSingleSignOn | undefined> {
  const [row] = await sql<StoredSingleSignOn[]>`
    select ${columns(sql)} from ${tables(sql)} where s.organisation = ${organisation}`;
  return row;
}

/** The single sign-on of an organisation by the public id, while it is switched on. */
export async function findSingleSignOn(
  sql: SqlRunner,
  organisationId: string,
): Promise<StoredSingleSignOn | undefined> {
  const [row] = await sql<StoredSingleSignOn[]>`
    select ${columns(sql)} from ${tables(sql)} where o.id = ${organisationId} and s.is_enabled`;
  return row;
}

/** Every single sign-on that is switched on, by name. */
export async function listSingleSignOn(sql: SqlRunner): Promise<{ organisationId: string; name: string }[]> {
  return sql<{ organisationId: string; name: string }[]>`
    select o.id as "organisationId", s.name from single_sign_on s join organisation o on o.number = s.organisation
    where s.is_enabled order by lower(s.name), s.organisation`;
}

/** Stores a single sign-on that is not there yet (version null) or has the version given; false when it is otherwise. */
export async function putSingleSignOn(
  sql: SqlRunner,
  organisation: number,
  row: SingleSignOnRow,
  version: number | null,
): Promise<boolean> {
  const claimed = row.claimedRoles === null ? null : sql.json(row.claimedRoles as never);
  const { count } =
    version === null
      ? await sql`
        insert into single_sign_on (organisation, name, issuer, client_id, client_secret, domains, is_enabled, proves_second_factor,
          joins, joins_as, role_claim, claimed_roles)
        values (${organisation}, ${row.name}, ${row.issuer}, ${row.clientId}, ${row.clientSecret}, ${textArray(row.domains)}::text[],
          ${row.isEnabled}, ${row.provesSecondFactor}, ${row.joins}, ${row.joinsAs}, ${row.roleClaim}, ${claimed})
        on conflict (organisation) do nothing`
      : await sql`
        update single_sign_on set name = ${row.name}, issuer = ${row.issuer}, client_id = ${row.clientId},
          client_secret = ${row.clientSecret}, domains = ${textArray(row.domains)}::text[], is_enabled = ${row.isEnabled},
          proves_second_factor = ${row.provesSecondFactor}, joins = ${row.joins}, joins_as = ${row.joinsAs},
          role_claim = ${row.roleClaim}, claimed_roles = ${claimed}, version = version + 1, updated_at = now()
        where organisation = ${organisation} and version = ${version}`;
  return count > 0;
}

/** Removes the single sign-on of an organisation when it has the version given; false otherwise. */
export async function deleteSingleSignOn(sql: SqlRunner, organisation: number, version: number): Promise<boolean> {
  const { count } = await sql`delete from single_sign_on where organisation = ${organisation} and version = ${version}`;
  return count > 0;
}

/** Ends every session that the single sign-on of an organisation opened. */
export async function endSignOnSessions(sql: SqlRunner, organisation: number): Promise<void> {
  await sql`delete from session where organisation = ${organisation}`;
}

// The library of the sign-in keeps ways to sign in by such a name.
const providerOf = (organisation: number): string => `single-sign-on:${organisation}`;

/** Forgets by which names a provider knew people: it is another provider now, or knows us by another name. */
export async function forgetSubjects(sql: SqlRunner, organisation: number): Promise<void> {
  await sql`delete from account where provider_id = ${providerOf(organisation)}`;
}

/** A person as the single sign-on of an organisation finds one. */
export interface SignOnPerson {
  userId: string;
  name: string;
  hasPassword: boolean;
  /** How the provider named the person at the first sign-in; null before. */
  subject: string | null;
  /** Roles in the workspaces of the organisation, by the number of the workspace. */
  memberships: { workspace: number; role: Role }[];
}

/**
 * The person with an address. The address stays locked until the transaction ends, so that two first sign-ins of one person make one account.
 */
export async function lockSignOnPerson(
  sql: SqlRunner,
  organisation: number,
  email: string,
): Promise<SignOnPerson | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('signalbox.single-sign-on'), hashtext(${email}))`;
  const [row] = await sql<SignOnPerson[]>`
    select u.id as "userId", u.name,
      exists (select from account a where a.user_id = u.id and a.password is not null) as "hasPassword",
      (select a.account_id from account a where a.user_id = u.id and a.provider_id = ${providerOf(organisation)} limit 1) as subject,
      coalesce((select jsonb_agg(jsonb_build_object('workspace', m.workspace, 'role', m.role))
        from membership m join workspace w on w.number = m.workspace
        where m.user_id = u.id and w.organisation = ${organisation}), '[]') as memberships
    from "user" u where u.email = ${email}`;
  return row;
}

/** Makes the account of somebody new whom a single sign-on vouches for. */
export async function insertSignOnPerson(
  sql: SqlRunner,
  person: { id: string; name: string; email: string },
): Promise<void> {
  await sql`
    insert into "user" (id, name, email, email_verified) values (${person.id}, ${person.name}, ${person.email}, true)`;
}

/** Notes by which name a provider knows a person. */
export async function noteSubject(
  sql: SqlRunner,
  given: { id: string; organisation: number; userId: string; subject: string },
): Promise<void> {
  await sql`
    insert into account (id, account_id, provider_id, user_id)
    values (${given.id}, ${given.subject}, ${providerOf(given.organisation)}, ${given.userId})`;
}

/** Makes a person a member of a workspace. */
export async function insertMembership(
  sql: SqlRunner,
  given: { userId: string; workspace: number; role: Role },
): Promise<void> {
  await sql`
    insert into membership (user_id, workspace, role) values (${given.userId}, ${given.workspace}, ${given.role})`;
}
