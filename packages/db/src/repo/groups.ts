import type { Channel, ChannelMode, Environment, ReasonCode } from '@signalbox/contracts';
import { instantArray, jsonArray, plainArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import type { NewMessage } from './messages.ts';
import type { Substituted } from './substitutions.ts';

/** A channel whose turn has not come: what its message will be made of, beside what it shares with the first. */
export type WaitingChannel = Pick<
  NewMessage,
  'channel' | 'address' | 'country' | 'sender' | 'subject' | 'body' | 'html' | 'locale' | 'parts' | 'template'
>;

/** A send over several channels to store. */
export interface NewGroup {
  /** The id of its first message. */
  id: string;
  workspace: number;
  environment: Environment;
  mode: ChannelMode;
  /** How long a channel waits for its receipt, in seconds; null when all go at once. */
  timeoutSeconds: number | null;
  channels: readonly Channel[];
  /** UUIDs of the messages that go now, in the order of `channels`. */
  messageIds: readonly string[];
  waiting: readonly WaitingChannel[] | null;
  /** The rule that chose the order of the channels; null where the caller's stands. */
  substitution: Substituted | null;
  /** When the validity of the whole ends, in milliseconds since 1970. */
  expiresAtMs: number;
}

/** A stored group. */
export interface GroupRow extends NewGroup {
  channels: readonly Channel[];
  /** Why each message after the first went. */
  reasons: readonly ReasonCode[];
  /** Why the waiting channels do not go: a reason, or how the one before them stands. Null while they may, or when all have gone. */
  stopped: ReasonCode | 'delivered' | 'sent' | null;
  /** Milliseconds its validity still lasts by the clock of the database; not positive when it has ended. */
  leftMs: number;
}

/** Stores groups in one statement, sent at the call: what the caller asks next comes after it. */
export async function insertGroups(sql: SqlRunner, groups: readonly NewGroup[]): Promise<void> {
  if (groups.length === 0) return;
  await sql`
    insert into message_group (id, workspace, environment, mode, timeout_seconds, expires_at, channels, message_ids, reasons, waiting, substitution)
    select id, workspace, environment, mode, timeout_seconds, expires_at,
      array(select jsonb_array_elements_text(lists->'channels'))::channel[],
      array(select jsonb_array_elements_text(lists->'messageIds'))::uuid[], '{}', nullif(lists->'waiting', 'null'), nullif(lists->'substitution', 'null')
    from unnest(
      ${plainArray(groups.map((g) => g.id))}::uuid[],
      ${plainArray(groups.map((g) => g.workspace))}::int4[],
      ${plainArray(groups.map((g) => g.environment))}::environment[],
      ${plainArray(groups.map((g) => g.mode))}::channel_mode[],
      ${plainArray(groups.map((g) => g.timeoutSeconds))}::int4[],
      ${instantArray(groups.map((g) => g.expiresAtMs))}::timestamptz[],
      ${jsonArray(groups.map(({ channels, messageIds, waiting, substitution }) => ({ channels, messageIds, waiting, substitution })))}::jsonb[]
    ) as given(id, workspace, environment, mode, timeout_seconds, expires_at, lists)`.execute();
}

const columns = (sql: SqlRunner) => sql`
  id, workspace, environment, mode, timeout_seconds as "timeoutSeconds", channels::text[] as channels, message_ids as "messageIds",
  reasons, waiting, substitution, stopped, (extract(epoch from expires_at) * 1000)::float8 as "expiresAtMs",
  (extract(epoch from expires_at - now()) * 1000)::float8 as "leftMs"`;

/** Groups of a workspace by id; what is no group is left out. */
export async function readGroups(sql: SqlRunner, workspace: number, ids: readonly string[]): Promise<GroupRow[]> {
  if (ids.length === 0) return [];
  return sql<GroupRow[]>`
    select ${columns(sql)} from message_group where workspace = ${workspace} and id = any(${plainArray(ids)}::uuid[])`;
}

/** One group for whoever goes on with it or stops it: the row stays locked to the end of the transaction, so that its next channel goes once. */
export async function lockGroup(sql: SqlRunner, workspace: number, id: string): Promise<GroupRow | undefined> {
  const [row] = await sql<GroupRow[]>`
    select ${columns(sql)} from message_group where workspace = ${workspace} and id = ${id} for update`;
  return row;
}

/** Notes that the first of the waiting channels has gone, and why. What is left of the list waits on; the last one leaves none. */
export async function noteNextMessage(
  sql: SqlRunner,
  group: Pick<GroupRow, 'workspace' | 'id'>,
  messageId: string,
  reason: ReasonCode,
): Promise<void> {
  await sql`
    update message_group set message_ids = message_ids || ${messageId}::uuid, reasons = reasons || ${reason}::text,
      waiting = nullif(waiting - 0, '[]')
    where workspace = ${group.workspace} and id = ${group.id}`;
}

/** Ends a group: nothing of it goes any more, and addresses and content that were kept for later are forgotten. */
export async function stopGroup(
  sql: SqlRunner,
  group: Pick<GroupRow, 'workspace' | 'id'>,
  why: NonNullable<GroupRow['stopped']>,
): Promise<void> {
  await sql`
    update message_group set stopped = ${why}, waiting = null where workspace = ${group.workspace} and id = ${group.id}`;
}
