import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** One use to count: what is counted (`scope`, with its environment), whose count it is, and at most how many in a window of so many seconds. */
export interface RateUse {
  scope: string;
  subject: string;
  windowSeconds: number;
  limit: number;
}

/** A use that found its limit reached, and the seconds until its window ends by the clock of the database. */
export interface RateRefusal {
  scope: string;
  retryAfterSeconds: number;
}

/** The uses as a table `given` in SQL, with the window each falls into by the clock of the database. */
export const givenUses = (sql: SqlRunner, uses: readonly RateUse[]) => sql`
  select scope, subject, cap, seconds, to_timestamp(floor(extract(epoch from now()) / seconds) * seconds) as window_start
  from unnest(
    ${textArray(uses.map((use) => use.scope))}::text[],
    ${textArray(uses.map((use) => use.subject))}::text[],
    ${plainArray(uses.map((use) => use.limit))}::int4[],
    ${plainArray(uses.map((use) => use.windowSeconds))}::int4[]) as u(scope, subject, cap, seconds)`;

/**
 * Counts uses of one workspace, never past a limit whatever runs beside it: the upsert locks the counter and judges its newest count.
 * A pair of scope and subject may stand in `uses` only once. Returns those refused, the longest wait first; the caller rolls back when
 * one refusal must leave the others uncounted.
 */
export async function countUses(
  sql: SqlRunner,
  workspace: number,
  uses: readonly RateUse[],
): Promise<readonly RateRefusal[]> {
  return sql<RateRefusal[]>`
    with given as (${givenUses(sql, uses)}),
    counted as (
      insert into rate_counter as c (workspace, scope, subject, window_start, window_end, "limit", used)
      select ${workspace}, scope, subject, window_start, window_start + seconds * interval '1 second', cap, 1
      from given order by scope, subject
      on conflict (workspace, scope, subject, window_start) do update set used = c.used + 1, "limit" = excluded."limit"
        where c.used < excluded."limit"
      returning scope, subject)
    select g.scope, ceil(extract(epoch from g.window_start + g.seconds * interval '1 second' - now()))::int4 as "retryAfterSeconds"
    from given g
    where not exists (select from counted where counted.scope = g.scope and counted.subject = g.subject)
    order by 2 desc`;
}
