import type { Channel, Environment, MessageState, TrafficClass } from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { idRange } from './messages.ts';

/** The facts of a message that its place in the tally depends on. */
export interface TalliedRow {
  id: string;
  environment: Environment;
  channel: Channel;
  class: TrafficClass;
  country: string | null;
}

/** What an event of a message touches besides its history: its place in the tally, what it was sent for, and what webhooks are told. */
export interface TouchedRow extends TalliedRow {
  /** UUID of the group or the verification whose next channel may follow this message; null for one that stands alone. */
  sentFor: string | null;
  /** Whether its sender gave it a reference or metadata. */
  labelled: boolean;
}

/** Those facts with whom the message is for, whose it shows as its sender, and its parts. */
export interface AddressedRow extends TouchedRow {
  address: string;
  sender: string | null;
  parts: number | null;
  /** Its text is sealed: it carries a code of ours. */
  sealed: boolean;
}

/** Reads those facts for messages of several workspaces. */
export async function readTouched(
  sql: SqlRunner,
  messages: readonly { workspace: number; messageId: string }[],
): Promise<Map<string, AddressedRow>> {
  const range = idRange(messages.map((m) => m.messageId));
  const rows = await sql<AddressedRow[]>`
    select m.id, m.environment, m.channel, m.class, m.country, m.address, m.sender, m.parts, m.sent_for as "sentFor",
      m.sealed_body is not null as sealed, (m.client_ref is not null or m.metadata is not null) as labelled
    from unnest(${plainArray(messages.map((m) => m.workspace))}::int4[],
      ${plainArray(messages.map((m) => m.messageId))}::uuid[]) as given(workspace, id)
    join message m on m.workspace = given.workspace and m.id = given.id and m.id between ${range.from} and ${range.to}`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** A change of the tally: so many more (or fewer) messages of a group stand in a state. */
export interface TallyChange {
  workspace: number;
  environment: string;
  hourMs: number;
  channel: string;
  class: string;
  country: string;
  state: MessageState;
  delta: number;
}

/** Adds changes to the tally, by a statement that is on its way when this returns. Sorted by key, so that two writers never wait for each other in a circle. */
export async function addToTally(sql: SqlRunner, changes: readonly TallyChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into tally as t (hour, workspace, environment, channel, class, country, state, count)
    select * from unnest(
      ${instantArray(changes.map((c) => c.hourMs))}::timestamptz[],
      ${plainArray(changes.map((c) => c.workspace))}::int4[],
      ${plainArray(changes.map((c) => c.environment))}::environment[],
      ${plainArray(changes.map((c) => c.channel))}::channel[],
      ${plainArray(changes.map((c) => c.class))}::traffic_class[],
      ${textArray(changes.map((c) => c.country))}::text[],
      ${plainArray(changes.map((c) => c.state))}::message_state[],
      ${plainArray(changes.map((c) => c.delta))}::int8[])
    order by 2, 3, 1, 4, 5, 6, 7
    on conflict (workspace, environment, hour, channel, class, country, state)
    do update set count = t.count + excluded.count`.execute();
}
