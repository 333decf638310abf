import { type Channel, type Environment, type TrafficClass, uuidFloor, uuidTimeMs } from '@signalbox/contracts';
import { instantArray, jsonArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner, Transaction } from '../connection.ts';
import { type CopyColumn, copyRows, jsonText } from '../copy-rows.ts';
import { type LearnedNumber, learnedColumns } from './learned-number.ts';
import { answerColumns, type RegistryAnswer } from './registries.ts';

/** What a message was written by: a version of a template, by its number, and a body of it. */
export interface WrittenBy {
  version: number;
  /** The language of the body. */
  locale: string;
  /** The language that was asked for, when it is another one. */
  asked?: string;
}

/** A message to store. Times are milliseconds since 1970; the instant of acceptance is inside `id`. */
export interface NewMessage {
  id: string;
  workspace: number;
  environment: Environment;
  class: TrafficClass;
  channel: Channel;
  apiKey: number | null;
  address: string;
  country: string | null;
  sender: string | null;
  subject: string | null;
  body: string | null;
  html: string | null;
  parts: number | null;
  clientRef: string | null;
  metadata: Record<string, string> | null;
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
  /** What marketing is about; null for what names no topic. */
  topic: string | null;
  /** The language a call is spoken in; null for what is read. */
  locale: string | null;
}

const MESSAGE_COLUMNS: readonly CopyColumn[] = [
  { name: 'id', type: 'uuid' },
  { name: 'expires_at', type: 'instant' },
  { name: 'send_at', type: 'instant' },
  { name: 'max_price_micros', type: 'int8' },
  { name: 'workspace', type: 'int4' },
  { name: 'api_key', type: 'int4' },
  { name: 'environment', type: 'word' },
  { name: 'class', type: 'word' },
  { name: 'channel', type: 'word' },
  { name: 'parts', type: 'int2' },
  { name: 'max_price_currency', type: 'text' },
  { name: 'country', type: 'text' },
  { name: 'address', type: 'text' },
  { name: 'sender', type: 'text' },
  { name: 'subject', type: 'text' },
  { name: 'body', type: 'text' },
  { name: 'html', type: 'text' },
  { name: 'client_ref', type: 'text' },
  { name: 'metadata', type: 'json' },
  { name: 'sealed_body', type: 'text' },
  { name: 'sent_for', type: 'uuid' },
  { name: 'template', type: 'json' },
  { name: 'topic', type: 'text' },
  { name: 'locale', type: 'text' },
];

/**
 * Stores many accepted messages by COPY. PostgreSQL takes no COPY from a role that row-level security applies to, so this runs as the
 * owner of the table: the caller has seen to it that each message belongs to the workspace of its key or session.
 */
export async function copyMessages(sql: Transaction, messages: readonly NewMessage[]): Promise<void> {
  await copyRows(
    sql,
    'message',
    MESSAGE_COLUMNS,
    messages.map((m) => [
      m.id,
      m.expiresAtMs,
      m.sendAtMs,
      m.maxPriceMicros,
      m.workspace,
      m.apiKey,
      m.environment,
      m.class,
      m.channel,
      m.parts,
      m.maxPriceCurrency,
      m.country,
      m.address,
      m.sender,
      m.subject,
      m.body,
      m.html,
      m.clientRef,
      jsonText(m.metadata),
      m.sealedBody,
      m.sentFor,
      jsonText(m.template),
      m.topic,
      m.locale,
    ]),
  );
}

/** Stores accepted messages, one statement for all, sent at the call: what the caller asks next comes after it. */
export async function insertMessages(sql: SqlRunner, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await sql`
    insert into message (id, expires_at, send_at, max_price_micros, workspace, api_key, environment, class, channel, parts,
      max_price_currency, country, address, sender, subject, body, html, client_ref, metadata, sealed_body, sent_for, template, topic,
      locale)
    select * from unnest(
      ${plainArray(messages.map((m) => m.id))}::uuid[],
      ${instantArray(messages.map((m) => m.expiresAtMs))}::timestamptz[],
      ${instantArray(messages.map((m) => m.sendAtMs))}::timestamptz[],
      ${plainArray(messages.map((m) => m.maxPriceMicros))}::int8[],
      ${plainArray(messages.map((m) => m.workspace))}::int4[],
      ${plainArray(messages.map((m) => m.apiKey))}::int4[],
      ${plainArray(messages.map((m) => m.environment))}::environment[],
      ${plainArray(messages.map((m) => m.class))}::traffic_class[],
      ${plainArray(messages.map((m) => m.channel))}::channel[],
      ${plainArray(messages.map((m) => m.parts))}::int2[],
      ${textArray(messages.map((m) => m.maxPriceCurrency))}::text[],
      ${textArray(messages.map((m) => m.country))}::text[],
      ${textArray(messages.map((m) => m.address))}::text[],
      ${textArray(messages.map((m) => m.sender))}::text[],
      ${textArray(messages.map((m) => m.subject))}::text[],
      ${textArray(messages.map((m) => m.body))}::text[],
      ${textArray(messages.map((m) => m.html))}::text[],
      ${textArray(messages.map((m) => m.clientRef))}::text[],
      ${jsonArray(messages.map((m) => m.metadata))}::jsonb[],
      ${textArray(messages.map((m) => m.sealedBody))}::text[],
      ${plainArray(messages.map((m) => m.sentFor))}::uuid[],
      ${jsonArray(messages.map((m) => m.template))}::jsonb[],
      ${textArray(messages.map((m) => m.topic))}::text[],
      ${textArray(messages.map((m) => m.locale))}::text[])`.execute();
}

/** A message as the worker needs it to decide and dispatch. */
export interface LoadedMessage {
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
  expiresAtMs: number;
  maxPriceMicros: number | null;
  maxPriceCurrency: string | null;
  /** The body as it is sent, sealed, when `body` shows it masked. */
  sealedBody: string | null;
  /** UUID of the group or the verification whose next channel may follow this message; null for one that stands alone. */
  sentFor: string | null;
  /** What it was written by; null for content of the caller's own. */
  template: WrittenBy | null;
  /** What marketing is about; null for what names no topic. */
  topic: string | null;
  /** The language a call is spoken in; null for what is read. */
  locale: string | null;
  /** What its sender gave it; caps may tell messages apart by it. */
  metadata: Record<string, string> | null;
  /** What was learned of the network of its number, beyond the range; nothing for most. */
  learned?: LearnedNumber | null;
  /** What registries said of its address and still holds; read of marketing only, null where none did. */
  answers?: readonly RegistryAnswer[] | null;
}

/** A message whose turn has come. */
export interface DueMessage extends LoadedMessage {
  /** Whether its sender gave it a reference or metadata. */
  labelled: boolean;
}

/** The order of the keys of what is written about messages. */
export const byMessage = (a: { messageId: string }, b: { messageId: string }): number =>
  a.messageId < b.messageId ? -1 : a.messageId > b.messageId ? 1 : 0;

/** The key range a set of time-ordered ids lies in: lets the server read only the partitions concerned. */
export function idRange(ids: readonly string[]): { from: string; to: string } {
  let from = ids[0] ?? uuidFloor(0);
  let to = from;
  for (const id of ids) {
    if (id < from) from = id;
    if (id > to) to = id;
  }
  return { from, to };
}

/** Reads messages of one workspace by id, in id order; ids that do not exist are left out. */
export async function loadMessages(sql: SqlRunner, workspace: number, ids: readonly string[]): Promise<DueMessage[]> {
  const range = idRange(ids);
  const rows = await sql<DueMessage[]>`
    select m.id, m.environment, m.class, m.channel, m.address, m.country, m.sender, m.subject, m.body, m.html, m.parts,
      m.sealed_body as "sealedBody", m.sent_for as "sentFor", (m.client_ref is not null or m.metadata is not null) as labelled, m.template, m.topic, m.locale, m.metadata,
      (extract(epoch from m.expires_at) * 1000)::float8 as "expiresAtMs",
      m.max_price_micros::float8 as "maxPriceMicros", m.max_price_currency as "maxPriceCurrency",
      (select to_jsonb(l) from (select ${learnedColumns(sql)} from number_network n
        where n.workspace = ${workspace} and n.address = m.address and n.until > now()) as l) as learned,
      (select jsonb_agg(to_jsonb(a) order by a.registry) from (select ${answerColumns(sql)} from registry_answer r
        where m.class = 'marketing' and r.workspace = ${workspace} and r.address = lower(m.address) and r.until > now()) as a) as answers
    from message m
    where m.workspace = ${workspace} and m.id = any(${plainArray(ids)}::uuid[])
      and m.id between ${range.from} and ${range.to}
    order by m.id`;
  return rows;
}

/** A caller's reference to store with the message that carries it. */
export interface NewClientRef {
  workspace: number;
  environment: Environment;
  ref: string;
  messageId: string;
}

/** Stores callers' references and returns the message ids whose reference was free. */
export async function insertClientRefs(sql: SqlRunner, refs: readonly NewClientRef[]): Promise<Set<string>> {
  const rows = await sql<{ messageId: string }[]>`
    insert into client_ref (workspace, environment, ref, message_id)
    select * from unnest(
      ${plainArray(refs.map((r) => r.workspace))}::int4[],
      ${plainArray(refs.map((r) => r.environment))}::environment[],
      ${textArray(refs.map((r) => r.ref))}::text[],
      ${plainArray(refs.map((r) => r.messageId))}::uuid[]) as given(workspace, environment, ref, message_id)
    order by 1, 2, 3
    on conflict do nothing
    returning message_id as "messageId"`;
  return new Set(rows.map((row) => row.messageId));
}

/** How old the oldest message of each class is that has no turn yet, in seconds, looking back one hour. */
export async function oldestWaiting(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  nowMs: number,
): Promise<Partial<Record<TrafficClass, number>>> {
  const rows = await sql<{ class: TrafficClass; id: string }[]>`
    select distinct on (class) class, id
    from message m
    where workspace = ${workspace} and environment = ${environment} and id > ${uuidFloor(nowMs - 3_600_000)}
      and send_at is null and not exists (select from attempt a where a.message_id = m.id)
    order by class, id`;
  return Object.fromEntries(rows.map((row) => [row.class, Math.max(0, (nowMs - uuidTimeMs(row.id)) / 1000)]));
}
