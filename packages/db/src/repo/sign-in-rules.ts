import type { SqlRunner } from '../connection.ts';

/** An organisation as the rules of its sign-in are about it. */
export interface SignInRulesRow {
  organisation: number;
  organisationId: string;
  organisationName: string;
  requiresSecondFactor: boolean;
  /** People who belong to a workspace of it, and how many of them have neither an authenticator nor a passkey. */
  people: number;
  peopleWithout: number;
  workspaces: { number: number; id: string; name: string; isOwned: boolean }[];
}

/**
 * How people of the organisation of a workspace sign in, and which of its workspaces the person who asks owns; only the owner of the tables
 * may ask. The organisation stays locked until the transaction ends.
 */
export async function lockSignInRules(sql: SqlRunner, workspace: number, userId: string): Promise<SignInRulesRow> {
  await sql`
    select from organisation where number = (select organisation from workspace where number = ${workspace}) for update`;
  const [row] = await sql<SignInRulesRow[]>`
    with people as (
      select distinct u.id, u.two_factor_enabled or exists (select from passkey p where p.user_id = u.id) as has_factor
      from workspace here join workspace w on w.organisation = here.organisation
        join membership m on m.workspace = w.number join "user" u on u.id = m.user_id
      where here.number = ${workspace})
    select o.number as organisation, o.id as "organisationId", o.name as "organisationName",
      o.requires_second_factor as "requiresSecondFactor",
      (select count(*)::int from people) as people,
      (select count(*)::int from people where not has_factor) as "peopleWithout",
      (select jsonb_agg(jsonb_build_object('number', w.number, 'id', w.id, 'name', w.name, 'isOwned', exists (
          select from membership m where m.workspace = w.number and m.user_id = ${userId} and m.role = 'owner'))
        order by lower(w.name), w.number) from workspace w where w.organisation = o.number) as workspaces
    from workspace here join organisation o on o.number = here.organisation where here.number = ${workspace}`;
  if (row === undefined) throw new Error('the workspace of the session is not there');
  return row;
}

/** Sets whether the workspaces of an organisation open only to sessions in which a second factor was proved. */
export async function setSecondFactorRule(sql: SqlRunner, organisation: number, required: boolean): Promise<void> {
  await sql`update organisation set requires_second_factor = ${required} where number = ${organisation}`;
}
