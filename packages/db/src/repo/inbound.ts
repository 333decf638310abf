import { type Environment, type InboundOutcome, type StopScope, uuidTimeMs } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { Sql, SqlRunner } from '../connection.ts';
import { idRange } from './messages.ts';

/** What a carrier brought, by what it is known again by. */
export interface InboundKey {
  key: string;
  /** How long the same key is the same text. */
  withinSeconds: number;
}

/** Notes what a provider brought and returns the keys that are new. Of two that bring the same at once the later waits and finds it known. */
export async function noteInboundKeys(
  sql: SqlRunner,
  provider: number,
  keys: readonly InboundKey[],
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ key: string }[]>`
    insert into inbound_seen as s (provider, key, at)
    select ${provider}, key, now() from unnest(
      ${textArray(keys.map((one) => one.key))}::text[], ${plainArray(keys.map((one) => one.withinSeconds))}::int4[]) as given(key, seconds)
    order by key
    on conflict (provider, key) do update set at = excluded.at
      where s.at < now() - make_interval(secs => (
        select max(seconds) from unnest(
          ${textArray(keys.map((one) => one.key))}::text[], ${plainArray(keys.map((one) => one.withinSeconds))}::int4[]) as g(key, seconds)
        where g.key = excluded.key))
    returning key`;
  return new Set(rows.map(({ key }) => key));
}

/** Forgets what carriers brought before so many days. */
export async function pruneInboundKeys(sql: Sql, keepDays: number): Promise<number> {
  const result = await sql`delete from inbound_seen where at < now() - make_interval(days => ${keepDays})`;
  return result.count;
}

/** One part of a text, as it waits for the others. */
export interface InboundPartRow {
  provider: number;
  from: string;
  to: string;
  reference: number;
  total: number;
  part: number;
  body: string;
  raw: string;
  answered: boolean;
}

/** The parts of one text, in order; some are missing when it had waited long enough. */
export type JoinedParts = Omit<InboundPartRow, 'part' | 'reference'>;

const joined = (sql: SqlRunner) => sql`
  provider, from_address as "from", to_address as "to", total, string_agg(body, '' order by part) as body,
  string_agg(raw, E'\n' order by part) as raw, bool_or(answered) as answered`;

/** Keeps parts and takes out the texts that are whole with them. Parts of one text that come at once to two processes wait for each other. */
export async function joinInboundParts(sql: SqlRunner, parts: readonly InboundPartRow[]): Promise<JoinedParts[]> {
  const { provider } = parts[0] ?? { provider: 0 };
  const texts = [...new Set(parts.map((one) => `${one.from} ${one.to} ${one.reference} ${one.total}`))].sort();
  await sql`
    select pg_advisory_xact_lock(hashtext('signalbox.inbound'), hashtext(${String(provider)} || ' ' || text))
    from unnest(${textArray(texts)}::text[]) with ordinality as given(text, place) order by place`;
  await sql`
    insert into inbound_part (provider, from_address, to_address, reference, total, part, body, raw, answered)
    select ${provider}, * from unnest(
      ${textArray(parts.map((one) => one.from))}::text[], ${textArray(parts.map((one) => one.to))}::text[],
      ${plainArray(parts.map((one) => one.reference))}::int4[], ${plainArray(parts.map((one) => one.total))}::int2[],
      ${plainArray(parts.map((one) => one.part))}::int2[], ${textArray(parts.map((one) => one.body))}::text[],
      ${textArray(parts.map((one) => one.raw))}::text[], ${plainArray(parts.map((one) => String(one.answered)))}::bool[])
    on conflict do nothing`;
  return sql<JoinedParts[]>`
    with whole as (
      select provider, from_address, to_address, reference, total from inbound_part
      where (provider, from_address, to_address, reference, total) in (
        select ${provider}::int4, * from unnest(
          ${textArray(parts.map((one) => one.from))}::text[], ${textArray(parts.map((one) => one.to))}::text[],
          ${plainArray(parts.map((one) => one.reference))}::int4[], ${plainArray(parts.map((one) => one.total))}::int2[]))
      group by 1, 2, 3, 4, 5 having count(*) = total),
    taken as (
      delete from inbound_part p using whole w
      where p.provider = w.provider and p.from_address = w.from_address and p.to_address = w.to_address
        and p.reference = w.reference and p.total = w.total
      returning p.*)
    select ${joined(sql)} from taken group by provider, from_address, to_address, reference, total`;
}

/** Takes out texts whose newest part has waited for the others for so many minutes, with what there is of them. */
export async function takeLateParts(sql: SqlRunner, minutes: number): Promise<JoinedParts[]> {
  return sql<JoinedParts[]>`
    with late as (
      select provider, from_address, to_address, reference, total from inbound_part
      group by 1, 2, 3, 4, 5 having max(at) < now() - make_interval(mins => ${minutes}) limit 1000),
    taken as (
      delete from inbound_part p using late w
      where p.provider = w.provider and p.from_address = w.from_address and p.to_address = w.to_address
        and p.reference = w.reference and p.total = w.total
      returning p.*)
    select ${joined(sql)} from taken group by provider, from_address, to_address, reference, total`;
}

/** A text of a person to store. */
export interface NewInbound {
  id: string;
  workspace: number;
  environment: Environment;
  provider: number;
  from: string;
  to: string;
  body: string;
  raw: string;
  parts: number;
  country: string | null;
  answered: boolean;
}

/** Stores texts of people. */
export async function insertInbound(sql: SqlRunner, rows: readonly NewInbound[]): Promise<void> {
  await sql`
    insert into inbound_message (id, workspace, environment, provider, from_address, to_address, body, raw, parts, country, answered)
    select * from unnest(
      ${plainArray(rows.map((one) => one.id))}::uuid[], ${plainArray(rows.map((one) => one.workspace))}::int4[],
      ${plainArray(rows.map((one) => one.environment))}::environment[], ${plainArray(rows.map((one) => one.provider))}::int4[],
      ${textArray(rows.map((one) => one.from))}::text[], ${textArray(rows.map((one) => one.to))}::text[],
      ${textArray(rows.map((one) => one.body))}::text[], ${textArray(rows.map((one) => one.raw))}::text[],
      ${plainArray(rows.map((one) => one.parts))}::int2[], ${textArray(rows.map((one) => one.country))}::text[],
      ${plainArray(rows.map((one) => String(one.answered)))}::bool[])`;
}

/** A text of a person, with what was done. */
export interface InboundRow extends Omit<NewInbound, 'raw' | 'workspace'> {
  outcome: InboundOutcome | null;
  keyword: string | null;
  scope: StopScope | null;
  reply: string | null;
}

const columns = (sql: SqlRunner) => sql`
  id, environment, provider, from_address as "from", to_address as "to", body, parts, country, answered, outcome, keyword, scope,
  reply_message as reply`;

// The instant inside the id says in which partition a row is.
const within = (sql: SqlRunner, ids: readonly string[]) => {
  const { from, to } = idRange(ids);
  return sql`id = any(${plainArray(ids)}::uuid[]) and id between ${from} and ${to}`;
};

/** Of these texts, those that nobody has read yet, oldest first. */
export async function readUnreadInbound(
  sql: SqlRunner,
  workspace: number,
  ids: readonly string[],
): Promise<InboundRow[]> {
  if (ids.length === 0) return [];
  return sql<InboundRow[]>`
    select ${columns(sql)} from inbound_message
    where workspace = ${workspace} and outcome is null and ${within(sql, ids)} order by id`;
}

/** Waits for others who decide about a text and reads it. */
export async function lockInbound(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  id: string,
): Promise<InboundRow | undefined> {
  const [row] = await sql<InboundRow[]>`
    select ${columns(sql)} from inbound_message
    where workspace = ${workspace} and environment = ${environment} and id = ${id} for update`;
  return row;
}

/** What was done with a text. */
export type InboundNote = Pick<InboundRow, 'id' | 'outcome' | 'keyword' | 'scope' | 'reply'>;

/** Notes what was done with texts: one statement. */
export async function noteInbound(sql: SqlRunner, workspace: number, notes: readonly InboundNote[]): Promise<void> {
  if (notes.length === 0) return;
  const ids = notes.map((one) => one.id);
  const { from, to } = idRange(ids);
  await sql`
    update inbound_message m set outcome = given.outcome, keyword = given.keyword, scope = given.scope, reply_message = given.reply
    from unnest(
      ${plainArray(ids)}::uuid[], ${plainArray(notes.map((one) => one.outcome))}::inbound_outcome[],
      ${textArray(notes.map((one) => one.keyword))}::text[], ${plainArray(notes.map((one) => one.scope))}::stop_scope[],
      ${plainArray(notes.map((one) => one.reply))}::uuid[]) as given(id, outcome, keyword, scope, reply)
    where m.workspace = ${workspace} and m.id = given.id
      and m.id between ${from} and ${to}`;
}

/** Which texts to list; null means any. */
export interface InboundFilter {
  workspace: number;
  environment: Environment;
  from: string | null;
  belowId: string | null;
}

/** Texts of people, newest first, at most `limit`. */
export async function readInbound(sql: SqlRunner, filter: InboundFilter, limit: number): Promise<InboundRow[]> {
  return sql<InboundRow[]>`
    select ${columns(sql)} from inbound_message
    where workspace = ${filter.workspace} and environment = ${filter.environment}
      ${filter.from === null ? sql`` : sql`and from_address = ${filter.from}`}
      ${filter.belowId === null ? sql`` : sql`and id < ${filter.belowId}`}
    order by id desc limit ${limit}`;
}

/** One text by its id. */
export async function readOneInbound(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  id: string,
): Promise<InboundRow | undefined> {
  const [row] = await sql<InboundRow[]>`
    select ${columns(sql)} from inbound_message where workspace = ${workspace} and environment = ${environment} and id = ${id}`;
  return row;
}

/** Of these ids, those of texts that people sent: what is sent for one of them answers it. */
export async function findInbound(
  sql: SqlRunner,
  workspace: number,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await sql<{ id: string }[]>`
    select id from inbound_message where workspace = ${workspace} and ${within(sql, ids)}`;
  return new Set(rows.map(({ id }) => id));
}

/** When a text came, in milliseconds since 1970. */
export const inboundAtMs = ({ id }: { id: string }): number => uuidTimeMs(id);
