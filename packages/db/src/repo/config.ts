import type { Channel, Environment, LinkRule, Protocol, TrafficClass } from '@signalbox/contracts';
import { textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { type CapRow, type CapTemplateRow, readCapTemplates, readEnabledCaps } from './caps.ts';
import { type RegionRow, readRegions } from './countries.ts';
import { type DltRow, readDltBooks } from './dlt.ts';
import { type PauseRow, readPauses } from './health.ts';
import { type LegalAnswerRow, readAllLegalAnswers } from './law.ts';
import { type RateLimitRow, readRateLimits } from './limits.ts';
import { type NumberLookupRow, readNumberLookups } from './lookups.ts';
import { readHashingWorkspaces } from './person-requests.ts';
import { type FraudRulesRow, type ListedPrefixRow, readAllFraudRules, readOpenPrefixes } from './prefixes.ts';
import { type RegistryRow, readRegistries } from './registries.ts';
import { readSenders, type SenderRow } from './senders.ts';
import { readSubstitutions, type SubstitutionRow } from './substitutions.ts';
import { readStoppedVersions, readTemplateLinks, type StoppedVersionRow, type TemplateLinkRow } from './templates.ts';
import { readTopics, type TopicRow } from './topics.ts';

/** A workspace as people and keys work in it. */
export interface WorkspaceRow {
  number: number;
  id: string;
  name: string;
}

/** A workspace as processes hold it in memory. */
export interface HeldWorkspaceRow extends WorkspaceRow {
  /** A zone of the IANA database. */
  timeZone: string;
  /** ISO 4217. */
  defaultCurrency: string;
  /** BCP 47. */
  defaultLanguage: string;
  /** What becomes of links that lead to no domain of `linkDomains`. */
  links: LinkRule;
  linkDomains: readonly string[];
}

/** A provider as workers hold it in memory; `secrets` is still sealed. */
export interface ProviderRow {
  number: number;
  id: string;
  workspace: number;
  environment: Environment;
  name: string;
  protocol: Protocol;
  enabled: boolean;
  settings: Record<string, unknown>;
  secrets: string | null;
  version: number;
}

/** A route as workers hold it in memory. */
export interface RouteRow {
  number: number;
  id: string;
  workspace: number;
  environment: Environment;
  provider: number;
  name: string;
  channel: Channel;
  countries: string[];
  prefixes: string[];
  classes: TrafficClass[];
  tier: number;
  weight: number;
  priceMicros: number;
  currency: string;
  enabled: boolean;
}

/** A webhook endpoint as processes hold it in memory; the secrets are still sealed. */
export interface WebhookRow {
  number: number;
  id: string;
  workspace: number;
  environment: Environment;
  url: string;
  enabled: boolean;
  /** Empty means every event. */
  eventTypes: string[];
  secret: string;
  previousSecret: string | null;
  /** Until when the previous secret signs along, in milliseconds since 1970. */
  previousUntilMs: number | null;
}

/** Everything decisions are made from, read at one instant, with the number of that state. */
export interface ConfigSnapshot {
  version: number;
  workspaces: HeldWorkspaceRow[];
  providers: ProviderRow[];
  routes: RouteRow[];
  caps: CapRow[];
  limits: RateLimitRow[];
  webhooks: WebhookRow[];
  regions: RegionRow[];
  /** Those that still count. */
  prefixes: ListedPrefixRow[];
  /** Of workspaces that have set any. */
  fraudRules: FraudRulesRow[];
  dlt: DltRow[];
  legalAnswers: LegalAnswerRow[];
  /** Pauses of routes that are not over. */
  pauses: PauseRow[];
  /** Versions of templates that caps name. */
  capTemplates: CapTemplateRow[];
  /** Bodies of templates that go by a content template on file in India. */
  templateLinks: TemplateLinkRow[];
  /** Numbers of the workspaces in which somebody was erased. */
  hashing: number[];
  /** Versions of templates that may not be sent by any more. */
  stoppedVersions: StoppedVersionRow[];
  /** How workspaces look numbers up. */
  lookups: NumberLookupRow[];
  /** The registries that marketing is checked against. */
  registries: RegistryRow[];
  /** What marketing may be about. */
  topics: TopicRow[];
  /** By which rules sends begin with another of their channels. */
  substitutions: SubstitutionRow[];
  /** The senders on file. */
  senders: SenderRow[];
}

/** Reads the configuration of all workspaces in one repeatable-read transaction. */
export async function readConfig(tx: SqlRunner): Promise<ConfigSnapshot> {
  const [
    versions,
    workspaces,
    providers,
    routes,
    caps,
    limits,
    webhooks,
    regions,
    prefixes,
    fraudRules,
    dlt,
    legalAnswers,
    pauses,
    capTemplates,
    templateLinks,
    hashing,
    stoppedVersions,
    lookups,
    registries,
    topics,
    substitutions,
    senders,
  ] = await Promise.all([
    tx<{ version: number }[]>`select version::float8 as version from config_version`,
    tx<HeldWorkspaceRow[]>`
        select number, id, name, time_zone as "timeZone", default_currency as "defaultCurrency",
          default_language as "defaultLanguage", links, link_domains as "linkDomains" from workspace`,
    tx<ProviderRow[]>`
      select number, id, workspace, environment, name, protocol, enabled, settings, secrets, version from provider order by number`,
    tx<RouteRow[]>`
      select number, id, workspace, environment, provider, name, channel, countries, prefixes, classes::text[] as classes, tier,
        weight, price_micros::float8 as "priceMicros", currency, enabled
      from route order by number`,
    readEnabledCaps(tx),
    readRateLimits(tx),
    tx<WebhookRow[]>`
      select number, id, workspace, environment, url, enabled, event_types as "eventTypes", secret, previous_secret as "previousSecret",
        (extract(epoch from previous_until) * 1000)::float8 as "previousUntilMs"
      from webhook_endpoint order by number`,
    readRegions(tx),
    readOpenPrefixes(tx),
    readAllFraudRules(tx),
    readDltBooks(tx),
    readAllLegalAnswers(tx),
    readPauses(tx),
    readCapTemplates(tx),
    readTemplateLinks(tx),
    readHashingWorkspaces(tx),
    readStoppedVersions(tx),
    readNumberLookups(tx),
    readRegistries(tx),
    readTopics(tx),
    readSubstitutions(tx),
    readSenders(tx),
  ]);
  const version = versions[0]?.version ?? 0;
  return {
    version,
    workspaces,
    providers,
    routes,
    caps,
    limits,
    webhooks,
    regions,
    prefixes,
    fraudRules,
    dlt,
    legalAnswers,
    pauses,
    capTemplates,
    templateLinks,
    hashing,
    stoppedVersions,
    lookups,
    registries,
    topics,
    substitutions,
    senders,
  };
}

/** Stores the facts of routing plans that are not stored yet; equal keys hold equal facts. Those that are keep the day of their last use in `created_at`. */
export async function insertPlans(
  sql: SqlRunner,
  workspace: number,
  plans: readonly { key: bigint; facts: object }[],
): Promise<void> {
  await sql`
    insert into routing_plan (workspace, key, facts)
    select ${workspace}, key, facts from unnest(
      ${`{${plans.map((plan) => plan.key).join(',')}}`}::int8[],
      ${textArray(plans.map((plan) => JSON.stringify(plan.facts)))}::jsonb[]) as given(key, facts)
    on conflict (workspace, key) do update set created_at = now() where routing_plan.created_at < now() - interval '12 hours'`;
}

/** Forgets plans that no attempt of the last so many days was made by; returns how many. */
export async function prunePlans(sql: SqlRunner, keepDays: number): Promise<number> {
  // A plan is stored again at its first use of a day: two days more are safe.
  const result = await sql`delete from routing_plan where created_at < now() - make_interval(days => ${keepDays + 2})`;
  return result.count;
}

/** Reads stored plan facts by key (as text). */
export async function readPlans(
  sql: SqlRunner,
  workspace: number,
  keys: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  const rows = await sql<{ key: string; facts: Record<string, unknown> }[]>`
    select key::text as key, facts from routing_plan
    where workspace = ${workspace} and key = any(${`{${keys.join(',')}}`}::int8[])`;
  return new Map(rows.map((row) => [row.key, row.facts]));
}

/** The networks that plans of some workspaces were made for, by the key of the plan; those that know none are left out. Plans are shared, so there are few. */
export async function readPlanNetworks(
  sql: SqlRunner,
  workspaces: readonly number[],
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await sql<{ key: string; network: string }[]>`
    select key::text as key, facts->'network'->>'code' as network from routing_plan
    where workspace = any(${`{${workspaces.join(',')}}`}::int4[]) and key = any(${`{${keys.join(',')}}`}::int8[])
      and facts->'network' is not null`;
  return new Map(rows.map(({ key, network }) => [key, network]));
}
