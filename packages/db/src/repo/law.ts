import { textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** What a workspace says of a rule of a country. */
export interface LegalAnswerRow {
  workspace: number;
  /** The rule in the pack of its country, such as `SA.hours`. */
  rule: string;
  /** A reading of the rule, or `none`; null leaves it to the pack. */
  reading: string | null;
  /** Phrases that a list of words lets pass. */
  exceptions: string[];
  note: string;
  version: number;
  updatedAt: Date;
}

const columns = (sql: SqlRunner) => sql`workspace, rule, reading, exceptions, note, version, updated_at as "updatedAt"`;

/** What every workspace says of the law. */
export async function readAllLegalAnswers(sql: SqlRunner): Promise<LegalAnswerRow[]> {
  return sql<LegalAnswerRow[]>`select ${columns(sql)} from legal_answer order by workspace, rule`;
}

/** What one workspace says of the law, by rule. */
export async function readLegalAnswers(sql: SqlRunner, workspace: number): Promise<LegalAnswerRow[]> {
  return sql<LegalAnswerRow[]>`select ${columns(sql)} from legal_answer where workspace = ${workspace} order by rule`;
}

/** One answer of a workspace, locked for a change that follows. Undefined when there is none. */
export async function lockLegalAnswer(
  sql: SqlRunner,
  workspace: number,
  rule: string,
): Promise<LegalAnswerRow | undefined> {
  const [row] = await sql<LegalAnswerRow[]>`
    select ${columns(sql)} from legal_answer where workspace = ${workspace} and rule = ${rule} for update`;
  return row;
}

/** Stores an answer in place of the one before. */
export async function putLegalAnswer(
  sql: SqlRunner,
  given: Pick<LegalAnswerRow, 'workspace' | 'rule' | 'reading' | 'exceptions' | 'note'>,
): Promise<LegalAnswerRow> {
  const { workspace, rule, reading, exceptions, note } = given;
  const [row] = await sql<LegalAnswerRow[]>`
    insert into legal_answer (workspace, rule, reading, exceptions, note)
    values (${workspace}, ${rule}, ${reading}, ${textArray(exceptions)}::text[], ${note})
    on conflict (workspace, rule) do update set reading = excluded.reading, exceptions = excluded.exceptions,
      note = excluded.note, version = legal_answer.version + 1, updated_at = now()
    returning ${columns(sql)}`;
  if (row === undefined) throw new Error('an answer was not stored');
  return row;
}

/** Forgets an answer; undefined when there was none. */
export async function deleteLegalAnswer(
  sql: SqlRunner,
  workspace: number,
  rule: string,
): Promise<LegalAnswerRow | undefined> {
  const [row] = await sql<LegalAnswerRow[]>`
    delete from legal_answer where workspace = ${workspace} and rule = ${rule} returning ${columns(sql)}`;
  return row;
}
