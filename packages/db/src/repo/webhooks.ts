import type { Environment, WebhookEventType, WebhookOffReason } from '@signalbox/contracts';
import { plainArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A webhook endpoint without its secrets. Times are milliseconds since 1970. */
export interface WebhookEndpointRow {
  number: number;
  id: string;
  environment: Environment;
  url: string;
  description: string;
  eventTypes: WebhookEventType[];
  eventsPerRequest: number;
  enabled: boolean;
  offReason: WebhookOffReason | null;
  offSinceMs: number | null;
  failingSinceMs: number | null;
  rotatedAtMs: number | null;
  previousUntilMs: number | null;
  createdAtMs: number;
}

const ms = (sql: SqlRunner, column: string) => sql.unsafe(`(extract(epoch from ${column}) * 1000)::float8`);
const columns = (sql: SqlRunner) => sql`
  number, id, environment, url, description, event_types as "eventTypes", events_per_request as "eventsPerRequest", enabled, off_reason as "offReason",
  ${ms(sql, 'off_since')} as "offSinceMs", ${ms(sql, 'failing_since')} as "failingSinceMs",
  ${ms(sql, 'rotated_at')} as "rotatedAtMs",
  case when previous_until > now() then ${ms(sql, 'previous_until')} end as "previousUntilMs",
  ${ms(sql, 'created_at')} as "createdAtMs"`;

/** Which endpoint is meant: by its id, inside one environment of one workspace. */
export interface WebhookPlace {
  workspace: number;
  environment: Environment;
  id: string;
}

/** The endpoints of an environment, newest first. */
export async function readWebhooks(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
): Promise<WebhookEndpointRow[]> {
  return sql<WebhookEndpointRow[]>`
    select ${columns(sql)} from webhook_endpoint
    where workspace = ${workspace} and environment = ${environment} order by number desc`;
}

/** One endpoint, or undefined when there is none here. */
export async function readWebhook(sql: SqlRunner, place: WebhookPlace): Promise<WebhookEndpointRow | undefined> {
  const [row] = await sql<WebhookEndpointRow[]>`
    select ${columns(sql)} from webhook_endpoint
    where workspace = ${place.workspace} and environment = ${place.environment} and id = ${place.id}`;
  return row;
}

/** One endpoint, locked until the end of the transaction. */
export async function lockWebhook(sql: SqlRunner, place: WebhookPlace): Promise<WebhookEndpointRow | undefined> {
  const [row] = await sql<WebhookEndpointRow[]>`
    select ${columns(sql)} from webhook_endpoint
    where workspace = ${place.workspace} and environment = ${place.environment} and id = ${place.id} for update`;
  return row;
}

/** Stores an endpoint unless its environment holds `most` already; undefined then. The secret is sealed. */
export async function insertWebhook(
  sql: SqlRunner,
  given: WebhookPlace & {
    url: string;
    description: string;
    eventTypes: readonly string[];
    eventsPerRequest: number;
    secret: string;
  },
  most: number,
): Promise<WebhookEndpointRow | undefined> {
  // Two callers at once must not both find room for the last one.
  await sql`select pg_advisory_xact_lock(hashtext('signalbox.webhooks'), ${given.workspace})`;
  const [row] = await sql<WebhookEndpointRow[]>`
    insert into webhook_endpoint (id, workspace, environment, url, description, event_types, events_per_request, secret)
    select ${given.id}, ${given.workspace}, ${given.environment}, ${given.url}, ${given.description},
      ${[...given.eventTypes]}::text[], ${given.eventsPerRequest}, ${given.secret}
    where (select count(*) from webhook_endpoint
      where workspace = ${given.workspace} and environment = ${given.environment}) < ${most}
    returning ${columns(sql)}`;
  return row;
}

/** Changes an endpoint; what is undefined stays. Switching it on forgets why it was off and how long it failed. */
export async function updateWebhook(
  sql: SqlRunner,
  place: WebhookPlace,
  change: {
    url?: string | undefined;
    description?: string | undefined;
    event_types?: readonly string[] | undefined;
    events_per_request?: number | undefined;
    enabled?: boolean | undefined;
  },
): Promise<WebhookEndpointRow | undefined> {
  const on = change.enabled ?? null;
  const types = change.event_types === undefined ? null : [...change.event_types];
  const [row] = await sql<WebhookEndpointRow[]>`
    update webhook_endpoint set
      url = coalesce(${change.url ?? null}, url),
      description = coalesce(${change.description ?? null}, description),
      event_types = coalesce(${types}::text[], event_types),
      events_per_request = coalesce(${change.events_per_request ?? null}::int2, events_per_request),
      enabled = coalesce(${on}::boolean, enabled),
      off_reason = case ${on}::boolean when true then null when false then coalesce(off_reason, 'paused') else off_reason end,
      off_since = case ${on}::boolean when true then null when false then coalesce(off_since, now()) else off_since end,
      failing_since = case when ${on}::boolean and not enabled then null else failing_since end
    where workspace = ${place.workspace} and environment = ${place.environment} and id = ${place.id}
    returning ${columns(sql)}`;
  return row;
}

/** Replaces the secret; the one in force signs along for the hours given, and one that signed along until now ends. */
export async function rotateWebhookSecret(
  sql: SqlRunner,
  place: WebhookPlace,
  secret: string,
  hours: number,
): Promise<WebhookEndpointRow | undefined> {
  const [row] = await sql<WebhookEndpointRow[]>`
    update webhook_endpoint set previous_secret = secret, previous_until = now() + make_interval(hours => ${hours}),
      secret = ${secret}, rotated_at = now()
    where workspace = ${place.workspace} and environment = ${place.environment} and id = ${place.id}
    returning ${columns(sql)}`;
  return row;
}

/** Deletes an endpoint and returns its number. Its deliveries stay in their days until these are dropped. */
export async function deleteWebhook(sql: SqlRunner, place: WebhookPlace): Promise<number | undefined> {
  const [row] = await sql<{ number: number }[]>`
    delete from webhook_endpoint
    where workspace = ${place.workspace} and environment = ${place.environment} and id = ${place.id} returning number`;
  return row?.number;
}

/** A subscription as the fan-out asks for it. */
export interface Subscription {
  number: number;
  environment: Environment;
  /** Empty means every event. */
  eventTypes: string[];
  eventsPerRequest: number;
  enabled: boolean;
}

/** The subscriptions of a workspace, those of endpoints that are switched off included. */
export async function readSubscriptions(sql: SqlRunner, workspace: number): Promise<Subscription[]> {
  return sql<Subscription[]>`
    select number, environment, event_types as "eventTypes", events_per_request as "eventsPerRequest", enabled from webhook_endpoint where workspace = ${workspace}`;
}

/** An endpoint the worker switched off. */
export interface SwitchedOff {
  number: number;
  id: string;
  workspace: number;
  environment: Environment;
  url: string;
  offReason: WebhookOffReason;
  failingSinceMs: number | null;
}

/** Notes that endpoints answered with success: whatever failed before, they do not fail all the time. */
export async function noteWebhookSuccess(sql: SqlRunner, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await sql`
    update webhook_endpoint set failing_since = null
    where number = any(${plainArray(numbers)}::int4[]) and failing_since is not null`;
}

/**
 * Notes that tries at endpoints failed, and switches off those that failed for `failingDays` without one success among the deliveries
 * from `fromId` on, and those whose answer says they are gone. Returns the ones it switched off.
 */
export async function noteWebhookFailure(
  sql: SqlRunner,
  failed: readonly number[],
  gone: readonly number[],
  failingDays: number,
  fromId: string,
): Promise<SwitchedOff[]> {
  if (failed.length === 0) return [];
  await sql`
    update webhook_endpoint set failing_since = now()
    where number = any(${plainArray(failed)}::int4[]) and failing_since is null`;
  return sql<SwitchedOff[]>`
    update webhook_endpoint w set enabled = false, off_since = now(),
      off_reason = case when number = any(${plainArray(gone)}::int4[]) then 'gone' else 'failing' end::webhook_off_reason
    where enabled and (number = any(${plainArray(gone)}::int4[]) or (
      number = any(${plainArray(failed)}::int4[]) and failing_since <= now() - make_interval(days => ${failingDays})
      -- Another worker may have seen a success since.
      and not exists (select from webhook_outcome o where o.endpoint = w.number and o.packet >= ${fromId}
        and o.state = 'delivered' and o.at >= w.failing_since)))
    returning number, id, workspace, environment, url, off_reason as "offReason", ${ms(sql, 'failing_since')} as "failingSinceMs"`;
}
