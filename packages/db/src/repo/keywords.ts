import type { Channel, Environment, KeywordKind, KeywordReplyKind, TrafficClass } from '@signalbox/contracts';
import { plainArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

interface Place {
  workspace: number;
  environment: Environment;
}

/** A keyword of a workspace. */
export interface KeywordRow {
  id: string;
  word: string;
  /** Null is every number. */
  number: string | null;
  kind: KeywordKind;
  list: string | null;
  listName: string | null;
  listIsDouble: boolean | null;
}

/** The keywords of an environment, by word. */
export async function readKeywords(sql: SqlRunner, { workspace, environment }: Place): Promise<KeywordRow[]> {
  return sql<KeywordRow[]>`
    select k.id, k.word, nullif(k.number, '') as number, k.kind, k.list, l.name as "listName", l.double_opt_in as "listIsDouble"
    from keyword k left join opt_in_list l on l.id = k.list
    where k.workspace = ${workspace} and k.environment = ${environment} order by k.folded, k.number`;
}

/** Stores a keyword; one of the same word and number fails as a taken key. */
export async function insertKeyword(
  sql: SqlRunner,
  { workspace, environment }: Place,
  { id, word, folded, number, kind, list }: Omit<KeywordRow, 'listName' | 'listIsDouble'> & { folded: string },
): Promise<void> {
  await sql`
    insert into keyword (id, workspace, environment, word, folded, number, kind, list)
    values (${id}, ${workspace}, ${environment}, ${word}, ${folded}, ${number ?? ''}, ${kind}, ${list})`;
}

/** Removes a keyword and returns its word; undefined when there is none of this id here. */
export async function deleteKeyword(
  sql: SqlRunner,
  { workspace, environment }: Place,
  id: string,
): Promise<{ word: string; number: string | null; kind: KeywordKind } | undefined> {
  const [row] = await sql<{ word: string; number: string | null; kind: KeywordKind }[]>`
    delete from keyword where workspace = ${workspace} and environment = ${environment} and id = ${id}
    returning word, nullif(number, '') as number, kind`;
  return row;
}

/** An answer of a workspace to a keyword. */
export interface KeywordReplyRow {
  kind: KeywordReplyKind;
  locale: string;
  text: string;
}

/** The answers a workspace has of its own. */
export async function readKeywordReplies(
  sql: SqlRunner,
  { workspace, environment }: Place,
): Promise<KeywordReplyRow[]> {
  return sql<KeywordReplyRow[]>`
    select kind, locale, text from keyword_reply where workspace = ${workspace} and environment = ${environment} order by kind, locale`;
}

/** Sets an answer, or goes back to that of the house when its text is empty. */
export async function setKeywordReply(
  sql: SqlRunner,
  { workspace, environment }: Place,
  { kind, locale, text }: KeywordReplyRow,
): Promise<void> {
  if (text === '') {
    await sql`
      delete from keyword_reply
      where workspace = ${workspace} and environment = ${environment} and kind = ${kind} and locale = ${locale}`;
    return;
  }
  await sql`
    insert into keyword_reply (workspace, environment, kind, locale, text)
    values (${workspace}, ${environment}, ${kind}, ${locale}, ${text})
    on conflict (workspace, environment, kind, locale) do update set text = excluded.text`;
}

/** What a stop of a person has set. */
export interface KeywordStopRow {
  inbound: string;
  consent: string | null;
  classes: TrafficClass[];
  reasonBefore: string | null;
  reasonAfter: string;
}

/** Whose stop it is. */
export interface StopPlace extends Place {
  channel: Channel;
  address: string;
}

/** Stores what a stop has set, in the place of what an earlier one had. */
export async function saveKeywordStop(
  sql: SqlRunner,
  { workspace, environment, channel, address }: StopPlace,
  stop: KeywordStopRow,
): Promise<void> {
  await sql`
    insert into keyword_stop (workspace, environment, channel, address, inbound, consent, classes, reason_before, reason_after)
    values (${workspace}, ${environment}, ${channel}, ${address}, ${stop.inbound}, ${stop.consent},
      ${plainArray(stop.classes)}::traffic_class[], ${stop.reasonBefore}, ${stop.reasonAfter})
    on conflict (workspace, environment, channel, address) do update set inbound = excluded.inbound, consent = excluded.consent,
      classes = excluded.classes, reason_before = excluded.reason_before, reason_after = excluded.reason_after, at = now()`;
}

/** What a stop of a person has set and nothing has lifted; it stays there, locked until the commit. */
export async function lockKeywordStop(
  sql: SqlRunner,
  { workspace, environment, channel, address }: StopPlace,
): Promise<KeywordStopRow | undefined> {
  const [row] = await sql<KeywordStopRow[]>`
    select inbound, consent, classes::text[] as classes, reason_before as "reasonBefore", reason_after as "reasonAfter" from keyword_stop
    where workspace = ${workspace} and environment = ${environment} and channel = ${channel} and address = ${address} for update`;
  return row;
}

/** Forgets what a stop of a person had set: it is lifted. */
export async function deleteKeywordStop(
  sql: SqlRunner,
  { workspace, environment, channel, address }: StopPlace,
): Promise<void> {
  await sql`
    delete from keyword_stop
    where workspace = ${workspace} and environment = ${environment} and channel = ${channel} and address = ${address}`;
}
