import type { Environment } from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { idRange } from './messages.ts';

/** Length of the windows that blocks of numbers are counted in, in seconds. */
export const BLOCK_WINDOW_SECONDS = 600;

/** Ten minutes of a block of numbers: verifications that were sent a code, and those of them that converted. */
export interface BlockCount {
  /** Digits without "+". */
  prefix: string;
  windowStartMs: number;
  sent: number;
  converted: number;
  /** How many of `sent` were counted by this very call. */
  added: number;
}

/** The window of a verification, by the instant inside its id: sent and converted of one are counted in the same. `id` is a column. */
export const blockWindowOf = (sql: SqlRunner, id: string) => sql`
  to_timestamp(floor(('x' || left(replace(${sql.unsafe(id)}::text, '-', ''), 12))::bit(48)::int8 / 1000.0 / ${BLOCK_WINDOW_SECONDS})
    * ${BLOCK_WINDOW_SECONDS})`;

/**
 * Counts verifications whose first code goes out now in their blocks of numbers, and returns the counts of `prefixes` since an instant,
 * these included. A message that has had a turn was counted with it, so that running twice counts once. Whoever counts in the same block
 * waits until this transaction ends: no two can pass a threshold together.
 */
export async function countCodes(
  sql: SqlRunner,
  ask: {
    workspace: number;
    environment: Environment;
    verificationIds: readonly string[];
    messageIds: readonly string[];
    prefixes: readonly string[];
    sinceMs: number;
  },
): Promise<BlockCount[]> {
  const { workspace, environment, verificationIds, messageIds } = ask;
  const range = idRange(messageIds);
  const verifications = idRange(verificationIds);
  return sql<BlockCount[]>`
    with firsts as (
      select b.prefix, ${blockWindowOf(sql, 'v.id')} as window_start, count(*)::int4 as sent
      from otp_verification v cross join unnest(v.blocks) as b(prefix)
      where v.workspace = ${workspace} and v.environment = ${environment} and v.id = any(${plainArray(verificationIds)}::uuid[])
        and v.id between ${verifications.from} and ${verifications.to} and v.message_ids[1] = any(${plainArray(messageIds)}::uuid[])
        and not exists (select from attempt a
          where a.message_id = v.message_ids[1] and a.message_id between ${range.from} and ${range.to})
      group by 1, 2),
    counted as (
      insert into block_counter as c (workspace, environment, prefix, window_start, sent, converted)
      select ${workspace}, ${environment}, prefix, window_start, sent, 0 from firsts order by prefix, window_start
      on conflict (workspace, environment, prefix, window_start) do update set sent = c.sent + excluded.sent
      returning prefix, window_start, sent, converted),
    known as (
      select k.prefix, k.window_start, k.sent, k.converted, f.sent as added
      from counted k join firsts f on f.prefix = k.prefix and f.window_start = k.window_start
      union all
      select c.prefix, c.window_start, c.sent, c.converted, 0 from block_counter c
      where c.workspace = ${workspace} and c.environment = ${environment} and c.prefix = any(${plainArray(ask.prefixes)}::text[])
        and c.window_start >= ${new Date(ask.sinceMs).toISOString()}::timestamptz
        and not exists (select from counted k where k.prefix = c.prefix and k.window_start = c.window_start))
    select prefix, (extract(epoch from window_start) * 1000)::float8 as "windowStartMs", sent, converted, added from known`;
}

/** Forgets what was counted in a block of numbers: whoever lifts a prefix wants it judged anew. */
export async function forgetBlocks(
  sql: SqlRunner,
  place: { workspace: number; environment: Environment },
  prefix: string,
): Promise<void> {
  await sql`
    delete from block_counter where workspace = ${place.workspace} and environment = ${place.environment} and prefix = ${prefix}`;
}

/** Which of these numbers have typed a code before, in the time that verifications are kept. */
export async function findKnownNumbers(
  sql: SqlRunner,
  place: { workspace: number; environment: Environment },
  addresses: readonly string[],
): Promise<Set<string>> {
  if (addresses.length === 0) return new Set();
  const rows = await sql<{ address: string }[]>`
    select distinct address from otp_verification
    where workspace = ${place.workspace} and address = any(${textArray(addresses)}::text[]) and environment = ${place.environment}
      and state = 'approved'`;
  return new Set(rows.map((row) => row.address));
}

/** A counter of what codes cost: of a country, or (empty) of the workspace. */
export interface SpendCounter {
  country: string;
  /** ISO 4217. */
  currency: string;
  windowSeconds: number;
  windowStartMs: number;
}

/** The name of a counter among those of one environment. */
export const spendKey = ({ country, currency, windowSeconds, windowStartMs }: SpendCounter): string =>
  `${country} ${currency} ${windowSeconds} ${windowStartMs}`;

const given = (sql: SqlRunner, counters: readonly SpendCounter[], amounts: readonly number[]) => sql`
  unnest(
    ${textArray(counters.map((one) => one.country))}::text[],
    ${plainArray(counters.map((one) => one.currency))}::text[],
    ${plainArray(counters.map((one) => one.windowSeconds))}::int4[],
    ${instantArray(counters.map((one) => one.windowStartMs))}::timestamptz[],
    ${plainArray(amounts)}::int8[]) as g(country, currency, window_seconds, window_start, amount)`;

/**
 * Adds to what codes have cost, in integer millionths, and returns what each counter then holds by its `spendKey`. Amounts of nothing lock
 * the counters to the end of the transaction, so that what is read may be relied on; amounts below zero give back.
 */
export async function addSpend(
  sql: SqlRunner,
  place: { workspace: number; environment: Environment },
  counters: readonly SpendCounter[],
  amounts: readonly number[],
): Promise<Map<string, number>> {
  if (counters.length === 0) return new Map();
  const rows = await sql<(SpendCounter & { usedMicros: number })[]>`
    insert into spend_counter as c (workspace, environment, country, currency, window_seconds, window_start, used_micros)
    select ${place.workspace}, ${place.environment}, country, currency, window_seconds, window_start, amount
    from ${given(sql, counters, amounts)}
    order by country, currency, window_seconds, window_start
    on conflict (workspace, environment, country, currency, window_seconds, window_start)
      do update set used_micros = greatest(0, c.used_micros + excluded.used_micros)
    returning country, currency, window_seconds as "windowSeconds", (extract(epoch from window_start) * 1000)::float8 as "windowStartMs",
      used_micros::float8 as "usedMicros"`;
  return new Map(rows.map((row) => [spendKey(row), row.usedMicros]));
}

/** What codes have cost in the windows that hold an instant by the clock of the database. */
export async function readSpend(
  sql: SqlRunner,
  place: { workspace: number; environment: Environment },
): Promise<(SpendCounter & { usedMicros: number })[]> {
  return sql<(SpendCounter & { usedMicros: number })[]>`
    select country, currency, window_seconds as "windowSeconds", (extract(epoch from window_start) * 1000)::float8 as "windowStartMs",
      used_micros::float8 as "usedMicros"
    from spend_counter
    where workspace = ${place.workspace} and environment = ${place.environment} and window_start > now() - interval '1 day'
      and window_start + window_seconds * interval '1 second' > now() and used_micros > 0
    order by window_seconds, used_micros desc, country`;
}

/** Forgets counters of windows that are long over: blocks after some hours, money after a month. */
export async function pruneFraudCounters(sql: SqlRunner): Promise<void> {
  await sql`delete from block_counter where window_start < now() - interval '3 hours'`;
  await sql`delete from spend_counter where window_start < now() - interval '31 days'`;
}
