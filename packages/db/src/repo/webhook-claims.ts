import {
  type Environment,
  WEBHOOK_CHANNEL,
  type WebhookDeliveryState,
  type WebhookFailure,
  type WebhookOrigin,
} from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { idRange } from './messages.ts';

/** An event to store: its body is the JSON text that is signed. */
export interface NewWebhookEvent {
  id: string;
  workspace: number;
  environment: Environment;
  type: string;
  body: string;
}

/** Stores events and returns the ids of those that were not stored before. */
export async function insertWebhookEvents(
  sql: SqlRunner,
  events: readonly NewWebhookEvent[],
): Promise<ReadonlySet<string>> {
  if (events.length === 0) return new Set();
  // In order of their keys: two runs of the same job wait for each other and never in a circle.
  const sorted = events.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = await sql<{ id: string }[]>`
    insert into webhook_event (id, workspace, environment, type, body)
    select * from unnest(
      ${plainArray(sorted.map((e) => e.id))}::uuid[], ${plainArray(sorted.map((e) => e.workspace))}::int4[],
      ${plainArray(sorted.map((e) => e.environment))}::environment[], ${textArray(sorted.map((e) => e.type))}::text[],
      ${textArray(sorted.map((e) => e.body))}::text[])
    on conflict do nothing returning id`;
  return new Set(rows.map((row) => row.id));
}

/** An event to bring to an endpoint. */
export interface NewDelivery {
  id: string;
  eventId: string;
  workspace: number;
  endpoint: number;
  origin: WebhookOrigin;
  type: string;
}

// A NOTIFY carries less than 8,000 bytes: so many numbers of ten digits fit with room to spare.
const NUMBERS_A_NOTE = 500;

/**
 * Stores deliveries, due at once, and wakes the workers when the transaction commits. A test goes before all that waits for its endpoint, and
 * is told with an exclamation mark: somebody is looking.
 */
export async function insertDeliveries(sql: SqlRunner, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  const numbers = [...new Set(deliveries.map((d) => (d.origin === 'test' ? `${d.endpoint}!` : `${d.endpoint}`)))];
  const notes: string[] = [];
  for (let at = 0; at < numbers.length; at += NUMBERS_A_NOTE)
    notes.push(numbers.slice(at, at + NUMBERS_A_NOTE).join(','));
  await Promise.all([
    sql`
      insert into webhook_delivery (id, event_id, next_at, workspace, endpoint, tries, state, origin, type)
      select id, event_id, case when origin = 'test' then now() - interval '1 day' else now() end, workspace, endpoint, 0, 'pending',
        origin, type from unnest(
        ${plainArray(deliveries.map((d) => d.id))}::uuid[], ${plainArray(deliveries.map((d) => d.eventId))}::uuid[],
        ${plainArray(deliveries.map((d) => d.workspace))}::int4[], ${plainArray(deliveries.map((d) => d.endpoint))}::int4[],
        ${plainArray(deliveries.map((d) => d.origin))}::webhook_origin[], ${textArray(deliveries.map((d) => d.type))}::text[]
      ) as given(id, event_id, workspace, endpoint, origin, type)`,
    sql`select pg_notify(${WEBHOOK_CHANNEL}, note) from unnest(${textArray(notes)}::text[]) as given(note)`,
  ]);
}

/** A claimed try of a delivery: nobody else may make it. */
export interface ClaimedDelivery {
  id: string;
  endpoint: number;
  workspace: number;
  environment: Environment;
  eventId: string;
  type: string;
  /** Which try this is, from 1. */
  tries: number;
  body: string;
}

/** Of endpoints given by number, those with a delivery that is due; deliveries below `fromId` are past their time. */
export async function findDueEndpoints(sql: SqlRunner, numbers: readonly number[], fromId: string): Promise<number[]> {
  if (numbers.length === 0) return [];
  const rows = await sql<{ number: number }[]>`
    select number from unnest(${plainArray(numbers)}::int4[]) as given(number)
    where exists (select from webhook_delivery d
      where d.endpoint = given.number and d.state = 'pending' and d.next_at <= now() and d.id >= ${fromId})`;
  return rows.map((row) => row.number);
}

/**
 * Claims due deliveries, at most `rooms` for each endpoint, for `leaseSeconds`: the try is counted and the delivery put off in one
 * commit, before any byte leaves. A worker that dies leaves it due again after the lease.
 */
export async function claimDeliveries(
  sql: SqlRunner,
  rooms: ReadonlyMap<number, number>,
  fromId: string,
  leaseSeconds: number,
): Promise<ClaimedDelivery[]> {
  // The claim looks the rows up by key once they are locked: joined to the subselect, the planner might walk whole days.
  return sql<ClaimedDelivery[]>`
    with due as materialized (
      select d.id from unnest(${plainArray([...rooms.keys()])}::int4[], ${plainArray([...rooms.values()])}::int4[]) as given(number, room)
      cross join lateral (select id from webhook_delivery
        where endpoint = given.number and state = 'pending' and next_at <= now() and id >= ${fromId}
        order by next_at limit given.room for update skip locked) d),
    claimed as (
      update webhook_delivery set tries = tries + 1, next_at = now() + make_interval(secs => ${leaseSeconds})
      where id = any(array(select id from due)) and id >= ${fromId}
      returning id, endpoint, workspace, event_id, type, tries)
    select c.id, c.endpoint, c.workspace, e.environment, c.event_id as "eventId", c.type, c.tries, e.body
    from claimed c join lateral (select environment, body from webhook_event where id = c.event_id) e on true`;
}

/** How a try ended. Times in milliseconds since 1970, durations and waits in milliseconds. */
export interface SettledTry {
  id: string;
  workspace: number;
  tries: number;
  state: WebhookDeliveryState;
  /** Until the next try, when the state is `pending`. */
  waitMs: number;
  atMs: number;
  durationMs: number;
  status: number | null;
  failure: WebhookFailure | null;
  url: string;
  signature: string;
  detail: string | null;
  response: string | null;
}

/** Records tries and moves their deliveries on, unless somebody else claimed or ended these in the meantime. Returns the ids that moved. */
export async function settleDeliveries(sql: SqlRunner, tries: readonly SettledTry[]): Promise<ReadonlySet<string>> {
  if (tries.length === 0) return new Set();
  const ids = plainArray(tries.map((t) => t.id));
  const range = idRange(tries.map((t) => t.id));
  const rows = await sql<{ id: string }[]>`
    with given as materialized (select * from unnest(
      ${ids}::uuid[], ${plainArray(tries.map((t) => t.tries))}::int2[], ${plainArray(tries.map((t) => t.state))}::webhook_state[],
      ${plainArray(tries.map((t) => Math.round(t.waitMs)))}::int8[], ${plainArray(tries.map((t) => t.status))}::int2[],
      ${plainArray(tries.map((t) => t.failure))}::webhook_failure[], ${plainArray(tries.map((t) => t.workspace))}::int4[],
      ${instantArray(tries.map((t) => t.atMs))}::timestamptz[], ${plainArray(tries.map((t) => Math.round(t.durationMs)))}::int4[],
      ${textArray(tries.map((t) => t.url))}::text[], ${textArray(tries.map((t) => t.signature))}::text[],
      ${textArray(tries.map((t) => t.detail))}::text[], ${textArray(tries.map((t) => t.response))}::text[]
    ) as one(id, n, state, wait_ms, status, failure, workspace, at, duration_ms, url, signature, detail, response)),
    moved as (
      update webhook_delivery d set state = g.state, last_status = g.status, last_failure = g.failure,
        next_at = now() + g.wait_ms * interval '1 millisecond', settled_at = case when g.state <> 'pending' then now() end
      from given g
      where d.id = g.id and d.id = any(${ids}::uuid[]) and d.id between ${range.from} and ${range.to}
        and d.tries = g.n and d.state = 'pending'
      returning d.id)
    insert into webhook_attempt (delivery_id, n, workspace, at, duration_ms, status, failure, url, signature, detail, response)
    select g.id, g.n, g.workspace, g.at, g.duration_ms, g.status, g.failure, g.url, g.signature, g.detail, g.response
    from given g join moved using (id)
    on conflict do nothing returning delivery_id as id`;
  return new Set(rows.map((row) => row.id));
}

/** Gives claims back whose bytes never left: as if they had not been made. */
export async function releaseDeliveries(
  sql: SqlRunner,
  claims: readonly { id: string; tries: number }[],
): Promise<void> {
  if (claims.length === 0) return;
  const ids = plainArray(claims.map((claim) => claim.id));
  await sql`
    update webhook_delivery d set tries = d.tries - 1, next_at = now()
    from unnest(${ids}::uuid[], ${plainArray(claims.map((claim) => claim.tries))}::int2[]) as given(id, n)
    where d.id = given.id and d.id = any(${ids}::uuid[]) and d.tries = given.n and d.state = 'pending'`;
}

/** Ends what waits for endpoints that were switched off or deleted. */
export async function cancelDeliveries(sql: SqlRunner, numbers: readonly number[], fromId: string): Promise<void> {
  if (numbers.length === 0) return;
  await sql`
    update webhook_delivery set state = 'canceled', settled_at = now()
    where endpoint = any(${plainArray(numbers)}::int4[]) and state = 'pending' and id >= ${fromId}`;
}
