import {
  type Channel,
  type Environment,
  type Money,
  type SubstitutionFacts,
  type SubstitutionRule,
  type TrafficClass,
  uuidFloor,
} from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';

/** The rules of one workspace and environment. */
export interface SubstitutionRow {
  workspace: number;
  environment: Environment;
  rules: SubstitutionRule[];
  version: number;
}

/** What is kept with a send whose order a rule changed: the rule, what it was decided by, and the price of either way. */
export interface Substituted {
  rule: string;
  facts: SubstitutionFacts;
  /** What it would have cost by the first channel of the caller and what it costs by the first now; null where no price is known in the currency of the workspace. */
  saved: Money | null;
}

/** The rules of all workspaces, or of one. */
export async function readSubstitutions(sql: SqlRunner, workspace?: number): Promise<SubstitutionRow[]> {
  return sql<SubstitutionRow[]>`
    select workspace, environment, rules, version from substitution
    where ${workspace === undefined ? sql`true` : sql`workspace = ${workspace}`}`;
}

/** The rules of a workspace and environment, locked against other changes to the end of the transaction; undefined where none were ever set. */
export async function lockSubstitutions(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
): Promise<SubstitutionRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`substitutions ${workspace} ${environment}`}, 0))`;
  return (await readSubstitutions(sql, workspace)).find((row) => row.environment === environment);
}

/** Stores rules in place of what is there. */
export async function putSubstitutions(sql: SqlRunner, row: Omit<SubstitutionRow, 'version'>): Promise<void> {
  const { workspace, environment } = row;
  await sql`
    insert into substitution (workspace, environment, rules, version)
    values (${workspace}, ${environment}, ${sql.json(row.rules as never)}, 1)
    on conflict (workspace, environment) do update set rules = excluded.rules, version = substitution.version + 1`;
}

/** What a rule came to. */
export interface SubstitutionSum {
  key: string;
  /** Null where no price was known. */
  currency: string | null;
  moved: number;
  /** Of those: a channel after the first went too. */
  cameBack: number;
  /** By those that stayed with the first. */
  savedMicros: number;
}

/** What each rule moved since an instant. */
export async function sumSubstitutions(
  sql: SqlRunner,
  { workspace, environment, sinceMs }: { workspace: number; environment: Environment; sinceMs: number },
): Promise<SubstitutionSum[]> {
  return sql<SubstitutionSum[]>`
    select substitution->>'rule' as key, substitution->'saved'->>'currency' as currency, count(*)::float8 as moved,
      count(*) filter (where cardinality(message_ids) > 1)::float8 as "cameBack",
      coalesce(sum((substitution->'saved'->>'amount_micros')::float8) filter (where cardinality(message_ids) = 1), 0) as "savedMicros"
    from message_group
    where workspace = ${workspace} and environment = ${environment} and id >= ${uuidFloor(sinceMs)} and substitution is not null
    group by 1, 2 order by 3 desc`;
}

/** Sends that cost alike: how many of them, over which channels, to where. */
export interface SendsAlike {
  channels: Channel[];
  class: TrafficClass;
  country: string | null;
  template: string | null;
  parts: number;
  count: number;
}

/** The failover sends of a workspace since an instant that began with a channel and name another, as their callers ordered them. */
export async function countSends(
  sql: SqlRunner,
  place: { workspace: number; environment: Environment; sinceMs: number; from: Channel; to: Channel },
): Promise<SendsAlike[]> {
  const { workspace, environment, sinceMs, from, to } = place;
  return sql<SendsAlike[]>`
    select g.channels::text[] as channels, m.class, m.country, t.key as template, greatest(coalesce(m.parts, 1), 1) as parts,
      count(*)::float8 as count
    from message_group g
    join message m on m.workspace = g.workspace and m.id = g.id
    left join template_version v on v.workspace = g.workspace and v.number = (m.template->>'version')::int
    left join template t on t.workspace = g.workspace and t.number = v.template
    where g.workspace = ${workspace} and g.environment = ${environment} and g.id >= ${uuidFloor(sinceMs)} and g.mode = 'failover'
      and g.substitution is null and g.channels[1] = ${from} and ${to} = any(g.channels)
    group by 1, 2, 3, 4, 5`;
}

/** How many messages by a channel ended since an instant, and how many of them without having been taken. */
export async function countEnds(
  sql: SqlRunner,
  place: { workspace: number; environment: Environment; sinceMs: number; channel: Channel },
): Promise<{ ended: number; failed: number }> {
  const { workspace, environment, sinceMs, channel } = place;
  const [row] = await sql<{ ended: number; failed: number }[]>`
    select coalesce(sum(count), 0)::float8 as ended,
      coalesce(sum(count) filter (where state not in ('sent', 'delivered')), 0)::float8 as failed
    from tally
    where workspace = ${workspace} and environment = ${environment} and channel = ${channel} and hour >= ${new Date(sinceMs)}
      and state in ('sent', 'delivered', 'undelivered', 'failed', 'suppressed', 'expired', 'unknown')`;
  return row ?? { ended: 0, failed: 0 };
}
