import type { Channel, Environment } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** An entry of the consent ledger. Times are milliseconds since 1970. */
export interface ConsentRow {
  id: string;
  /** Public id of the workspace, as UUID. */
  workspaceId: string;
  environment: Environment;
  channel: Channel;
  address: string;
  state: 'granted' | 'withdrawn';
  source: string;
  purpose: string;
  topic: string | null;
  list: string | null;
  locale: string | null;
  /** SHA-256 of the wording shown, and the wording itself. */
  wording: string | null;
  wordingText: string | null;
  wordingVersion: string | null;
  jurisdiction: string | null;
  /** Canonical JSON. */
  proof: string | null;
  atMs: number;
  recordedAtMs: number;
  seq: number;
  /** What the hash of the person was salted with; null once the person is erased. */
  salt: string | null;
  person: string;
  prevHash: string;
  hash: string;
}

const columns = (sql: SqlRunner) => sql`
  c.id, w.id as "workspaceId", c.environment, c.channel, c.address, c.state, c.source, c.purpose, c.topic, c.list, c.locale,
  c.wording, t.text as "wordingText", c.wording_version as "wordingVersion", c.jurisdiction, c.proof,
  (extract(epoch from c.at) * 1000)::float8 as "atMs", (extract(epoch from c.recorded_at) * 1000)::float8 as "recordedAtMs",
  c.seq::float8 as seq, c.salt, c.person, c.prev_hash as "prevHash", c.hash`;

const tables = (sql: SqlRunner) => sql`
  consent c join workspace w on w.number = c.workspace
  left join consent_wording t on t.workspace = c.workspace and t.hash = c.wording`;

/** An entry to append. */
export interface NewConsent {
  id: string;
  environment: Environment;
  channel: Channel;
  address: string;
  state: 'granted' | 'withdrawn';
  source: string;
  /** Milliseconds since 1970; null is the instant it is recorded at. */
  atMs: number | null;
  purpose: string;
  topic: string | null;
  list: string | null;
  locale: string | null;
  wordingText: string | null;
  wordingVersion: string | null;
  jurisdiction: string | null;
  /** Canonical JSON. */
  proof: string | null;
  /** What the event is known again by; null for what is told once. */
  eventKey: string | null;
}

/**
 * Appends entries to the ledger of a workspace, one statement, and answers for each, in their order, its id and whether it was new: an event that
 * is in the ledger already adds nothing, and the id is that of the first. Other writers of the ledger wait from here to the commit.
 */
export async function appendConsents(
  sql: SqlRunner,
  workspace: number,
  entries: readonly NewConsent[],
): Promise<{ id: string; added: boolean }[]> {
  const given = entries.map(({ atMs, wordingText, wordingVersion, eventKey, ...rest }) => ({
    ...rest,
    at: atMs === null ? null : new Date(atMs).toISOString(),
    wording_text: wordingText,
    wording_version: wordingVersion,
    event_key: eventKey,
  }));
  const rows = await sql<{ id: string; added: boolean }[]>`
    select entry_id as id, added from append_consent(${workspace}, ${JSON.stringify(given)}::text::jsonb) order by place`;
  return [...rows];
}

/** Whose entries. */
export interface ConsentPlace {
  workspace: number;
  environment: Environment;
  channel: Channel;
}

/** The entries of an address, newest first by the instant they were given, at most `limit`; with `knownMs` those recorded by then. */
export async function readConsents(
  sql: SqlRunner,
  { workspace, environment, channel, addresses }: ConsentPlace & { addresses: readonly string[] },
  limit: number,
  knownMs?: number,
): Promise<ConsentRow[]> {
  return sql<ConsentRow[]>`
    select ${columns(sql)} from ${tables(sql)}
    where c.workspace = ${workspace} and c.environment = ${environment} and c.channel = ${channel}
      and c.address = any(${textArray(addresses)}::text[])
      ${knownMs === undefined ? sql`` : sql`and c.recorded_at <= ${new Date(knownMs)}`}
    order by c.at desc, c.state desc, c.seq desc limit ${limit}`;
}

/** The entries that decide: of each address and channel the newest about each purpose and, within it, about each topic. One statement. */
export async function readDecidingConsents(
  sql: SqlRunner,
  { workspace, environment, channels }: Omit<ConsentPlace, 'channel'> & { channels: readonly Channel[] },
  addresses: readonly string[],
): Promise<ConsentRow[]> {
  return sql<ConsentRow[]>`
    select distinct on (c.channel, c.address, c.purpose, c.topic) ${columns(sql)} from ${tables(sql)}
    where c.workspace = ${workspace} and c.environment = ${environment} and c.channel = any(${plainArray(channels)}::channel[])
      and c.address = any(${textArray(addresses)}::text[])
    order by c.channel, c.address, c.purpose, c.topic, c.at desc, c.state desc, c.seq desc`;
}

/** One entry by its id. */
export async function readConsent(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  id: string,
): Promise<ConsentRow | undefined> {
  const [row] = await sql<ConsentRow[]>`
    select ${columns(sql)} from ${tables(sql)}
    where c.workspace = ${workspace} and c.environment = ${environment} and c.id = ${id}`;
  return row;
}

/** The next entries of a chain behind `afterSeq` up to `lastSeq`, oldest first, at most `limit`. */
export async function readConsentChain(
  sql: SqlRunner,
  workspace: number,
  afterSeq: number,
  lastSeq: number,
  limit: number,
): Promise<ConsentRow[]> {
  return sql<ConsentRow[]>`
    select ${columns(sql)} from ${tables(sql)}
    where c.workspace = ${workspace} and c.seq > ${afterSeq} and c.seq <= ${lastSeq} order by c.seq limit ${limit}`;
}

/** What decides of all entries about a purpose that the people of a stretch of the chain have: one statement. Of who was erased there is none. */
export async function readConsentsBeside(
  sql: SqlRunner,
  workspace: number,
  {
    environment,
    channel,
    purpose,
    first,
    last,
  }: Omit<ConsentPlace, 'workspace'> & { purpose: string; first: number; last: number },
): Promise<
  Pick<ConsentRow, 'id' | 'address' | 'purpose' | 'topic' | 'list' | 'state' | 'source' | 'locale' | 'atMs' | 'seq'>[]
> {
  return sql`
    select c.id, c.address, c.purpose, c.topic, c.list, c.state, c.source, c.locale, (extract(epoch from c.at) * 1000)::float8 as "atMs", c.seq::float8 as seq
    from consent c
    where c.workspace = ${workspace} and c.environment = ${environment} and c.channel = ${channel} and c.purpose = ${purpose}
      and c.salt is not null and c.address in (
        select o.address from consent o where o.workspace = ${workspace} and o.seq between ${first} and ${last} and o.salt is not null)
    order by c.address, c.seq`;
}

/** Where the chain of a workspace ends; undefined while it has no entry. */
export async function readConsentHead(
  sql: SqlRunner,
  workspace: number,
): Promise<{ seq: number; hash: string } | undefined> {
  const [row] = await sql<{ seq: number; hash: string }[]>`
    select seq::float8 as seq, hash from consent_head where workspace = ${workspace}`;
  return row;
}
