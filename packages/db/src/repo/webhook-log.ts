import type { Environment, WebhookDeliveryState, WebhookFailure, WebhookOrigin } from '@signalbox/contracts';
import { plainArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { PACKET_MOST } from './webhook-dues.ts';

/** A delivery with its body. Times are milliseconds since 1970; the instant it was made is inside the id. */
export interface DeliveryRow {
  id: string;
  eventId: string;
  /** The packet, when one request carries all of it. */
  together: string | null;
  type: string;
  origin: WebhookOrigin;
  state: WebhookDeliveryState;
  /** When it is tried next, while it is pending. */
  nextAtMs: number | null;
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

const PLACE_DIGITS = 4;

/** The id of the delivery at a place of a packet. */
export const deliveryIdOf = (packet: string, place: number): string =>
  packet.slice(0, -PLACE_DIGITS) + place.toString(16).padStart(PLACE_DIGITS, '0');

/** The packet of a delivery, and its place there. */
const partsOf = (deliveryId: string): { packet: string; place: number } => ({
  packet: deliveryId.slice(0, -PLACE_DIGITS) + '0'.repeat(PLACE_DIGITS),
  place: Number.parseInt(deliveryId.slice(-PLACE_DIGITS), 16),
});

/** Deliveries of an endpoint, newest first. */
export async function readDeliveries(sql: SqlRunner, filter: DeliveryFilter, limit: number): Promise<DeliveryRow[]> {
  const { endpoint, state } = filter;
  const candidates = state === null ? allPlaces : state === 'pending' ? waitingPlaces : endedPlaces;
  const rows = await sql<(Omit<DeliveryRow, 'id'> & { packet: string; place: number })[]>`
    select d.packet, d.place, p.event_id as "eventId", case when p.together then d.packet end as together, e.type, p.origin, coalesce(o.state, 'pending') as state,
      (extract(epoch from case when o.state is null then (select min(next_at) from webhook_due
        where endpoint = ${endpoint} and packet = d.packet and d.place = any(places)) else o.next_at end) * 1000)::float8 as "nextAtMs", e.body
    from (${candidates(sql, filter, limit)} order by packet desc, place desc limit ${limit}) d
    join lateral (select origin, together, event_ids[d.place + 1] as event_id from webhook_packet where endpoint = ${endpoint} and id = d.packet) p on true
    join lateral (select type, body from webhook_event where id = p.event_id) e on true
    left join lateral (select state, next_at from webhook_outcome
      where endpoint = ${endpoint} and packet = d.packet and d.place = any(places) order by n desc limit 1) o on true
    order by d.packet desc, d.place desc`;
  return rows.map(({ packet, place, ...row }) => ({ ...row, id: deliveryIdOf(packet, place) }));
}

// Each of the three below opens no more rows than a page needs: the newest packets hold the newest deliveries. A packet may lie in several
// rows, all of which are opened or none.
const rowsFor = (limit: number): number => limit + 2 * PACKET_MOST;
const isEnough = (sql: SqlRunner, limit: number) => sql`coalesce(before, 0) < ${limit + PACKET_MOST}`;
const NEWER = 'over (order by packet desc groups between unbounded preceding and 1 preceding)';

/** The packets of the filter, and the places of them. */
function within(sql: SqlRunner, { workspace, endpoint, id, belowId }: DeliveryFilter) {
  const exact = id === null ? null : partsOf(id);
  const below = belowId === null ? null : partsOf(belowId);
  return {
    packets: (column: string) => sql`
      workspace = ${workspace} and endpoint = ${endpoint}
      ${exact === null ? sql`` : sql`and ${sql(column)} = ${exact.packet}`}
      ${below === null ? sql`` : sql`and ${sql(column)} <= ${below.packet}`}`,
    places: sql`
      ${exact === null ? sql`` : sql`and place = ${exact.place}`}
      ${below === null ? sql`` : sql`and (packet, place) < (${below.packet}::uuid, ${below.place})`}`,
  };
}

function allPlaces(sql: SqlRunner, filter: DeliveryFilter, limit: number) {
  const { packets, places } = within(sql, filter);
  return sql`
    select packet, place from (
      select packet, size, sum(size) ${sql.unsafe(NEWER)} as before from (
        select id as packet, cardinality(event_ids) as size from webhook_packet where ${packets('id')}
        order by id desc limit ${limit + 1}) newest) counted
    cross join generate_series(0, size - 1) as place
    where ${isEnough(sql, limit)} ${places}`;
}

/** Of what is being sent any number may have been recorded, so that it counts for one. */
function waitingPlaces(sql: SqlRunner, filter: DeliveryFilter, limit: number) {
  const { packets, places } = within(sql, filter);
  return sql`
    select packet, place from (
      select packet, n, places, sum(case when claims = 0 then cardinality(places) else 1 end) ${sql.unsafe(NEWER)} as before from (
        select packet, n, places, claims from webhook_due where ${packets('packet')}
        order by packet desc limit ${rowsFor(limit)}) newest) counted
    cross join unnest(places) as place
    where ${isEnough(sql, limit)} ${places} and not exists (select from webhook_outcome o
      where o.endpoint = ${filter.endpoint} and o.packet = counted.packet and o.n = counted.n and place = any(o.places))`;
}

function endedPlaces(sql: SqlRunner, filter: DeliveryFilter, limit: number) {
  const { packets, places } = within(sql, filter);
  return sql`
    select packet, place from (
      select packet, places, sum(cardinality(places)) ${sql.unsafe(NEWER)} as before from (
        select packet, places from webhook_outcome where ${packets('packet')} and state = ${filter.state}
        order by packet desc limit ${rowsFor(limit)}) newest) counted
    cross join unnest(places) as place
    where ${isEnough(sql, limit)} ${places}`;
}

/** What came of a delivery: a try, or that it was cancelled. Times in milliseconds since 1970. */
export interface OutcomeRow {
  deliveryId: string;
  n: number;
  state: WebhookDeliveryState;
  atMs: number;
  durationMs: number | null;
  status: number | null;
  failure: WebhookFailure | null;
  url: string | null;
  signature: string | null;
  detail: string | null;
  response: string | null;
}

/** All that came of deliveries of an endpoint, of each in order. */
export async function readOutcomes(
  sql: SqlRunner,
  workspace: number,
  endpoint: number,
  deliveryIds: readonly string[],
): Promise<OutcomeRow[]> {
  if (deliveryIds.length === 0) return [];
  const parts = deliveryIds.map(partsOf);
  const rows = await sql<(Omit<OutcomeRow, 'deliveryId'> & { packet: string; place: number })[]>`
    select given.packet, given.place, o.n, o.state,
      (extract(epoch from o.at) * 1000)::float8 + coalesce(o.after_ms[o.index], 0) as "atMs", o.duration_ms[o.index] as "durationMs",
      o.status, o.failure, o.url, split_part(o.signatures, E'\n', o.index) as signature, o.details[o.index] as detail,
      case when o.duration_ms is null or o.status is null then null else coalesce(o.responses[o.index], '') end as response
    from unnest(${plainArray(parts.map(({ packet }) => packet))}::uuid[], ${plainArray(parts.map(({ place }) => place))}::int2[])
      as given(packet, place)
    join lateral (select *, least(array_position(places, given.place), cardinality(duration_ms)) as index from webhook_outcome
      where workspace = ${workspace} and endpoint = ${endpoint} and packet = given.packet and given.place = any(places)) o on true
    order by given.packet, given.place, o.n`;
  return rows.map(({ packet, place, ...row }) => ({ ...row, deliveryId: deliveryIdOf(packet, place) }));
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
  /** No packet with these events has an id below this one. */
  deliveredFromId: string;
  /** Leaves out what this endpoint received. */
  missedOnly: boolean;
}

/** Ids of events to send again to an endpoint, oldest first; those on their way to it already are left out. */
export async function findReplayable(sql: SqlRunner, filter: ReplayFilter, limit: number): Promise<string[]> {
  const { workspace, environment, endpoint, eventTypes, ids, fromId, belowId, deliveredFromId, missedOnly } = filter;
  const received = sql`
    union all select packet, places from webhook_outcome
    where workspace = ${workspace} and endpoint = ${endpoint} and packet >= ${deliveredFromId} and state = 'delivered'`;
  const rows = await sql<{ id: string }[]>`
    with taken as (
      select packet, array(select place from unnest(d.places) as place where claims = 0 or not exists (select from webhook_outcome o
        where o.endpoint = ${endpoint} and o.packet = d.packet and o.n = d.n and place = any(o.places))) as places
      from webhook_due d where workspace = ${workspace} and endpoint = ${endpoint}
      ${missedOnly ? received : sql``}),
    barred as materialized (
      select one.event_id from taken
      join lateral (select event_ids from webhook_packet where endpoint = ${endpoint} and id = taken.packet) p on true
      cross join lateral unnest(p.event_ids) with ordinality as one(event_id, ordinal)
      where cardinality(taken.places) = cardinality(p.event_ids) or one.ordinal - 1 = any(taken.places))
    select e.id from webhook_event e
    where e.workspace = ${workspace} and e.id >= ${fromId} and e.id < ${belowId} and e.environment = ${environment}
      ${ids === null ? sql`` : sql`and e.id = any(${plainArray(ids)}::uuid[])`}
      ${eventTypes.length === 0 ? sql`` : sql`and e.type = any(${[...eventTypes]}::text[])`}
      and not exists (select from barred where barred.event_id = e.id)
      and e.type <> 'webhook.test'
    order by e.id limit ${limit}`;
  return rows.map((row) => row.id);
}
