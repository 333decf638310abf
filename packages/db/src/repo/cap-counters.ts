import type { Environment } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A request to count one message against a cap. Instants are milliseconds since 1970. */
export interface CapRequest {
  /** Whose cap it is, such as `law/VN.cap`. */
  rule: string;
  /** Who is counted: the address of the person, or a hash of address and text. */
  subject: string;
  /** At most so many after `countsFromMs`; null counts without a limit. */
  limit: number | null;
  countsFromMs: number | null;
  /** Nothing may have been counted after this; null where messages need no time between them. */
  gapFromMs: number | null;
  /** Until when what is counted now is of any use. */
  endsMs: number;
}

/** Whose counters they are. */
export interface CapOwner {
  workspace: number;
  environment: Environment;
}

/** The name of a counter among those of one workspace and environment. */
export const capKey = ({ rule, subject }: Pick<CapRequest, 'rule' | 'subject'>): string => `${rule} ${subject}`;

/** What is out of the window is kept a little longer: the clock of a claim that began before may stand behind. */
const BEHIND_MS = 60_000;
/** A class that uses a cap up is not stopped by it: beyond the highest limit there is, and some that may be given back, only the newest matter. */
const MOST_KEPT = 1100;

/**
 * Counts messages against caps at an instant, never past a limit in any window of its length and never too soon after another, whatever runs
 * beside it: the upsert locks the row and its condition is judged on what it holds then. `requests` may name one counter only once; returns
 * how much of the window is used after the count for those granted, by `capKey`.
 */
export async function reserveCaps(
  sql: SqlRunner,
  { workspace, environment }: CapOwner,
  requests: readonly CapRequest[],
  nowMs: number,
): Promise<Map<string, number>> {
  if (requests.length === 0) return new Map();
  const rows = await sql<{ rule: string; subject: string; used: number }[]>`
    insert into rolling_cap as c (workspace, environment, rule, subject, "limit", counts_from_ms, gap_from_ms, taken, ends_at)
    select ${workspace}, ${environment}, rule, subject, most, counts_from, gap_from, array[${nowMs}::int8], to_timestamp(ends / 1000)
    from unnest(
      ${textArray(requests.map((r) => r.rule))}::text[],
      ${textArray(requests.map((r) => r.subject))}::text[],
      ${plainArray(requests.map((r) => r.limit))}::int4[],
      ${plainArray(requests.map((r) => r.countsFromMs))}::int8[],
      ${plainArray(requests.map((r) => r.gapFromMs))}::int8[],
      ${plainArray(requests.map((r) => r.endsMs))}::float8[]) as given(rule, subject, most, counts_from, gap_from, ends)
    where most is null or most > 0
    order by rule, subject
    on conflict (workspace, environment, rule, subject) do update set "limit" = excluded."limit",
      counts_from_ms = excluded.counts_from_ms, gap_from_ms = excluded.gap_from_ms, ends_at = greatest(c.ends_at, excluded.ends_at),
      taken = array(select ms from (
        select ms from unnest(c.taken || excluded.taken) ms
        where ms > coalesce(least(excluded.counts_from_ms, excluded.gap_from_ms) - ${BEHIND_MS}, 0)
        order by ms desc limit greatest(excluded."limit" + 1, ${MOST_KEPT})) as newest order by ms)
      where (excluded."limit" is null or (
          select count(*) from unnest(c.taken) ms where ms > excluded.counts_from_ms) < excluded."limit")
        and (excluded.gap_from_ms is null or not exists (select from unnest(c.taken) ms where ms > excluded.gap_from_ms))
    returning rule, subject,
      (select count(*)::int from unnest(taken) ms where ms > coalesce(counts_from_ms, 0)) as used`;
  return new Map(rows.map((row) => [capKey(row), row.used]));
}

/**
 * Locks counters until the commit, in the order in which all lock; those that are not there yet are made, with nothing counted. Whoever counts in
 * several statements asks here first, else two of them could each hold what the other needs next.
 */
export async function lockCaps(
  sql: SqlRunner,
  { workspace, environment }: CapOwner,
  counters: readonly Pick<CapRequest, 'rule' | 'subject' | 'endsMs'>[],
): Promise<void> {
  if (counters.length === 0) return;
  // A condition that is never true: what is there is locked and not written.
  await sql`
    insert into rolling_cap as c (workspace, environment, rule, subject, taken, ends_at)
    select ${workspace}, ${environment}, rule, subject, '{}', to_timestamp(max(ends) / 1000)
    from unnest(
      ${textArray(counters.map((c) => c.rule))}::text[],
      ${textArray(counters.map((c) => c.subject))}::text[],
      ${plainArray(counters.map((c) => c.endsMs))}::float8[]) as given(rule, subject, ends)
    group by rule, subject
    order by rule, subject
    on conflict (workspace, environment, rule, subject) do update set ends_at = c.ends_at where false`;
}

/** Gives back what was counted for messages that were not sent after all, each at the instant it was counted at. */
export async function releaseCaps(
  sql: SqlRunner,
  { workspace, environment }: CapOwner,
  counted: readonly (Pick<CapRequest, 'rule' | 'subject'> & { atMs: number })[],
): Promise<void> {
  if (counted.length === 0) return;
  const groups = Map.groupBy(counted, ({ rule, subject, atMs }) => `${rule} ${subject} ${atMs}`);
  const given = [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((one) => ({ ...one, times: group.length })),
  );
  // A counter that several instants are given back to is written once; locked in the order in which all lock.
  await sql`
    with given as (
      select rule, subject, array_agg(ms) as instants, array_agg(times) as times
      from unnest(
        ${textArray(given.map(({ rule }) => rule))}::text[],
        ${textArray(given.map(({ subject }) => subject))}::text[],
        ${plainArray(given.map(({ atMs }) => atMs))}::int8[],
        ${plainArray(given.map(({ times }) => times))}::int4[]) as one(rule, subject, ms, times)
      group by rule, subject
    ), locked as (
      select c.rule, c.subject from rolling_cap c join given using (rule, subject)
      where c.workspace = ${workspace} and c.environment = ${environment} order by c.rule, c.subject for update of c
    )
    update rolling_cap c set taken = array(
      select ms from (select ms, row_number() over (partition by ms) as place from unnest(c.taken) ms) held
      where place > coalesce((select t from unnest(given.instants, given.times) as back(i, t) where i = held.ms), 0) order by ms)
    from given join locked using (rule, subject)
    where c.workspace = ${workspace} and c.environment = ${environment} and c.rule = given.rule and c.subject = given.subject`;
}

/** The instants that each of these counters holds, in their order; nothing is counted. */
export async function readCapCounters(
  sql: SqlRunner,
  { workspace, environment }: CapOwner,
  requests: readonly Pick<CapRequest, 'rule' | 'subject'>[],
): Promise<number[][]> {
  if (requests.length === 0) return [];
  const rows = await sql<{ taken: number[] | null }[]>`
    select c.taken::float8[] as taken
    from unnest(
      ${textArray(requests.map((r) => r.rule))}::text[],
      ${textArray(requests.map((r) => r.subject))}::text[]) with ordinality as given(rule, subject, place)
    left join rolling_cap c on c.workspace = ${workspace} and c.environment = ${environment}
      and c.rule = given.rule and c.subject = given.subject
    order by place`;
  return rows.map((row) => row.taken ?? []);
}
