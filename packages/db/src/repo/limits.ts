import type { Environment, RateLimitKind } from '@signalbox/contracts';
import { plainArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A rate limit as processes hold it in memory: so many a second on average, `burst` of them at once. */
export interface RateLimitRow {
  number: number;
  id: string;
  workspace: number;
  environment: Environment;
  kind: RateLimitKind;
  /** Number of the key the limit is of; null for the other kinds. */
  apiKey: number | null;
  country: string | null;
  perSecond: number;
  burst: number;
}

const columns = (sql: SqlRunner) => sql`
  l.number, l.id, l.workspace, l.environment, l.kind, l.api_key as "apiKey", l.country, l.per_second as "perSecond", l.burst`;

/** Reads all rate limits, in the order they were made. */
export async function readRateLimits(sql: SqlRunner): Promise<RateLimitRow[]> {
  return sql<RateLimitRow[]>`select ${columns(sql)} from rate_limit l order by l.number`;
}

/** A rate limit as people see it: with the key it is of. */
export interface NamedRateLimit extends RateLimitRow {
  keyId: string | null;
  keyName: string | null;
}

/** Reads the rate limits of a workspace in one environment, in the order they were made. */
export async function readNamedRateLimits(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
): Promise<NamedRateLimit[]> {
  return sql<NamedRateLimit[]>`
    select ${columns(sql)}, k.id as "keyId", k.name as "keyName"
    from rate_limit l left join api_key k on k.number = l.api_key
    where l.workspace = ${workspace} and l.environment = ${environment} order by l.number`;
}

/** One limit of a workspace by its id, locked until the end of the transaction. */
export async function lockRateLimit(
  sql: SqlRunner,
  workspace: number,
  id: string,
): Promise<NamedRateLimit | undefined> {
  const [row] = await sql<NamedRateLimit[]>`
    select ${columns(sql)}, k.id as "keyId", k.name as "keyName"
    from rate_limit l left join api_key k on k.number = l.api_key
    where l.workspace = ${workspace} and l.id = ${id} for update of l`;
  return row;
}

/** The number of a key that is not revoked, by its id. */
export async function findKeyNumber(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  id: string,
): Promise<number | undefined> {
  const [row] = await sql<{ number: number }[]>`
    select number from api_key
    where workspace = ${workspace} and environment = ${environment} and id = ${id} and revoked_at is null`;
  return row?.number;
}

/** Sets a limit: a second one for the same subject takes the place of the first and keeps its id. */
export async function upsertRateLimit(sql: SqlRunner, limit: Omit<RateLimitRow, 'number'>): Promise<void> {
  const { id, workspace, environment, kind, apiKey, country, perSecond, burst } = limit;
  await sql`
    insert into rate_limit (id, workspace, environment, kind, api_key, country, per_second, burst)
    values (${id}, ${workspace}, ${environment}, ${kind}, ${apiKey}, ${country}, ${perSecond}, ${burst})
    on conflict (workspace, environment, kind, coalesce(api_key, 0), coalesce(country, ''))
      do update set per_second = excluded.per_second, burst = excluded.burst`;
}

/** Lifts a limit. */
export async function deleteRateLimit(sql: SqlRunner, workspace: number, id: string): Promise<void> {
  await sql`delete from rate_limit where workspace = ${workspace} and id = ${id}`;
}

/** Tokens a process asks for: it cannot go on without `must`, and would rather have `want`. */
export interface TokenWish {
  limit: Pick<RateLimitRow, 'number' | 'perSecond' | 'burst'>;
  must: number;
  want: number;
}

/** What a process got, and what is left for all. */
export interface TokenLease {
  rule: number;
  granted: number;
  left: number;
}

/**
 * Takes tokens out of the buckets that all processes share, one statement for all of them. A bucket fills by `perSecond` up to `burst`.
 * A wish is granted when the bucket holds what it must have, or is full: a call that costs more than a whole bucket then leaves a debt,
 * which the following ones wait for. In order of the keys, so that two processes never wait for each other in a circle.
 */
export async function leaseTokens(sql: SqlRunner, wishes: readonly TokenWish[]): Promise<TokenLease[]> {
  return sql<TokenLease[]>`
    with wish as (
      select * from unnest(
        ${plainArray(wishes.map(({ limit }) => limit.number))}::int4[],
        ${plainArray(wishes.map(({ limit }) => limit.perSecond))}::float8[],
        ${plainArray(wishes.map(({ limit }) => limit.burst))}::float8[],
        ${plainArray(wishes.map(({ must }) => must))}::float8[],
        ${plainArray(wishes.map(({ want }) => want))}::float8[]) as given(rule, per_second, burst, must, want))
    insert into rate_bucket as b (rule, tokens, granted, at)
    select rule, burst - greatest(must, least(want, burst)), greatest(must, least(want, burst)), clock_timestamp()
    from wish order by rule
    on conflict (rule) do update set (tokens, granted, at) = (
      select held - gets, gets, clock_timestamp()
      from wish w,
        lateral (select least(w.burst, b.tokens
          + greatest(0, extract(epoch from clock_timestamp() - b.at)::float8) * w.per_second) as held) as bucket,
        lateral (select case when held >= least(w.must, w.burst) then greatest(w.must, least(w.want, held)) else 0 end as gets) as lease
      where w.rule = excluded.rule)
    returning rule, granted, tokens as left`;
}
