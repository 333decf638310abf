import type { Channel, Environment, MessageState, ReasonCode, TrafficClass } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
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
      e.attempt, e.late, e.reason, case when e.state = 'held' then e.data end as hold, m.environment, m.channel, m.class, m.country,
      m.client_ref as "clientRef", m.metadata
    from unnest(${plainArray(ids)}::uuid[], ${plainArray(events.map((event) => event.seq))}::int2[]) as given(id, seq)
    join event e on e.message_id = given.id and e.seq = given.seq and e.message_id between ${range.from} and ${range.to}
    join message m on m.workspace = ${workspace} and m.id = given.id and m.id between ${range.from} and ${range.to}
    left join event p on p.message_id = given.id and p.seq = given.seq - 1 and p.message_id between ${range.from} and ${range.to}
    where e.workspace = ${workspace} and p.state is distinct from e.state
    order by e.message_id, e.seq`;
}

/** What the sender of a message gave it to be known by. */
export interface MessageLabels {
  id: string;
  clientRef: string | null;
  metadata: Record<string, string> | null;
}

/** Labels of messages of one workspace, in no order. */
export async function readMessageLabels(
  sql: SqlRunner,
  workspace: number,
  ids: readonly string[],
): Promise<MessageLabels[]> {
  if (ids.length === 0) return [];
  const range = idRange(ids);
  return sql<MessageLabels[]>`
    select id, client_ref as "clientRef", metadata from message
    where workspace = ${workspace} and id = any(${plainArray(ids)}::uuid[]) and id between ${range.from} and ${range.to}`;
}

/** An event to store: its body is the JSON text that is signed, in one line. */
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
  const ids = sorted.map((e) => e.id);
  // Bodies go as lines, which nobody has to quote; one that had a line end would leave a row without an id, which is refused. What was stored
  // is told in one value, and not at all when it is all of them.
  const [row] = await sql<{ fresh: string | null }[]>`
    with made as (
      insert into webhook_event (id, workspace, environment, type, body)
      select * from rows from (
        unnest(${plainArray(ids)}::uuid[]), unnest(${plainArray(sorted.map((e) => e.workspace))}::int4[]),
        unnest(${plainArray(sorted.map((e) => e.environment))}::environment[]), unnest(${textArray(sorted.map((e) => e.type))}::text[]),
        string_to_table(${sorted.map((e) => e.body).join('\n')}, E'\n'))
      on conflict do nothing returning id)
    select case when count(*) < ${ids.length} then coalesce(string_agg(id::text, ','), '') end as fresh from made`;
  return new Set(row?.fresh?.split(',').filter((id) => id !== '') ?? ids);
}

/** What is sent of an event, and what it is called. */
export interface StoredWebhookEvent {
  id: string;
  type: string;
  body: string;
}

/** Events by id, in no order; those that are past their time are left out. */
export async function readWebhookEvents(sql: SqlRunner, ids: readonly string[]): Promise<StoredWebhookEvent[]> {
  if (ids.length === 0) return [];
  const range = idRange(ids);
  return sql<StoredWebhookEvent[]>`
    select id, type, body from webhook_event
    where id = any(${plainArray(ids)}::uuid[]) and id between ${range.from} and ${range.to}`;
}
