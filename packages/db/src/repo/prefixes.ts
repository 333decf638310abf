import type { BlockEvidence, Environment, FraudRules, PrefixAction, PrefixOrigin } from '@signalbox/contracts';
import { instantArray, jsonArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A listed prefix. Times are milliseconds since 1970. */
export interface ListedPrefixRow {
  id: string;
  workspace: number;
  environment: Environment;
  action: PrefixAction;
  origin: PrefixOrigin;
  /** Digits without "+". */
  prefix: string;
  /** ISO 3166-1 alpha-2 of the number that was met; null for what somebody listed. */
  country: string | null;
  reason: string;
  evidence: BlockEvidence | null;
  createdAtMs: number;
  /** Null holds until it is lifted. */
  expiresAtMs: number | null;
  liftedAtMs: number | null;
  /** By the clock of the database. */
  isExpired: boolean;
}

const columns = (sql: SqlRunner) => sql`
  id, workspace, environment, action, origin, prefix, country, reason, evidence,
  (extract(epoch from created_at) * 1000)::float8 as "createdAtMs", (extract(epoch from expires_at) * 1000)::float8 as "expiresAtMs",
  (extract(epoch from lifted_at) * 1000)::float8 as "liftedAtMs", coalesce(expires_at <= now(), false) as "isExpired"`;

/** The prefixes of all workspaces that still count. */
export async function readOpenPrefixes(sql: SqlRunner): Promise<ListedPrefixRow[]> {
  return sql<ListedPrefixRow[]>`
    select ${columns(sql)} from listed_prefix where lifted_at is null and (expires_at is null or expires_at > now())`;
}

/** A prefix to list. */
export type NewListedPrefix = Omit<ListedPrefixRow, 'createdAtMs' | 'liftedAtMs' | 'isExpired'>;

/**
 * Lists prefixes that rules have found; one that is listed already is left as it is. One that has expired makes way and is kept as ended.
 */
export async function listFoundPrefixes(sql: SqlRunner, found: readonly NewListedPrefix[]): Promise<void> {
  if (found.length === 0) return;
  const rows = found.toSorted((a, b) => (a.prefix < b.prefix ? -1 : 1));
  const given = sql`unnest(
    ${plainArray(rows.map((row) => row.id))}::uuid[],
    ${plainArray(rows.map((row) => row.workspace))}::int4[],
    ${plainArray(rows.map((row) => row.environment))}::environment[],
    ${plainArray(rows.map((row) => row.action))}::prefix_action[],
    ${plainArray(rows.map((row) => row.origin))}::prefix_origin[],
    ${plainArray(rows.map((row) => row.prefix))}::text[],
    ${textArray(rows.map((row) => row.country))}::text[],
    ${textArray(rows.map((row) => row.reason))}::text[],
    ${jsonArray(rows.map((row) => row.evidence))}::jsonb[],
    ${instantArray(rows.map((row) => row.expiresAtMs))}::timestamptz[])
    as g(id, workspace, environment, action, origin, prefix, country, reason, evidence, expires_at)`;
  await sql`
    update listed_prefix l set lifted_at = l.expires_at from ${given}
    where l.workspace = g.workspace and l.environment = g.environment and l.prefix = g.prefix
      and l.lifted_at is null and l.expires_at <= now()`;
  await sql`
    insert into listed_prefix (id, workspace, environment, action, origin, prefix, country, reason, evidence, expires_at)
    select id, workspace, environment, action, origin, prefix, country, reason, evidence, expires_at from ${given}
    order by workspace, environment, prefix
    on conflict (workspace, environment, prefix) where lifted_at is null do nothing`;
}

/** Which prefix is meant: inside one environment of one workspace. */
export interface PrefixPlace {
  workspace: number;
  environment: Environment;
}

/** Ends what was listed for a prefix, or a listed prefix by its id; returns those that counted until now. */
export async function endPrefix(
  sql: SqlRunner,
  { workspace, environment }: PrefixPlace,
  which: { id: string } | { prefix: string },
): Promise<ListedPrefixRow[]> {
  const meant = 'id' in which ? sql`id = ${which.id}` : sql`prefix = ${which.prefix}`;
  return sql<ListedPrefixRow[]>`
    with ended as (
      update listed_prefix set lifted_at = least(now(), expires_at)
      where workspace = ${workspace} and environment = ${environment} and lifted_at is null and ${meant}
      returning *)
    select ${columns(sql)} from ended where expires_at is null or expires_at > now()`;
}

/** Lists a prefix that somebody names, unless `most` are listed already; undefined then. What was listed for it must have been ended. */
export async function listPrefix(
  sql: SqlRunner,
  given: Omit<NewListedPrefix, 'expiresAtMs' | 'origin' | 'evidence'> & { expiresInHours: number | null },
  most: number,
): Promise<ListedPrefixRow | undefined> {
  const [row] = await sql<ListedPrefixRow[]>`
    insert into listed_prefix (id, workspace, environment, action, origin, prefix, country, reason, expires_at)
    select ${given.id}, ${given.workspace}, ${given.environment}, ${given.action}, 'person', ${given.prefix}, ${given.country}, ${given.reason},
      now() + ${given.expiresInHours}::int4 * interval '1 hour'
    where (select count(*) from listed_prefix
      where workspace = ${given.workspace} and environment = ${given.environment} and lifted_at is null) < ${most}
    on conflict (workspace, environment, prefix) where lifted_at is null do nothing
    returning ${columns(sql)}`;
  return row;
}

/** The listed prefixes of an environment, newest first, at most `limit`. */
export async function readPrefixes(
  sql: SqlRunner,
  filter: PrefixPlace & { action: PrefixAction | null; isActive: boolean | null; belowId: string | null },
  limit: number,
): Promise<ListedPrefixRow[]> {
  const active = sql`lifted_at is null and (expires_at is null or expires_at > now())`;
  return sql<ListedPrefixRow[]>`
    select ${columns(sql)} from listed_prefix
    where workspace = ${filter.workspace} and environment = ${filter.environment}
      ${filter.action === null ? sql`` : sql`and action = ${filter.action}`}
      ${filter.isActive === null ? sql`` : filter.isActive ? sql`and ${active}` : sql`and not (${active})`}
      ${filter.belowId === null ? sql`` : sql`and id < ${filter.belowId}`}
    order by id desc limit ${limit}`;
}

/** The rules against fraud that a workspace has set. */
export interface FraudRulesRow {
  workspace: number;
  rules: FraudRules;
  version: number;
  updatedAt: Date;
}

const ruleColumns = (sql: SqlRunner) => sql`workspace, rules, version, updated_at as "updatedAt"`;

/** The rules of all workspaces that have set any. */
export async function readAllFraudRules(sql: SqlRunner): Promise<FraudRulesRow[]> {
  return sql<FraudRulesRow[]>`select ${ruleColumns(sql)} from fraud_rules`;
}

/** The rules of one workspace, locked for a change that may follow; undefined when it has set none. */
export async function lockFraudRules(sql: SqlRunner, workspace: number): Promise<FraudRulesRow | undefined> {
  // Two people who set the first rules at once find no row to lock.
  await sql`select pg_advisory_xact_lock(hashtext('signalbox.fraud_rules'), ${workspace})`;
  const [row] = await sql<FraudRulesRow[]>`select ${ruleColumns(sql)} from fraud_rules where workspace = ${workspace}`;
  return row;
}

/** Stores the rules of a workspace, in place of those before. */
export async function putFraudRules(sql: SqlRunner, workspace: number, rules: FraudRules): Promise<FraudRulesRow> {
  const [row] = await sql<FraudRulesRow[]>`
    insert into fraud_rules (workspace, rules) values (${workspace}, ${sql.json(rules as never)})
    on conflict (workspace) do update set rules = excluded.rules, version = fraud_rules.version + 1, updated_at = now()
    returning ${ruleColumns(sql)}`;
  if (row === undefined) throw new Error('rules against fraud were not stored');
  return row;
}
