import { type Channel, channelsBeside, type Environment, type PersonDataKind } from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A person: an address of a workspace and environment, as it is kept in the clear and as it is kept once the person was erased. */
export interface PersonKey {
  workspace: number;
  environment: Environment;
  channel: Channel;
  /** In the one spelling of people. */
  address: string;
  /** The keyed hash that stands in place of the address after an erasure. */
  erasedAs: string;
  /** What a block stands under while the data of the person are restricted. */
  restrictedAs: string;
}

const spellings = ({ address, erasedAs }: PersonKey): string => textArray([address, erasedAs]);

/** A person is looked for by every channel that reaches the address. */
const theirChannels = (sql: SqlRunner, { channel }: PersonKey) =>
  sql`${plainArray(channelsBeside(channel))}::channel[]`;

/**
 * The messages of a person. The index is one of an expression, which row-level security would not let the server use: these statements run
 * as the owner of the tables, and each names the workspace itself.
 */
const theirMessages = (sql: SqlRunner, person: PersonKey) => sql`
  select id, client_ref, metadata from message
  where workspace = ${person.workspace} and environment = ${person.environment}
    and lower(address) = any(${spellings(person)}::text[])`;

const theirVerifications = (sql: SqlRunner, { workspace, environment, ...person }: PersonKey) => sql`
  workspace = ${workspace} and environment = ${environment}
    and (address = any(${textArray([person.address, person.erasedAs])}::text[])
      ${person.channel === 'email' ? sql`or lower(email) = ${person.address}` : sql``})`;

/** What is no number in the plan of any country is kept as the carrier spelled it. */
const sentBy = ({ address }: PersonKey): string => textArray([address, address.replace(/^\+/, '')]);

export const theirReplies = (sql: SqlRunner, person: PersonKey) => sql`
  workspace = ${person.workspace} and environment = ${person.environment} and from_address = any(${sentBy(person)}::text[])`;

/** Parts that wait for the others of their text; they know their provider alone. */
export const theirParts = (sql: SqlRunner, person: PersonKey) => sql`
  from_address = any(${sentBy(person)}::text[])
    and provider in (select number from provider where workspace = ${person.workspace} and environment = ${person.environment})`;

/** What a stop by text set, and a start would take back. */
export const theirStops = (sql: SqlRunner, person: PersonKey) => theirEntries(sql, person);

export const theirConsents = (sql: SqlRunner, person: PersonKey) => theirEntries(sql, person);

const theirEntries = (sql: SqlRunner, person: PersonKey) => sql`
  workspace = ${person.workspace} and environment = ${person.environment} and channel = any(${theirChannels(sql, person)})
    and address = ${person.address}`;

export const theirSuppression = (sql: SqlRunner, person: PersonKey) => sql`
  workspace = ${person.workspace} and environment = ${person.environment} and channel = any(${theirChannels(sql, person)})
    and address = any(${textArray([person.address, person.erasedAs, person.restrictedAs])}::text[])`;

export const theirLists = (sql: SqlRunner, { workspace, environment, address, ...person }: PersonKey) => sql`
  m.workspace = ${workspace} and m.address = ${address}
    and m.list in (select id from opt_in_list
      where workspace = ${workspace} and environment = ${environment} and channel = ${person.channel})`;

export const theirLaterChannels = (sql: SqlRunner, { workspace, environment, address }: PersonKey) => sql`
  workspace = ${workspace} and environment = ${environment} and waiting is not null
    and exists (select from jsonb_array_elements(waiting) as w where lower(w->>'address') = ${address})`;

/** Counters of one person: the scope of a counter begins with its environment. */
export const theirRates = (sql: SqlRunner, { workspace, environment, address }: PersonKey) => sql`
  workspace = ${workspace} and starts_with(scope, ${`${environment} `}) and subject = ${address}`;

export const theirRolling = (sql: SqlRunner, { workspace, environment, address }: PersonKey) => sql`
  workspace = ${workspace} and environment = ${environment} and subject = ${address}`;

/** Registries are asked for live alone. */
export const theirRegistries = (sql: SqlRunner, { workspace, environment, address }: PersonKey) => sql`
  workspace = ${workspace} and address = ${address} and ${environment} = 'live'`;

/** What was learned of the network of a number is the same live and in the sandbox. */
export const theirNetworks = (sql: SqlRunner, { workspace, address }: PersonKey) => sql`
  workspace = ${workspace} and address = ${address}`;

const theirPrefixes = (sql: SqlRunner, { workspace, environment, address }: PersonKey) => sql`
  workspace = ${workspace} and environment = ${environment} and prefix = ${address.replace(/^\+/, '')}`;

const theirAudit = (sql: SqlRunner, { workspace, environment, address }: PersonKey) => sql`
  workspace = ${workspace} and (environment is null or environment = ${environment})
    and (object_name = ${address} or before->>'address' = ${address} or after->>'address' = ${address})`;

/** Receipts that found no message and name the number somewhere in what the carrier said. */
export const theirOrphans = (sql: SqlRunner, { workspace, environment, address }: PersonKey) => sql`
  o.workspace = ${workspace} and position(${address.replace(/^\+/, '')} in r.raw) > 0
    and r.provider in (select number from provider where workspace = ${workspace} and environment = ${environment})`;

/** How much there is of a kind, and the newest of it. */
export interface HeldRow {
  kind: PersonDataKind;
  count: number;
  newest: { id: string | null; atMs: number | null; detail: string }[];
}

const NEWEST = 5;

/** What is held about a person of each kind that is found by the address or by the messages of the person, in one statement. Runs as the owner. */
export async function readHoldings(sql: SqlRunner, person: PersonKey): Promise<HeldRow[]> {
  const ms = (column: string) => sql`(extract(epoch from ${sql.unsafe(column)}) * 1000)::float8`;
  const newest = (rows: unknown) => sql`
    coalesce((select jsonb_agg(n) from (${rows as never} limit ${NEWEST}) as n), '[]')`;
  return sql<HeldRow[]>`
    with found as materialized (${theirMessages(sql, person)})
    select 'messages' as kind, (select count(*) from found)::int as count,
      ${newest(sql`select m.id, null::float8 as "atMs", concat_ws(', ', m.channel::text, m.class::text, m.country) as detail
        from found f join message m on m.workspace = ${person.workspace} and m.id = f.id order by m.id desc`)} as newest
    union all select 'events', (select count(*) from event e join found f on f.id = e.message_id)::int, '[]'
    union all select 'attempts', (select count(*) from attempt a join found f on f.id = a.message_id)::int, '[]'
    union all select 'receipts', (select count(*) from event e join found f on f.id = e.message_id where e.verdict is not null)::int
      + (select count(*) from orphan_receipt o join receipt r on r.id = o.receipt_id where ${theirOrphans(sql, person)})::int, '[]'
    union all select 'references', (select count(*) from found where client_ref is not null)::int, '[]'
    union all select 'later_channels', (select count(*) from message_group where ${theirLaterChannels(sql, person)})::int, '[]'
    union all select 'replies', (select count(*) from inbound_message where ${theirReplies(sql, person)})::int
      + (select count(*) from inbound_part where ${theirParts(sql, person)})::int,
      ${newest(sql`select id, null::float8 as "atMs", concat_ws(', ', keyword, outcome::text) as detail from inbound_message
        where ${theirReplies(sql, person)} order by id desc`)}
    union all select 'verifications', (select count(*) from otp_verification where ${theirVerifications(sql, person)})::int,
      ${newest(sql`select id, null::float8 as "atMs", concat_ws(', ', purpose, state::text) as detail from otp_verification
        where ${theirVerifications(sql, person)} order by id desc`)}
    union all select 'consents', (select count(*) from consent where ${theirConsents(sql, person)})::int,
      ${newest(sql`select id, ${ms('at')} as "atMs", concat_ws(', ', purpose, topic, state::text) as detail from consent
        where ${theirConsents(sql, person)} order by at desc, seq desc`)}
    union all select 'list_members', (select count(*) from list_member m where ${theirLists(sql, person)})::int,
      ${newest(sql`select m.list as id, ${ms('m.since')} as "atMs", concat_ws(', ', l.name, m.state::text) as detail
        from list_member m join opt_in_list l on l.id = m.list where ${theirLists(sql, person)} order by m.since desc`)}
    union all select 'suppressions', (select count(*) from suppression where ${theirSuppression(sql, person)})::int,
      ${newest(sql`select id, ${ms('created_at')} as "atMs", array_to_string(classes, ', ') as detail from suppression
        where ${theirSuppression(sql, person)} order by id desc`)}
    union all select 'counters', (select count(*) from rate_counter where ${theirRates(sql, person)})::int
      + (select count(*) from rolling_cap where ${theirRolling(sql, person)})::int, '[]'
    union all select 'networks', (select count(*) from number_network where ${theirNetworks(sql, person)})::int, '[]'
    union all select 'registries', (select count(*) from registry_answer where ${theirRegistries(sql, person)})::int, '[]'
    union all select 'blocked_numbers', (select count(*) from listed_prefix where ${theirPrefixes(sql, person)})::int,
      ${newest(sql`select id, ${ms('created_at')} as "atMs", concat_ws(', ', action::text, origin::text) as detail from listed_prefix
        where ${theirPrefixes(sql, person)} order by id desc`)}
    union all select 'audit_log', (select count(*) from audit_entry where ${theirAudit(sql, person)})::int,
      ${newest(sql`select id, ${ms('at')} as "atMs", action as detail from audit_entry where ${theirAudit(sql, person)} order by seq desc`)}`;
}

/**
 * Events of messages of a person that carry a reference or metadata of their sender: what webhooks told of them did too. Of all messages, or of
 * those named. Runs as the owner.
 */
export async function readLabelledEvents(
  sql: SqlRunner,
  person: PersonKey,
  messageIds?: readonly string[],
): Promise<{ messageId: string; seq: number; atMs: number }[]> {
  return sql`
    with found as materialized (${theirMessages(sql, person)})
    select e.message_id as "messageId", e.seq, (extract(epoch from e.at) * 1000)::float8 as "atMs"
    from event e join found f on f.id = e.message_id
    where (f.client_ref is not null or f.metadata is not null)
      ${messageIds === undefined ? sql`` : sql`and f.id = any(${plainArray(messageIds)}::uuid[])`}`;
}

/** How many of these events webhooks have been told and still keep. */
export async function countWebhookEvents(sql: SqlRunner, workspace: number, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from webhook_event where workspace = ${workspace} and id = any(${plainArray(ids)}::uuid[])`;
  return row?.count ?? 0;
}

/** Ids of the messages of a person behind `afterId`, oldest first, at most `limit`. Runs as the owner. */
export async function readPersonMessageIds(
  sql: SqlRunner,
  person: PersonKey,
  afterId: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    with found as materialized (${theirMessages(sql, person)})
    select id from found ${afterId === null ? sql`` : sql`where id > ${afterId}`} order by id limit ${limit}`;
  return rows.map(({ id }) => id);
}

/** Ids of the verifications of a person, oldest first. */
export async function readPersonVerificationIds(sql: SqlRunner, person: PersonKey): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from otp_verification where ${theirVerifications(sql, person)} order by id`;
  return rows.map(({ id }) => id);
}

/** Rows as a copy hands them out: every column in the clear but those that are locks of ours. */
export type PlainRow = Record<string, unknown>;

/** What a copy holds besides messages, consents and verifications. Runs as the owner. */
export interface PersonRows {
  laterChannels: PlainRow[];
  replies: PlainRow[];
  listMembers: PlainRow[];
  suppressions: PlainRow[];
  counters: PlainRow[];
  networks: PlainRow[];
  registries: PlainRow[];
  prefixes: PlainRow[];
  audit: PlainRow[];
  orphans: PlainRow[];
}

/** Reads what is kept of a person by address, each kind in one statement. Runs as the owner. */
export async function readPersonRows(sql: SqlRunner, person: PersonKey): Promise<PersonRows> {
  const plain = async (rows: PromiseLike<readonly { row: PlainRow }[]>): Promise<PlainRow[]> =>
    (await rows).map(({ row }) => row);
  const [laterChannels, replies, listMembers, suppressions, counters, networks, registries, prefixes, audit, orphans] =
    await Promise.all([
      plain(
        sql`select jsonb_build_object('channels', waiting) as row from message_group where ${theirLaterChannels(sql, person)}`,
      ),
      plain(sql`select jsonb_build_object('from', from_address, 'to', to_address, 'text', body, 'raw', raw, 'keyword', keyword,
        'outcome', outcome) as row from inbound_message where ${theirReplies(sql, person)} order by id`),
      plain(sql`select jsonb_build_object('list', l.name, 'state', m.state, 'locale', m.locale, 'source', m.source, 'since', m.since,
        'confirm_by', m.confirm_by, 'proof', m.proof::jsonb) as row
      from list_member m join opt_in_list l on l.id = m.list where ${theirLists(sql, person)} order by m.since`),
      plain(sql`select jsonb_build_object('classes', classes, 'reason', reason, 'since', created_at) as row
      from suppression where ${theirSuppression(sql, person)}`),
      plain(sql`select jsonb_build_object('counts', scope, 'from', window_start, 'until', window_end, 'used', used) as row
        from rate_counter where ${theirRates(sql, person)}
      union all select jsonb_build_object('counts', rule, 'until', ends_at, 'used', cardinality(taken))
        from rolling_cap where ${theirRolling(sql, person)}`),
      plain(sql`select jsonb_build_object('network', network, 'source', source, 'reach', reach, 'at', at, 'until', until) as row
      from number_network where ${theirNetworks(sql, person)}`),
      plain(sql`select jsonb_build_object('registry', registry, 'listed', listed, 'at', at, 'until', until) as row
      from registry_answer where ${theirRegistries(sql, person)} order by registry`),
      plain(sql`select jsonb_build_object('action', action, 'reason', reason, 'since', created_at, 'lifted_at', lifted_at) as row
      from listed_prefix where ${theirPrefixes(sql, person)}`),
      plain(sql`select jsonb_build_object('at', at, 'action', action, 'before', before, 'after', after) as row
      from audit_entry where ${theirAudit(sql, person)} order by seq`),
      plain(sql`select jsonb_build_object('raw', r.raw, 'received_at', o.received_at) as row
      from orphan_receipt o join receipt r on r.id = o.receipt_id where ${theirOrphans(sql, person)}`),
    ]);
  return {
    laterChannels,
    replies,
    listMembers,
    suppressions,
    counters,
    networks,
    registries,
    prefixes,
    audit,
    orphans,
  };
}

/** The first day each of these tables still has a partition of, as `YYYY-MM-DD`. */
export async function readOldestDays(sql: SqlRunner, tables: readonly string[]): Promise<Map<string, string>> {
  const rows = await sql<{ name: string; day: string }[]>`
    select parent.relname as name, to_char(to_date(min(right(child.relname, 8)), 'YYYYMMDD'), 'YYYY-MM-DD') as day
    from pg_inherits join pg_class child on child.oid = inhrelid join pg_class parent on parent.oid = inhparent
    where parent.relname = any(${textArray(tables)}::text[]) and right(child.relname, 8) ~ '^[0-9]{8}$'
    group by parent.relname`;
  return new Map(rows.map(({ name, day }) => [name, day]));
}
