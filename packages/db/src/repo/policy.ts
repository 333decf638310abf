import { type Channel, type Environment, HOURS_PURPOSE, type TrafficClass } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { idRange } from './messages.ts';

/** A person on a channel, as policy looks them up. */
export interface PolicyAddress {
  environment: Environment;
  channel: Channel;
  address: string;
}

/** A suppression found for an address. */
export interface SuppressionHit extends PolicyAddress {
  id: string;
  classes: TrafficClass[];
  reason: string;
  createdAtMs: number;
}

/** The suppressions of addresses of one environment and channel, one row at most for each. */
export async function findSuppressions(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  channel: Channel,
  addresses: readonly string[],
): Promise<SuppressionHit[]> {
  // One walk through the index for the whole list, which PostgreSQL sorts for it: a join would search from the root for each address.
  return sql<SuppressionHit[]>`
    select environment, channel, address, id, classes::text[] as classes, reason,
      (extract(epoch from created_at) * 1000)::float8 as "createdAtMs"
    from suppression
    where workspace = ${workspace} and environment = ${environment} and channel = ${channel}
      and address = any(${textArray(addresses)}::text[])`;
}

/** The same for the addresses of a few messages, under both spellings, for a caller that asks for the messages in the same go. */
export async function findSuppressionsOf(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  channel: Channel,
  messageIds: readonly string[],
): Promise<SuppressionHit[]> {
  const range = idRange(messageIds);
  return sql<SuppressionHit[]>`
    select s.environment, s.channel, s.address, s.id, s.classes::text[] as classes, s.reason,
      (extract(epoch from s.created_at) * 1000)::float8 as "createdAtMs"
    from message m
    join suppression s on s.workspace = ${workspace} and s.environment = ${environment} and s.channel = ${channel}
      and s.address in (m.address, lower(m.address))
    where m.workspace = ${workspace} and m.id = any(${plainArray(messageIds)}::uuid[])
      and m.id between ${range.from} and ${range.to}`;
}

/** An entry of the consent ledger that may decide. `seq` is its place in the chain. */
export interface ConsentHit extends PolicyAddress {
  id: string;
  purpose: string;
  topic: string | null;
  state: 'granted' | 'withdrawn';
  source: string;
  atMs: number;
  seq: number;
  /** Of an entry about hours, those in which no marketing is wanted, as JSON. */
  hours: string | null;
}

/** The newest consent entry about each of these purposes of each of these addresses of one environment and channel, for each topic one. */
export async function findConsents(
  sql: SqlRunner,
  {
    workspace,
    environment,
    channel,
    purposes,
  }: { workspace: number; environment: Environment; channel: Channel; purposes: readonly string[] },
  addresses: readonly string[],
): Promise<ConsentHit[]> {
  // One walk through the index, as for suppressions; few people have more than a handful of entries. "granted" sorts before "withdrawn".
  return sql<ConsentHit[]>`
    select distinct on (address, purpose, topic) environment, channel, address, id, purpose, topic, state, source, seq::float8 as seq,
      (extract(epoch from at) * 1000)::float8 as "atMs",
      case when purpose = ${HOURS_PURPOSE} then proof::jsonb->>'hours' end as hours
    from consent
    where workspace = ${workspace} and environment = ${environment} and channel = ${channel}
      and address = any(${textArray(addresses)}::text[]) and purpose = any(${textArray(purposes)}::text[])
    order by address, purpose, topic, at desc, state desc, seq desc`;
}

/**
 * The turnstile of a workspace. Claims pass it shared; whatever must win over claims that have not committed yet (an opt-out,
 * a cancel, a route that is taken out) passes it alone. Held to the end of the transaction. Returns the database clock and the number of the
 * configuration, both read after passing.
 */
export async function passTurnstile(
  sql: SqlRunner,
  workspace: number,
  alone: boolean,
): Promise<{ nowMs: number; configVersion: number }> {
  const lock = alone ? sql`pg_advisory_xact_lock(7, ${workspace})` : sql`pg_advisory_xact_lock_shared(7, ${workspace})`;
  // Both in one round trip: statements of a connection run one after another.
  const [, [row]] = await Promise.all([
    sql`select ${lock}`.execute(),
    sql<{ nowMs: number; configVersion: number }[]>`
      select (extract(epoch from clock_timestamp()) * 1000)::float8 as "nowMs", version::float8 as "configVersion" from config_version`.execute(),
  ]);
  if (row === undefined) throw new Error('the configuration has no version');
  return { nowMs: Math.floor(row.nowMs), configVersion: row.configVersion };
}
