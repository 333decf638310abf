import type {
  Channel,
  Environment,
  MessageState,
  ReasonCode,
  TrafficClass,
  WebhookDeliveryState,
  WebhookFailure,
  WebhookOrigin,
} from '@signalbox/contracts';
import { plainArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { idRange } from './messages.ts';

/** A change of a message as a webhook tells it. */
export interface MessageChange {
  messageId: string;
  seq: number;
  atMs: number;
  state: MessageState;
  before: MessageState | null;
  attempt: number;
  late: boolean;
  reason: ReasonCode | null;
  /** What a message that is held waits for, as the event tells it; null for one that is not. */
  hold: Record<string, unknown> | null;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  country: string | null;
  clientRef: string | null;
  metadata: Record<string, string> | null;
}

/** Of the events given by message and place, those that changed the state of their message, with what a receiver wants to know. */
export async function readMessageChanges(
  sql: SqlRunner,
  workspace: number,
  events: readonly { messageId: string; seq: number }[],
): Promise<MessageChange[]> {
  if (events.length === 0) return [];
  const ids = events.map((event) => event.messageId);
  const range = idRange(ids);
  return sql<MessageChange[]>`
    select e.message_id as "messageId", e.seq, (extract(epoch from e.at) * 1000)::float8 as "atMs", e.state, p.state as before,
      e.attempt, e.late, e.reason, case when e.state = 'held' then e.data end as hold, m.environment, m.channel, m.class, m.country, m.client_ref as "clientRef", m.metadata
    from unnest(${plainArray(ids)}::uuid[], ${plainArray(events.map((event) => event.seq))}::int2[]) as given(id, seq)
    join event e on e.message_id = given.id and e.seq = given.seq and e.message_id between ${range.from} and ${range.to}
    join message m on m.workspace = ${workspace} and m.id = given.id and m.id between ${range.from} and ${range.to}
    left join event p on p.message_id = given.id and p.seq = given.seq - 1 and p.message_id between ${range.from} and ${range.to}
    where e.workspace = ${workspace} and p.state is distinct from e.state
    order by e.message_id, e.seq`;
}

/** A delivery with its body. Times are milliseconds since 1970; the instant it was made is inside the id. */
export interface DeliveryRow {
  id: string;
  eventId: string;
  type: string;
  origin: WebhookOrigin;
  state: WebhookDeliveryState;
  tries: number;
  nextAtMs: number;
  settledAtMs: number | null;
  lastStatus: number | null;
  lastFailure: WebhookFailure | null;
  body: string;
}

/** Which deliveries are asked for; null means any. */
export interface DeliveryFilter {
  workspace: number;
  endpoint: number;
  state: WebhookDeliveryState | null;
  id: string | null;
  belowId: string | null;
}

/** Deliveries of an endpoint, newest first. */
export async function readDeliveries(
  sql: SqlRunner,
  { workspace, endpoint, state, id, belowId }: DeliveryFilter,
  limit: number,
): Promise<DeliveryRow[]> {
  return sql<DeliveryRow[]>`
    select d.id, d.event_id as "eventId", d.type, d.origin, d.state, d.tries,
      (extract(epoch from d.next_at) * 1000)::float8 as "nextAtMs", (extract(epoch from d.settled_at) * 1000)::float8 as "settledAtMs",
      d.last_status as "lastStatus", d.last_failure as "lastFailure", e.body
    from (select * from webhook_delivery where workspace = ${workspace} and endpoint = ${endpoint}
      ${state === null ? sql`` : sql`and state = ${state}`} ${id === null ? sql`` : sql`and id = ${id}`}
      ${belowId === null ? sql`` : sql`and id < ${belowId}`}
      order by id desc limit ${limit}) d
    join lateral (select body from webhook_event where id = d.event_id) e on true
    order by d.id desc`;
}

/** A try as stored. Times in milliseconds since 1970. */
export interface AttemptRow {
  deliveryId: string;
  n: number;
  atMs: number;
  durationMs: number;
  status: number | null;
  failure: WebhookFailure | null;
  url: string;
  signature: string;
  detail: string | null;
  response: string | null;
}

/** Every try of deliveries, in order. */
export async function readDeliveryAttempts(
  sql: SqlRunner,
  workspace: number,
  deliveryIds: readonly string[],
): Promise<AttemptRow[]> {
  if (deliveryIds.length === 0) return [];
  const range = idRange(deliveryIds);
  return sql<AttemptRow[]>`
    select delivery_id as "deliveryId", n, (extract(epoch from at) * 1000)::float8 as "atMs", duration_ms as "durationMs", status,
      failure, url, signature, detail, response
    from webhook_attempt where workspace = ${workspace} and delivery_id = any(${plainArray(deliveryIds)}::uuid[])
      and delivery_id between ${range.from} and ${range.to}
    order by delivery_id, n`;
}

/** Which events a replay is for: some by id, or those of a span of ids, from the first on and below the second. */
export interface ReplayFilter {
  workspace: number;
  environment: Environment;
  endpoint: number;
  /** Empty means every event. */
  eventTypes: readonly string[];
  ids: readonly string[] | null;
  fromId: string;
  belowId: string;
  /** No delivery of these events has an id below this one. */
  deliveredFromId: string;
  /** Leaves out what this endpoint received. */
  missedOnly: boolean;
}

/** Events to send again to an endpoint, oldest first; those on their way to it already are left out. */
export async function findReplayable(
  sql: SqlRunner,
  filter: ReplayFilter,
  limit: number,
): Promise<{ id: string; type: string }[]> {
  const { workspace, environment, endpoint, eventTypes, ids, fromId, belowId, deliveredFromId, missedOnly } = filter;
  const barring = missedOnly ? sql`('pending', 'delivered')` : sql`('pending')`;
  return sql<{ id: string; type: string }[]>`
    select e.id, e.type from webhook_event e
    where e.workspace = ${workspace} and e.id >= ${fromId} and e.id < ${belowId} and e.environment = ${environment}
      ${ids === null ? sql`` : sql`and e.id = any(${plainArray(ids)}::uuid[])`}
      ${eventTypes.length === 0 ? sql`` : sql`and e.type = any(${[...eventTypes]}::text[])`}
      and not exists (select from webhook_delivery d where d.endpoint = ${endpoint} and d.workspace = ${workspace}
        and d.id >= ${deliveredFromId} and d.event_id = e.id and d.state in ${barring})
      and e.type <> 'webhook.test'
    order by e.id limit ${limit}`;
}
