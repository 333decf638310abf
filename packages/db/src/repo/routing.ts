import type { ConnectionSnapshot, Environment } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import type { ProviderRow, RouteRow } from './config.ts';

/** A provider with what the console shows beside it. */
export interface ListedProvider extends ProviderRow {
  /** How many routes use it. */
  routes: number;
}

/** The providers of an environment, by name. */
export async function readProviders(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
): Promise<ListedProvider[]> {
  return sql<ListedProvider[]>`
    select p.number, p.id, p.workspace, p.environment, p.name, p.protocol, p.enabled, p.settings, p.secrets, p.version,
      (select count(*)::int from route r where r.provider = p.number) as routes
    from provider p where p.workspace = ${workspace} and p.environment = ${environment} order by lower(p.name)`;
}

/** What the workers of a provider told last. */
export interface ProviderReport {
  provider: number;
  worker: string;
  up: boolean;
  secondsAgo: number;
  connections: ConnectionSnapshot[];
}

/** The newest report of each worker on the providers of a workspace. */
export async function readReports(sql: SqlRunner, workspace: number): Promise<ProviderReport[]> {
  return sql<ProviderReport[]>`
    select r.provider, r.worker, r.up, greatest(0, extract(epoch from now() - r.reported_at))::float8 as "secondsAgo", r.connections
    from connection_report r join provider p on p.number = r.provider
    where p.workspace = ${workspace} order by r.provider, r.worker`;
}

/** What is stored of a provider. */
export type NewProvider = Pick<
  ProviderRow,
  'id' | 'workspace' | 'environment' | 'name' | 'protocol' | 'enabled' | 'settings' | 'secrets'
>;

/** Stores a new provider. */
export async function insertProvider(sql: SqlRunner, given: NewProvider): Promise<void> {
  await sql`
    insert into provider (id, workspace, environment, name, protocol, enabled, settings, secrets)
    values (${given.id}, ${given.workspace}, ${given.environment}, ${given.name}, ${given.protocol}, ${given.enabled},
      ${sql.json(given.settings as never)}, ${given.secrets})`;
}

/** Changes a provider if it still is of the version that was read; false when it is not. */
export async function updateProvider(sql: SqlRunner, given: NewProvider, version: number): Promise<boolean> {
  const result = await sql`
    update provider set name = ${given.name}, enabled = ${given.enabled}, settings = ${sql.json(given.settings as never)},
      secrets = ${given.secrets}, version = version + 1, updated_at = now()
    where workspace = ${given.workspace} and environment = ${given.environment} and id = ${given.id} and version = ${version}`;
  return result.count > 0;
}

/** A route with its version, which guards against two editors. */
export interface ListedRoute extends RouteRow {
  version: number;
}

/** The routes of an environment, by channel, tier and name. */
export async function readRoutes(sql: SqlRunner, workspace: number, environment: Environment): Promise<ListedRoute[]> {
  return sql<ListedRoute[]>`
    select number, id, workspace, environment, provider, name, channel, countries, prefixes, classes::text[] as classes, tier,
      weight, price_micros::float8 as "priceMicros", currency, enabled, version
    from route where workspace = ${workspace} and environment = ${environment} order by channel, tier, lower(name)`;
}

/** What is stored of a route. */
export type NewRoute = Omit<RouteRow, 'number'>;

/** Stores a new route. */
export async function insertRoute(sql: SqlRunner, given: NewRoute): Promise<void> {
  await sql`
    insert into route (id, workspace, environment, provider, name, channel, countries, prefixes, classes, tier, weight,
      price_micros, currency, enabled)
    values (${given.id}, ${given.workspace}, ${given.environment}, ${given.provider}, ${given.name}, ${given.channel},
      ${textArray(given.countries)}::text[], ${textArray(given.prefixes)}::text[], ${plainArray(given.classes)}::traffic_class[],
      ${given.tier}, ${given.weight}, ${given.priceMicros}, ${given.currency}, ${given.enabled})`;
}

/** Changes a route if it still is of the version that was read; false when it is not. */
export async function updateRoute(sql: SqlRunner, given: NewRoute, version: number): Promise<boolean> {
  const result = await sql`
    update route set name = ${given.name}, provider = ${given.provider}, channel = ${given.channel},
      countries = ${textArray(given.countries)}::text[], prefixes = ${textArray(given.prefixes)}::text[],
      classes = ${plainArray(given.classes)}::traffic_class[], tier = ${given.tier}, weight = ${given.weight},
      price_micros = ${given.priceMicros}, currency = ${given.currency}, enabled = ${given.enabled},
      version = version + 1, updated_at = now()
    where workspace = ${given.workspace} and environment = ${given.environment} and id = ${given.id} and version = ${version}`;
  return result.count > 0;
}

/** Sets weights of routes, each only on the version that was read; returns how many were set. One statement: one new configuration. */
export async function updateWeights(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  weights: readonly { id: string; version: number; weight: number }[],
): Promise<number> {
  const result = await sql`
    update route r set weight = given.weight, version = r.version + 1, updated_at = now()
    from unnest(${plainArray(weights.map((w) => w.id))}::uuid[], ${plainArray(weights.map((w) => w.version))}::int4[],
      ${plainArray(weights.map((w) => w.weight))}::int2[]) as given(id, version, weight)
    where r.workspace = ${workspace} and r.environment = ${environment} and r.id = given.id and r.version = given.version`;
  return result.count;
}
