import { WEBHOOK_CHANNEL, type WebhookOrigin } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** Most deliveries of one packet: enough that what it costs to claim and to record is lost among them. */
export const PACKET_MOST = 500;

/**
 * Deliveries that were made together for one endpoint: those of a fan-out, a replay, a test. They are told apart by their place, from 0. The id
 * leaves its last 16 bits to the place: an id of a packet and a place make the id of a delivery.
 */
export interface NewPacket {
  id: string;
  workspace: number;
  endpoint: number;
  origin: WebhookOrigin;
  /** One request carries all of them. */
  together: boolean;
  eventIds: readonly string[];
}

// A NOTIFY carries less than 8,000 bytes: so many numbers of ten digits fit with room to spare.
const NUMBERS_A_NOTE = 500;

/**
 * Stores packets, due at once, and wakes the workers when the transaction commits. A test goes before all that waits for its endpoint, and is
 * told with an exclamation mark: somebody is looking.
 */
export async function insertPackets(sql: SqlRunner, packets: readonly NewPacket[]): Promise<void> {
  if (packets.length === 0) return;
  const numbers = [...new Set(packets.map((p) => (p.origin === 'test' ? `${p.endpoint}!` : `${p.endpoint}`)))];
  const notes: string[] = [];
  for (let at = 0; at < numbers.length; at += NUMBERS_A_NOTE)
    notes.push(numbers.slice(at, at + NUMBERS_A_NOTE).join(','));
  await Promise.all([
    sql`
      with made as (
        insert into webhook_packet (id, workspace, endpoint, origin, together, event_ids)
        select id, workspace, endpoint, origin, together, event_ids::uuid[] from unnest(
          ${plainArray(packets.map((p) => p.id))}::uuid[], ${plainArray(packets.map((p) => p.workspace))}::int4[],
          ${plainArray(packets.map((p) => p.endpoint))}::int4[], ${plainArray(packets.map((p) => p.origin))}::webhook_origin[],
          ${plainArray(packets.map((p) => (p.together ? 't' : 'f')))}::boolean[],
          ${textArray(packets.map((p) => plainArray(p.eventIds)))}::text[]) as given(id, workspace, endpoint, origin, together, event_ids)
        returning id, workspace, endpoint, origin, event_ids)
      insert into webhook_due (id, packet, next_at, workspace, endpoint, claims, n, places)
      select id, id, case when origin = 'test' then now() - interval '1 day' else now() end, workspace, endpoint, 0, 1,
        array(select generate_series(0, cardinality(event_ids) - 1))::int2[]
      from made`,
    sql`select pg_notify(${WEBHOOK_CHANNEL}, note) from unnest(${textArray(notes)}::text[]) as given(note)`,
  ]);
}

/** Deliveries of a packet that wait for the same try. */
export interface Due {
  id: string;
  packet: string;
  workspace: number;
  endpoint: number;
  /** Which try they wait for, from 1. */
  n: number;
  places: readonly number[];
}

/** Stores what is tried again, each after the milliseconds it waits. It comes due by itself and wakes nobody. */
export async function insertDues(sql: SqlRunner, dues: readonly (Due & { waitMs: number })[]): Promise<void> {
  if (dues.length === 0) return;
  await sql`
    insert into webhook_due (id, packet, next_at, workspace, endpoint, claims, n, places)
    select id, packet, now() + wait_ms * interval '1 millisecond', workspace, endpoint, 0, n, places::int2[]
    from unnest(
      ${plainArray(dues.map((d) => d.id))}::uuid[], ${plainArray(dues.map((d) => d.packet))}::uuid[],
      ${plainArray(dues.map((d) => Math.round(d.waitMs)))}::int8[], ${plainArray(dues.map((d) => d.workspace))}::int4[],
      ${plainArray(dues.map((d) => d.endpoint))}::int4[], ${plainArray(dues.map((d) => d.n))}::int2[],
      ${textArray(dues.map((d) => plainArray(d.places)))}::text[]
    ) as given(id, packet, wait_ms, workspace, endpoint, n, places)`;
}

/** Of endpoints given by number, those for which something is due. */
export async function findDueEndpoints(sql: SqlRunner, numbers: readonly number[]): Promise<number[]> {
  if (numbers.length === 0) return [];
  const rows = await sql<{ number: number }[]>`
    select number from unnest(${plainArray(numbers)}::int4[]) as given(number)
    where exists (select from webhook_due where endpoint = given.number and next_at <= now())`;
  return rows.map((row) => row.number);
}

/** What this worker and no other sends until its lease ends. */
export interface ClaimedDue extends Due {
  origin: WebhookOrigin;
  /** One request carries all of them. */
  together: boolean;
  /** How often it was claimed, this time included: with the id, the fence. */
  claims: number;
  /** The event of each place, in the order of the places. */
  eventIds: readonly string[];
}

/**
 * Claims what is due, at most so many rows of each endpoint, for `leaseSeconds`: in one commit, before any byte leaves. What a worker that
 * dies leaves is due again when the lease ends. The order is that in which it came due.
 */
export async function claimDues(
  sql: SqlRunner,
  rooms: ReadonlyMap<number, number>,
  leaseSeconds: number,
): Promise<ClaimedDue[]> {
  const rows = await sql<(Omit<ClaimedDue, 'places' | 'eventIds'> & { places: string; events: string })[]>`
    with due as materialized (
      select d.id, d.next_at from unnest(${plainArray([...rooms.keys()])}::int4[], ${plainArray([...rooms.values()])}::int4[])
        as given(number, room)
      cross join lateral (select id, next_at from webhook_due
        where endpoint = given.number and next_at <= now()
        order by next_at, id limit given.room for update skip locked) d),
    claimed as (
      -- By key once they are locked: joined to the subselect, the planner might read the whole table.
      update webhook_due set claims = claims + 1, next_at = now() + make_interval(secs => ${leaseSeconds})
      where id = any(array(select id from due))
      returning id, packet, workspace, endpoint, n, claims, places)
    select c.id, c.packet, c.workspace, c.endpoint, c.n, c.claims, p.origin, p.together, array_to_string(c.places, ',') as places,
      case when cardinality(c.places) = cardinality(p.event_ids) then array_to_string(p.event_ids, ',') else (
        select string_agg(e.id::text, ',' order by o.ordinal)
        from unnest(c.places) with ordinality as o(place, ordinal)
        join unnest(p.event_ids) with ordinality as e(id, ordinal) on e.ordinal = o.place + 1) end as events
    from claimed c join due using (id)
    join lateral (select origin, together, event_ids from webhook_packet where endpoint = c.endpoint and id = c.packet) p on true
    order by due.next_at, c.id`;
  return rows.map(({ places, events, ...row }) => ({
    ...row,
    places: places.split(',').map(Number),
    eventIds: events.split(','),
  }));
}

/** Locks claims until the end of the transaction, in the order of their keys, as whoever cancels them does; returns the ids of those that still hold. */
export async function lockDues(
  sql: SqlRunner,
  dues: readonly Pick<ClaimedDue, 'id' | 'claims'>[],
): Promise<ReadonlySet<string>> {
  if (dues.length === 0) return new Set();
  const ids = plainArray(dues.map((d) => d.id));
  const rows = await sql<{ id: string }[]>`
    select d.id from webhook_due d
    join unnest(${ids}::uuid[], ${plainArray(dues.map((d) => d.claims))}::int4[]) as given(id, claims)
      on given.id = d.id and given.claims = d.claims
    where d.id = any(${ids}::uuid[])
    order by d.id for update of d`;
  return new Set(rows.map((row) => row.id));
}

/** Deletes locked claims of which nothing is left to do. */
export async function endDues(sql: SqlRunner, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`delete from webhook_due where id = any(${plainArray(ids)}::uuid[])`;
}

/** Gives back what is left of locked claims: due at once, for any worker. */
export async function releaseDues(sql: SqlRunner, dues: readonly Pick<Due, 'id' | 'places'>[]): Promise<void> {
  if (dues.length === 0) return;
  const ids = plainArray(dues.map((d) => d.id));
  await sql`
    update webhook_due d set next_at = now(), places = given.places::int2[]
    from unnest(${ids}::uuid[], ${textArray(dues.map((d) => plainArray(d.places)))}::text[]) as given(id, places)
    where d.id = given.id and d.id = any(${ids}::uuid[])`;
}

/** Ends what waits for endpoints that were switched off or deleted. */
export async function cancelDues(sql: SqlRunner, endpoints: readonly number[]): Promise<void> {
  if (endpoints.length > 0) await cancelWhere(sql, sql`endpoint = any(${plainArray(endpoints)}::int4[])`);
}

/** Ends what has waited since before `fromId`, a floor of ids of packets: its time is over. */
export async function cancelOldDues(sql: SqlRunner, fromId: string): Promise<void> {
  await cancelWhere(sql, sql`packet < ${fromId}`);
}

async function cancelWhere(sql: SqlRunner, which: ReturnType<typeof sql>): Promise<void> {
  await sql`
    with doomed as materialized (
      select id, packet, workspace, endpoint, n, places from webhook_due where ${which} order by id for update),
    gone as (delete from webhook_due where id = any(array(select id from doomed)))
    insert into webhook_outcome (endpoint, packet, n, first, workspace, at, state, places)
    select endpoint, packet, n, min(one.place), workspace, now(), 'canceled', array_agg(one.place)
    from doomed d cross join unnest(d.places) as one(place)
    -- Of what is being sent some was tried already.
    where not exists (select from webhook_outcome o
      where o.endpoint = d.endpoint and o.packet = d.packet and o.n = d.n and one.place = any(o.places))
    group by d.id, endpoint, packet, n, workspace`;
}
