import type {
  Channel,
  Environment,
  MessageState,
  ReasonCode,
  ReceiptVerdict,
  TrafficClass,
} from '@signalbox/contracts';
import { plainArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { idRange, type WrittenBy } from './messages.ts';

/** Which messages a list is asked for; null means any. Ids are UUIDs and bounds of the time inside them. */
export interface MessageFilter {
  workspace: number;
  environment: Environment;
  state: MessageState | null;
  reason: string | null;
  channel: Channel | null;
  class: TrafficClass | null;
  country: string | null;
  /** Whole address, or the end of one. */
  address: { exact: string } | { ends: string } | null;
  clientRef: string | null;
  /** Internal number of a route that some turn of the message was claimed for. */
  route: number | null;
  /** Only ids below this one. */
  belowId: string | null;
  /** Only ids from this one on. */
  fromId: string | null;
  /** Only ids above this one. */
  aboveId: string | null;
}

const FINAL = "('delivered','undelivered','failed','expired','unknown','suppressed','canceled')";

// A final event stands whatever turn was claimed beside it; else a claim that is newer than the newest event is under way.
const stateOf = (sql: SqlRunner) => sql`
  case when e.state in ${sql.unsafe(FINAL)} then e.state
    when a.worker is not null and a.n > coalesce(e.attempt, 0) then 'sending'
    when e.state is not null then e.state
    when a.n is null and m.send_at > now() then 'scheduled'
    else 'queued' end`;

const newestEvent = (sql: SqlRunner) => sql`
  left join lateral (select state, seq, attempt, reason, at, data from event
    where message_id = m.id order by seq desc limit 1) e on true`;

const newestTurn = (sql: SqlRunner) => sql`
  left join lateral (select n, worker, claimed_at from attempt where message_id = m.id order by n desc limit 1) a on true`;

function messageConditions(sql: SqlRunner, filter: MessageFilter) {
  const { address } = filter;
  return sql`
    m.workspace = ${filter.workspace} and m.environment = ${filter.environment}
    ${filter.belowId === null ? sql`` : sql`and m.id < ${filter.belowId}`}
    ${filter.fromId === null ? sql`` : sql`and m.id >= ${filter.fromId}`}
    ${filter.aboveId === null ? sql`` : sql`and m.id > ${filter.aboveId}`}
    ${filter.channel === null ? sql`` : sql`and m.channel = ${filter.channel}`}
    ${filter.class === null ? sql`` : sql`and m.class = ${filter.class}`}
    ${filter.country === null ? sql`` : sql`and m.country = ${filter.country}`}
    ${address !== null && 'exact' in address ? sql`and m.address = ${address.exact}` : sql``}
    ${address !== null && 'ends' in address ? sql`and right(m.address, ${address.ends.length}) = ${address.ends}` : sql``}
    ${filter.route === null ? sql`` : sql`and exists (select from attempt t where t.message_id = m.id and t.route = ${filter.route})`}
    ${
      filter.clientRef === null
        ? sql``
        : sql`and m.id = (select message_id from client_ref where workspace = ${filter.workspace}
            and environment = ${filter.environment} and ref = ${filter.clientRef})`
    }`;
}

/**
 * Ids of the messages that fit, newest first, at most `limit`. Ended and failing messages are found by the index of problems, so that a
 * rare failure is not searched for among millions of deliveries; other filters may read long: set a statement timeout.
 */
export async function findMessageIds(sql: SqlRunner, filter: MessageFilter, limit: number): Promise<string[]> {
  const found = await Promise.all(searchesFor(sql, filter, limit));
  const ids = new Set(found.flatMap((rows) => rows.map((row) => row.id)));
  return [...ids].sort((a, b) => (a < b ? 1 : -1)).slice(0, limit);
}

type Search = Promise<{ id: string }[]>;
type IdColumn = 'e.message_id' | 'a.message_id';

/** The searches whose results together are what fits: each kind of standing has its own quick way. */
function searchesFor(sql: SqlRunner, filter: MessageFilter, limit: number): Search[] {
  const { state, reason } = filter;
  switch (state) {
    case null:
      return [reason === null ? findByTime(sql, filter, limit) : findByEvent(sql, filter, limit)];
    case 'sent':
    case 'delivered':
      return [findByTime(sql, filter, limit)];
    case 'scheduled':
      return reason === null ? [findUntouched(sql, filter, limit)] : [];
    case 'queued':
      return [findByEvent(sql, filter, limit), ...(reason === null ? [findUntouched(sql, filter, limit)] : [])];
    case 'sending':
      return [findByEvent(sql, filter, limit), ...(reason === null ? [findClaimed(sql, filter, limit)] : [])];
    default:
      return [findByEvent(sql, filter, limit)];
  }
}

async function findByTime(sql: SqlRunner, filter: MessageFilter, limit: number): Search {
  const { state, reason } = filter;
  if (state === null) {
    return sql<{ id: string }[]>`
      select m.id from message m where ${messageConditions(sql, filter)} order by m.id desc limit ${limit}`;
  }
  return sql<{ id: string }[]>`
    select m.id from message m ${newestEvent(sql)} ${newestTurn(sql)}
    where ${messageConditions(sql, filter)} and ${stateOf(sql)} = ${state}::message_state
      ${reason === null ? sql`` : sql`and e.reason = ${reason} and e.state = ${state}`}
    order by m.id desc limit ${limit}`;
}

// A lateral with a limit is looked up row by row: the planner must not read all messages to join them with a few events.
const messageOf = (sql: SqlRunner, filter: MessageFilter, id: IdColumn) => sql`
  join lateral (select m.id from message m where m.id = ${sql.unsafe(id)} and ${messageConditions(sql, filter)} limit 1) m on true`;

const idConditions = (sql: SqlRunner, filter: MessageFilter, id: IdColumn) => sql`
  ${filter.belowId === null ? sql`` : sql`and ${sql.unsafe(id)} < ${filter.belowId}`}
  ${filter.fromId === null ? sql`` : sql`and ${sql.unsafe(id)} >= ${filter.fromId}`}
  ${filter.aboveId === null ? sql`` : sql`and ${sql.unsafe(id)} > ${filter.aboveId}`}`;

/** Messages that stand where their newest event left them, out of the index of problems. */
async function findByEvent(sql: SqlRunner, filter: MessageFilter, limit: number): Search {
  return sql<{ id: string }[]>`
    select m.id from event e ${messageOf(sql, filter, 'e.message_id')}
    where e.workspace = ${filter.workspace} and e.state not in ('sent', 'delivered') ${idConditions(sql, filter, 'e.message_id')}
      ${filter.state === null ? sql`` : sql`and e.state = ${filter.state}`}
      ${filter.reason === null ? sql`` : sql`and e.reason = ${filter.reason}`}
      and not exists (select from event n where n.message_id = e.message_id and n.seq > e.seq)
      and (e.state in ${sql.unsafe(FINAL)} or not exists (select from attempt t
        where t.message_id = e.message_id and t.n > e.attempt and t.worker is not null))
    order by e.message_id desc limit ${limit}`;
}

/** Messages that never had a turn: those whose time has come, or those scheduled for later. */
async function findUntouched(sql: SqlRunner, filter: MessageFilter, limit: number): Search {
  return sql<{ id: string }[]>`
    select m.id from message m
    where ${messageConditions(sql, filter)}
      and ${filter.state === 'scheduled' ? sql`m.send_at > now()` : sql`(m.send_at is null or m.send_at <= now())`}
      and not exists (select from attempt t where t.message_id = m.id)
    order by m.id desc limit ${limit}`;
}

/** Messages with a claim whose answer is not written yet. Claims are answered or taken over within minutes. */
async function findClaimed(sql: SqlRunner, filter: MessageFilter, limit: number): Search {
  return sql<{ id: string }[]>`
    select m.id from attempt a ${messageOf(sql, filter, 'a.message_id')}
    where a.workspace = ${filter.workspace} and a.worker is not null and a.claimed_at > now() - interval '1 hour'
      ${idConditions(sql, filter, 'a.message_id')}
      and not exists (select from event e where e.message_id = a.message_id
        and (e.attempt >= a.n or e.state in ${sql.unsafe(FINAL)}))
    order by a.message_id desc limit ${limit}`;
}

/** A message with where it stands. Times are milliseconds since 1970. */
export interface MessageRow {
  id: string;
  environment: Environment;
  class: TrafficClass;
  channel: Channel;
  address: string;
  country: string | null;
  sender: string | null;
  subject: string | null;
  body: string | null;
  html: string | null;
  parts: number | null;
  clientRef: string | null;
  metadata: Record<string, string> | null;
  apiKey: number | null;
  sendAtMs: number | null;
  expiresAtMs: number;
  maxPriceMicros: number | null;
  maxPriceCurrency: string | null;
  /** The body as it is sent, sealed, when `body` shows it masked. */
  sealedBody: string | null;
  /** UUID of the group or the verification whose next channel may follow this message; null for one that stands alone. */
  sentFor: string | null;
  /** What it was written by; null for content of the caller's own. */
  template: WrittenBy | null;
  topic: string | null;
  /** The language a call is spoken in; null for what is read. */
  locale: string | null;
  state: MessageState;
  /** Why it stands there, by its newest event. */
  reason: ReasonCode | null;
  /** What a message that is held waits for, as the event of it tells; null for one that is not. */
  hold: Record<string, unknown> | null;
  /** The newest event or turn. */
  changedAtMs: number | null;
}

/** Reads messages of one workspace and environment with their present state, newest first; ids that do not exist there are left out. */
export async function readMessageRows(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  ids: readonly string[],
): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  const range = idRange(ids);
  return sql<MessageRow[]>`
    select m.id, m.environment, m.class, m.channel, m.address, m.country, m.sender, m.subject, m.body, m.html, m.parts,
      m.client_ref as "clientRef", m.metadata, m.api_key as "apiKey", m.sealed_body as "sealedBody",
      m.sent_for as "sentFor", m.template, m.topic, m.locale,
      (extract(epoch from m.send_at) * 1000)::float8 as "sendAtMs",
      (extract(epoch from m.expires_at) * 1000)::float8 as "expiresAtMs",
      m.max_price_micros::float8 as "maxPriceMicros", m.max_price_currency as "maxPriceCurrency",
      ${stateOf(sql)} as state, case when ${stateOf(sql)} = e.state and e.state <> 'delivered' then e.reason end as reason,
      case when ${stateOf(sql)} = 'held' then e.data end as hold,
      (extract(epoch from greatest(e.at, a.claimed_at)) * 1000)::float8 as "changedAtMs"
    from message m ${newestEvent(sql)} ${newestTurn(sql)}
    where m.workspace = ${workspace} and m.environment = ${environment}
      and m.id = any(${plainArray(ids)}::uuid[]) and m.id between ${range.from} and ${range.to}
    order by m.id desc`;
}

/** One part of an attempt as receipts left it. */
export interface StoredPart {
  attempt: number;
  part: number;
  verdict: ReceiptVerdict | null;
}

/** The parts of a long text, by attempt and number. */
export async function readParts(sql: SqlRunner, messageId: string): Promise<StoredPart[]> {
  return sql<StoredPart[]>`
    select attempt, part, verdict from part_ref where message_id = ${messageId} order by attempt, part`;
}

/** What a turn of a message came to; the cost of a window is worked out from these. */
export interface ClaimedSum {
  plan: string;
  route: number;
  parts: number;
}

/** How many parts went out by plan and route since `fromId`: turns that a provider took, or may have taken. */
export async function sumClaimed(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  fromId: string,
): Promise<ClaimedSum[]> {
  return sql<ClaimedSum[]>`
    select a.plan::text as plan, a.route, sum(coalesce(m.parts, 1))::float8 as parts
    from attempt a join message m on m.workspace = a.workspace and m.id = a.message_id
    where a.workspace = ${workspace} and a.message_id >= ${fromId} and m.id >= ${fromId} and m.environment = ${environment}
      and a.worker is not null and a.plan is not null and a.route is not null
      and exists (select from event e where e.message_id = a.message_id and e.attempt = a.n
        and e.state in ('sent', 'delivered', 'undelivered', 'expired', 'unknown'))
    group by a.plan, a.route`;
}
