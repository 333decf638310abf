import type { GlossaryPlace, GlossaryTerm } from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';

/** The glossary of a workspace, by term. */
export async function readGlossary(sql: SqlRunner, workspace: number): Promise<GlossaryTerm[]> {
  return sql<GlossaryTerm[]>`
    select term, nullif(locale, '') as locale, translation from glossary_term
    where workspace = ${workspace} order by folded, locale`;
}

/** Stores an entry in the place of what was there. */
export async function saveGlossaryTerm(
  sql: SqlRunner,
  workspace: number,
  { term, locale, translation }: GlossaryTerm,
): Promise<void> {
  await sql`
    insert into glossary_term (workspace, term, folded, locale, translation)
    values (${workspace}, ${term}, lower(${term}), ${locale ?? ''}, ${translation})
    on conflict (workspace, folded, locale) do update set term = excluded.term, translation = excluded.translation`;
}

/** Removes an entry and returns what it said; undefined when there is none. */
export async function deleteGlossaryTerm(
  sql: SqlRunner,
  workspace: number,
  { term, locale }: GlossaryPlace,
): Promise<GlossaryTerm | undefined> {
  const [row] = await sql<GlossaryTerm[]>`
    delete from glossary_term where workspace = ${workspace} and folded = lower(${term}) and locale = ${locale ?? ''}
    returning term, nullif(locale, '') as locale, translation`;
  return row;
}
