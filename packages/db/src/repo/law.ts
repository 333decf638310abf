import type { Environment } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
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

/** A request to count one message against a cap over the last so many seconds. */
export interface RollingRequest {
  rule: string;
  subject: string;
  limit: number;
  windowSeconds: number;
}

/** Whose counters they are. */
export interface RollingOwner {
  workspace: number;
  environment: Environment;
}

/** The name of a counter among those of one workspace and environment. */
export const rollingKey = ({ rule, subject }: Pick<RollingRequest, 'rule' | 'subject'>): string => `${rule} ${subject}`;

/**
 * Counts messages against rolling caps at an instant, never past a limit in any window of its length, whatever runs beside it: the upsert
 * locks the row and its condition is judged on what it holds then. `requests` may name one counter only once; returns how much of the window
 * is used after the count for those granted, by `rollingKey`.
 */
export async function reserveRolling(
  sql: SqlRunner,
  { workspace, environment }: RollingOwner,
  requests: readonly RollingRequest[],
  nowMs: number,
): Promise<Map<string, number>> {
  if (requests.length === 0) return new Map();
  const rows = await sql<{ rule: string; subject: string; used: number }[]>`
    insert into rolling_cap as c (workspace, environment, rule, subject, "limit", window_seconds, taken, ends_at)
    select ${workspace}, ${environment}, rule, subject, most, seconds, array[${nowMs}::int8], to_timestamp(${nowMs}::float8 / 1000 + seconds)
    from unnest(
      ${textArray(requests.map((r) => r.rule))}::text[],
      ${textArray(requests.map((r) => r.subject))}::text[],
      ${plainArray(requests.map((r) => r.limit))}::int4[],
      ${plainArray(requests.map((r) => r.windowSeconds))}::int4[]) as given(rule, subject, most, seconds)
    order by rule, subject
    on conflict (workspace, environment, rule, subject) do update set "limit" = excluded."limit",
      window_seconds = excluded.window_seconds, ends_at = greatest(c.ends_at, excluded.ends_at),
      taken = array(select ms from unnest(c.taken || excluded.taken) ms
        where ms > excluded.taken[1] - excluded.window_seconds * 1000::int8 order by ms)
      where (select count(*) from unnest(c.taken) ms
        where ms > excluded.taken[1] - excluded.window_seconds * 1000::int8) < excluded."limit"
    returning rule, subject, cardinality(taken) as used`;
  return new Map(rows.map((row) => [rollingKey(row), row.used]));
}

/** Gives back what was counted at an instant for messages that were not sent after all. */
export async function releaseRolling(
  sql: SqlRunner,
  { workspace, environment }: RollingOwner,
  requests: readonly RollingRequest[],
  atMs: number,
): Promise<void> {
  if (requests.length === 0) return;
  const counts = new Map<string, { request: RollingRequest; times: number }>();
  for (const request of requests) {
    const key = rollingKey(request);
    counts.set(key, { request, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  const given = [...counts.values()];
  await sql`
    update rolling_cap c set taken = array(
      select ms from (select ms, row_number() over (partition by ms) as place from unnest(c.taken) ms) held
      where ms <> ${atMs}::int8 or place > times order by ms)
    from unnest(
      ${textArray(given.map(({ request }) => request.rule))}::text[],
      ${textArray(given.map(({ request }) => request.subject))}::text[],
      ${plainArray(given.map(({ times }) => times))}::int4[]) as given(rule, subject, times)
    where c.workspace = ${workspace} and c.environment = ${environment} and c.rule = given.rule and c.subject = given.subject`;
}

/** How much of each of these caps is used at an instant, in their order; nothing is counted. */
export async function readRollingUsed(
  sql: SqlRunner,
  { workspace, environment }: RollingOwner,
  requests: readonly RollingRequest[],
  nowMs: number,
): Promise<number[]> {
  if (requests.length === 0) return [];
  const rows = await sql<{ used: number }[]>`
    select (select count(*)::int from unnest(c.taken) ms where ms > ${nowMs}::int8 - seconds * 1000::int8) as used
    from unnest(
      ${textArray(requests.map((r) => r.rule))}::text[],
      ${textArray(requests.map((r) => r.subject))}::text[],
      ${plainArray(requests.map((r) => r.windowSeconds))}::int4[]) with ordinality as given(rule, subject, seconds, place)
    left join rolling_cap c on c.workspace = ${workspace} and c.environment = ${environment}
      and c.rule = given.rule and c.subject = given.subject
    order by place`;
  return rows.map((row) => row.used);
}

/** Deletes counters whose window has ended, in steps that hold locks briefly; returns how many. */
export async function pruneRolling(sql: SqlRunner, batchSize: number): Promise<number> {
  let removed = 0;
  for (;;) {
    const rows = await sql`
      delete from rolling_cap where ctid = any(array(
        select ctid from rolling_cap where ends_at < now() limit ${batchSize}))`;
    removed += rows.count;
    if (rows.count < batchSize) return removed;
  }
}
