import type { TrafficClass } from '@signalbox/contracts';
import { plainArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';
import { idRange } from './messages.ts';
import {
  type PersonKey,
  readPersonVerificationIds,
  theirConsents,
  theirLaterChannels,
  theirLists,
  theirNetworks,
  theirOrphans,
  theirParts,
  theirRates,
  theirRegistries,
  theirReplies,
  theirRolling,
  theirStops,
  theirSuppression,
} from './people.ts';

/** Rows an erasure changed, by table. */
export type ErasedRows = Record<string, number>;

/**
 * Puts the block of an erased person in place: a suppression under the keyed hash, for these classes beside those it was for already; those in
 * the clear go. The caller has passed the turnstile alone. Answers how many in the clear were there.
 */
export async function blockErased(
  sql: SqlRunner,
  person: PersonKey,
  { id, classes, reason }: { id: string; classes: readonly TrafficClass[]; reason: string },
): Promise<number> {
  const { workspace, environment, channel, address, erasedAs } = person;
  const before = await sql<{ classes: TrafficClass[] }[]>`
    delete from suppression where ${theirSuppression(sql, person)} and address = ${address} returning classes::text[] as classes`;
  const all = [...new Set([...classes, ...before.flatMap((row) => row.classes)])];
  if (all.length > 0) {
    await sql`
      insert into suppression as s (id, workspace, environment, channel, address, classes, reason)
      values (${id}, ${workspace}, ${environment}, ${channel}, ${erasedAs}, ${plainArray(all)}::traffic_class[], ${reason})
      on conflict (workspace, environment, channel, address) do update set
        classes = array(select distinct c from unnest(s.classes || excluded.classes) as c order by c)`;
  }
  return before.length;
}

/** Stops what of several channels has not gone for these messages, with the addresses and texts that were kept for it; how many sends. */
export async function stopChannelsOf(
  sql: SqlRunner,
  workspace: number,
  messageIds: readonly string[],
): Promise<number> {
  const result = await sql`
    update message_group set waiting = null, stopped = 'platform.canceled'
    where workspace = ${workspace} and waiting is not null and id in (
      select sent_for from message where workspace = ${workspace} and id = any(${plainArray(messageIds)}::uuid[]))`;
  return result.count;
}

/** What is found of a person by reading much: looked for before anybody has to wait for the erasure. */
export interface FoundRows {
  verificationIds: readonly string[];
  /** Sends over several channels that would still go to the person. */
  groupIds: readonly string[];
}

/** Looks for the rows an erasure needs that no index finds. Runs as the owner. */
export async function findRowsToErase(sql: SqlRunner, person: PersonKey): Promise<FoundRows> {
  const [verificationIds, groups] = await Promise.all([
    readPersonVerificationIds(sql, person),
    sql<{ id: string }[]>`select id from message_group where ${theirLaterChannels(sql, person)}`,
  ]);
  return { verificationIds, groupIds: groups.map(({ id }) => id) };
}

/**
 * Blanks messages that nothing is done with any more, with their history: the address becomes the keyed hash, texts and what carriers said go. States,
 * times, prices and references of carriers stay, so that figures and bills still add up. Runs as the owner.
 */
export async function blankMessages(
  sql: SqlRunner,
  { workspace, environment, erasedAs }: PersonKey,
  messageIds: readonly string[],
): Promise<ErasedRows> {
  if (messageIds.length === 0) return {};
  const range = idRange(messageIds);
  const ids = plainArray(messageIds);
  const [refs, messages, receipts, events, attempts] = await Promise.all([
    sql`delete from client_ref c using message m where m.workspace = ${workspace} and m.id = any(${ids}::uuid[])
      and c.workspace = ${workspace} and c.environment = ${environment} and c.ref = m.client_ref and c.message_id = m.id`.execute(),
    sql`update message set address = ${erasedAs}, subject = null, body = null, html = null, sealed_body = null, client_ref = null, metadata = null
      where workspace = ${workspace} and id = any(${ids}::uuid[]) and id between ${range.from} and ${range.to} and address <> ${erasedAs}`.execute(),
    sql`update receipt r set raw = '' from event e where e.message_id = any(${ids}::uuid[]) and e.message_id between ${range.from} and ${range.to}
      and r.id = e.receipt_id and r.raw <> ''`.execute(),
    sql`update event set raw = case when raw is null then null else '' end, data = data - 'raw'
      where message_id = any(${ids}::uuid[]) and message_id between ${range.from} and ${range.to} and (raw <> '' or data ? 'raw')`.execute(),
    sql`update attempt set facts = null
      where message_id = any(${ids}::uuid[]) and message_id between ${range.from} and ${range.to} and facts is not null`.execute(),
  ]);
  return {
    client_ref: refs.count,
    message: messages.count,
    receipt: receipts.count,
    event: events.count,
    attempt: attempts.count,
  };
}

/** Takes reference and metadata of the sender out of what webhooks were told; how many events. */
export async function blankWebhookEvents(
  sql: SqlRunner,
  workspace: number,
  eventIds: readonly string[],
): Promise<number> {
  if (eventIds.length === 0) return 0;
  const result = await sql`
    update webhook_event set body = (body::jsonb || jsonb_build_object('data', body::jsonb->'data' || '{"client_ref":null,"metadata":null}'))::text
    where workspace = ${workspace} and id = any(${plainArray(eventIds)}::uuid[])`;
  return result.count;
}

/** Erases a person from every table that is found by the address itself, and from the rows found before. Runs as the owner, behind the turnstile. */
export async function eraseByAddress(
  sql: SqlRunner,
  person: PersonKey,
  { verificationIds, groupIds }: FoundRows,
): Promise<ErasedRows> {
  const { workspace, address, erasedAs } = person;
  const counted = async (query: PromiseLike<{ count: number }>): Promise<number> => (await query).count;
  const [
    message_group,
    otp_verification,
    consent,
    list_member,
    inbound_message,
    inbound_part,
    keyword_stop,
    rate_counter,
    rolling_cap,
    number_network,
    registry_answer,
    receipt,
  ] = await Promise.all([
    counted(sql`update message_group set waiting = null, stopped = 'platform.canceled'
        where workspace = ${workspace} and id = any(${plainArray(groupIds)}::uuid[]) and waiting is not null`),
    counted(sql`update otp_verification set address = case when address = ${address} then ${erasedAs} else address end, email = null,
          sealed_code = null, bound_hash = null, blocks = null, evidence = null
        where workspace = ${workspace} and id = any(${plainArray(verificationIds)}::uuid[]) and (address <> ${erasedAs} or email is not null)`),
    // Address, proof and salt go together, and the key that a known address could be tried against: the hash of the entry stands over none of them.
    counted(
      sql`update consent set address = 'erased', proof = null, salt = null, event_key = null where ${theirConsents(sql, person)}`,
    ),
    counted(sql`delete from list_member m where ${theirLists(sql, person)}`),
    counted(sql`delete from inbound_message where ${theirReplies(sql, person)}`),
    counted(sql`delete from inbound_part where ${theirParts(sql, person)}`),
    counted(sql`delete from keyword_stop where ${theirStops(sql, person)}`),
    counted(sql`delete from rate_counter where ${theirRates(sql, person)}`),
    counted(sql`delete from rolling_cap where ${theirRolling(sql, person)}`),
    counted(sql`delete from number_network where ${theirNetworks(sql, person)}`),
    counted(sql`delete from registry_answer where ${theirRegistries(sql, person)}`),
    counted(sql`update receipt set raw = '' where id in (
        select r.id from orphan_receipt o join receipt r on r.id = o.receipt_id where ${theirOrphans(sql, person)})`),
  ]);
  return {
    message_group,
    otp_verification,
    consent,
    list_member,
    inbound_message,
    inbound_part,
    keyword_stop,
    rate_counter,
    rolling_cap,
    number_network,
    registry_answer,
    receipt,
  };
}
