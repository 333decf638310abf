import type { LinkRule, SecondPersonKind } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A workspace with its settings and whose it is. */
export interface WorkspaceSettingsRow {
  id: string;
  name: string;
  organisation: number;
  organisationId: string;
  organisationName: string;
  homeRegion: string | null;
  defaultCurrency: string;
  timeZone: string;
  defaultLanguage: string;
  /** What takes force only when a second person approves it. */
  secondPersonFor: readonly SecondPersonKind[];
  /** What becomes of links that lead to no domain of `linkDomains`. */
  links: LinkRule;
  linkDomains: string[];
  createdAt: Date;
}

/** The settings of a workspace. */
export async function readWorkspaceSettings(sql: SqlRunner, workspace: number): Promise<WorkspaceSettingsRow> {
  const [row] = await sql<WorkspaceSettingsRow[]>`
    select w.id, w.name, w.organisation, o.id as "organisationId", o.name as "organisationName", w.home_region as "homeRegion",
      w.default_currency as "defaultCurrency", w.time_zone as "timeZone", w.default_language as "defaultLanguage",
      w.second_person_for::text[] as "secondPersonFor", w.links, w.link_domains as "linkDomains",
      w.created_at as "createdAt"
    from workspace w join organisation o on o.number = w.organisation where w.number = ${workspace}`;
  if (row === undefined) throw new Error('the workspace of the session is not there');
  return row;
}

/** What people change of a workspace. */
export type WorkspaceChange = Pick<
  WorkspaceSettingsRow,
  | 'name'
  | 'homeRegion'
  | 'defaultCurrency'
  | 'timeZone'
  | 'defaultLanguage'
  | 'secondPersonFor'
  | 'links'
  | 'linkDomains'
>;

/** Changes the settings of a workspace. */
export async function updateWorkspace(sql: SqlRunner, workspace: number, change: WorkspaceChange): Promise<void> {
  await sql`
    update workspace set name = ${change.name}, home_region = ${change.homeRegion}, default_currency = ${change.defaultCurrency},
      time_zone = ${change.timeZone}, default_language = ${change.defaultLanguage},
      second_person_for = ${plainArray(change.secondPersonFor)}::second_person_kind[], links = ${change.links},
      link_domains = ${textArray(change.linkDomains)}::text[]
    where number = ${workspace}`;
}

/** Gives an organisation another name. */
export async function renameOrganisationRow(sql: SqlRunner, organisation: number, name: string): Promise<void> {
  await sql`update organisation set name = ${name} where number = ${organisation}`;
}

/** The names of the other workspaces of an organisation, which stays locked against a second one that looks at the same moment. */
export async function lockNames(sql: SqlRunner, organisation: number, except: number | null): Promise<string[]> {
  await sql`select from organisation where number = ${organisation} for update`;
  const rows = await sql<{ name: string }[]>`
    select name from workspace where organisation = ${organisation} and number is distinct from ${except}::int4`;
  return rows.map((row) => row.name);
}

/** Stores a workspace with its owner and returns its number; only the owner of the tables may. */
export async function insertWorkspace(
  sql: SqlRunner,
  given: WorkspaceChange & { id: string; organisation: number; userId: string },
): Promise<number> {
  const [row] = await sql<{ number: number }[]>`
    with made as (
      insert into workspace (id, organisation, name, home_region, default_currency, time_zone, default_language, second_person_for, links, link_domains)
      values (${given.id}, ${given.organisation}, ${given.name}, ${given.homeRegion}, ${given.defaultCurrency}, ${given.timeZone},
        ${given.defaultLanguage}, ${plainArray(given.secondPersonFor)}::second_person_kind[], ${given.links}, ${textArray(given.linkDomains)}::text[])
      returning number),
    owned as (insert into membership (user_id, workspace, role) select ${given.userId}, number, 'owner' from made)
    select number from made`;
  if (row === undefined) throw new Error('a workspace was not stored');
  return row.number;
}
