import type { Channel, Environment, MemberState, Wording } from '@signalbox/contracts';
import { instantArray, plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

/** A list people opt in to. `createdAtMs` is milliseconds since 1970. */
export interface OptInListRow {
  id: string;
  environment: Environment;
  channel: Channel;
  name: string;
  purpose: string;
  topic: string | null;
  doubleOptIn: boolean;
  confirmHours: number;
  sender: string | null;
  wordings: Record<string, Wording>;
  signUpOpen: boolean;
  signUpHourly: number;
  createdAtMs: number;
}

/** The same with how many people stand how to it. */
export interface CountedListRow extends OptInListRow {
  counts: Record<MemberState, number>;
}

const columns = (sql: SqlRunner) => sql`
  l.id, l.environment, l.channel, l.name, l.purpose, l.topic, l.double_opt_in as "doubleOptIn", l.confirm_hours as "confirmHours",
  l.sender, l.wordings, l.sign_up_open as "signUpOpen", l.sign_up_hourly as "signUpHourly", (extract(epoch from l.created_at) * 1000)::float8 as "createdAtMs"`;

/** The state by the clock: what is pending past its time has expired. */
const shown = (sql: SqlRunner) => sql`
  case when m.state = 'pending' and m.confirm_by <= now() then 'expired' else m.state::text end`;

/** Makes a list. A name that another of the environment has fails as a taken key. */
export async function insertOptInList(
  sql: SqlRunner,
  workspace: number,
  list: Omit<OptInListRow, 'createdAtMs'>,
): Promise<void> {
  await sql`
    insert into opt_in_list (id, workspace, environment, channel, name, purpose, topic, double_opt_in, confirm_hours, sender, wordings,
      sign_up_open, sign_up_hourly)
    values (${list.id}, ${workspace}, ${list.environment}, ${list.channel}, ${list.name}, ${list.purpose}, ${list.topic},
      ${list.doubleOptIn}, ${list.confirmHours}, ${list.sender}, ${JSON.stringify(list.wordings)}::text::jsonb,
      ${list.signUpOpen}, ${list.signUpHourly})`;
}

/** Changes what can change of a list. */
export async function updateOptInList(
  sql: SqlRunner,
  workspace: number,
  list: Pick<OptInListRow, 'id' | 'name' | 'doubleOptIn' | 'confirmHours' | 'wordings' | 'signUpOpen' | 'signUpHourly'>,
): Promise<void> {
  await sql`
    update opt_in_list set name = ${list.name}, double_opt_in = ${list.doubleOptIn}, confirm_hours = ${list.confirmHours},
      wordings = ${JSON.stringify(list.wordings)}::text::jsonb, sign_up_open = ${list.signUpOpen}, sign_up_hourly = ${list.signUpHourly}
    where workspace = ${workspace} and id = ${list.id}`;
}

/** The lists of an environment by name with their counts; `id` narrows to one. */
export async function readOptInLists(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  id?: string,
): Promise<CountedListRow[]> {
  return sql<CountedListRow[]>`
    select ${columns(sql)}, jsonb_build_object('pending', 0, 'confirmed', 0, 'withdrawn', 0, 'expired', 0) || coalesce(c.counts, '{}') as counts
    from opt_in_list l
    left join lateral (
      select jsonb_object_agg(state, people) as counts
      from (select ${shown(sql)} as state, count(*)::int as people from list_member m where m.list = l.id group by 1) as g) as c on true
    where l.workspace = ${workspace} and l.environment = ${environment} ${id === undefined ? sql`` : sql`and l.id = ${id}`}
    order by l.name limit 500`;
}

/** One list by its id, without counts. */
export async function findOptInList(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  id: string,
): Promise<OptInListRow | undefined> {
  const [row] = await sql<OptInListRow[]>`
    select ${columns(sql)} from opt_in_list l
    where l.workspace = ${workspace} and l.environment = ${environment} and l.id = ${id}`;
  return row;
}

/** Of the list with an open page whose id this is: whose it is. Runs as the owner, for whoever opens a page has no workspace yet. */
export async function findSignUpList(
  sql: SqlRunner,
  id: string,
): Promise<{ workspace: number; environment: Environment } | undefined> {
  const [row] = await sql<{ workspace: number; environment: Environment }[]>`
    select workspace, environment from opt_in_list where id = ${id} and sign_up_open`;
  return row;
}

/** A person of a list. Times are milliseconds since 1970. */
export interface ListMemberRow {
  address: string;
  state: MemberState;
  locale: string;
  source: string;
  sinceMs: number;
  confirmByMs: number | null;
  message: string | null;
  /** How the wish is known, while it waits: canonical JSON. */
  proof: string | null;
  consent: string | null;
}

const memberColumns = (sql: SqlRunner) => sql`
  m.address, ${shown(sql)} as state, m.locale, m.source, (extract(epoch from m.since) * 1000)::float8 as "sinceMs",
  (extract(epoch from m.confirm_by) * 1000)::float8 as "confirmByMs", m.message, m.proof, m.consent`;

/** The people of a list by address, behind `after`, at most `limit`. */
export async function readListMembers(
  sql: SqlRunner,
  workspace: number,
  filter: { list: string; state: MemberState | null; after: string | null },
  limit: number,
): Promise<ListMemberRow[]> {
  return sql<ListMemberRow[]>`
    select * from (select ${memberColumns(sql)} from list_member m where m.workspace = ${workspace} and m.list = ${filter.list}
      ${filter.after === null ? sql`` : sql`and m.address > ${filter.after}`}) as people
    ${filter.state === null ? sql`` : sql`where state = ${filter.state}`}
    order by address limit ${limit}`;
}

/** Waits for others who change how this person stands to the list, and reads it; undefined before anything was asked. */
export async function lockListMember(
  sql: SqlRunner,
  workspace: number,
  list: string,
  address: string,
): Promise<ListMemberRow | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('signalbox.member'), hashtext(${`${list} ${address}`}))`;
  const [row] = await sql<ListMemberRow[]>`
    select ${memberColumns(sql)} from list_member m
    where m.workspace = ${workspace} and m.list = ${list} and m.address = ${address}`;
  return row;
}

/** A state of a person of a list to store. */
export type NewListMember = Omit<ListMemberRow, 'state'> & {
  /** The id of the list. */
  list: string;
  state: 'pending' | 'confirmed' | 'withdrawn';
};

/** Stores how people stand to lists, in the place of how they stood: one statement. */
export async function saveListMembers(
  sql: SqlRunner,
  workspace: number,
  members: readonly NewListMember[],
): Promise<void> {
  await sql`
    insert into list_member (workspace, list, address, state, locale, source, since, confirm_by, message, proof, consent)
    select ${workspace}, * from unnest(
      ${plainArray(members.map((one) => one.list))}::uuid[],
      ${textArray(members.map((one) => one.address))}::text[], ${plainArray(members.map((one) => one.state))}::list_member_state[],
      ${textArray(members.map((one) => one.locale))}::text[], ${textArray(members.map((one) => one.source))}::text[],
      ${instantArray(members.map((one) => one.sinceMs))}::timestamptz[],
      ${instantArray(members.map((one) => one.confirmByMs))}::timestamptz[], ${plainArray(members.map((one) => one.message))}::uuid[],
      ${textArray(members.map((one) => one.proof))}::text[], ${plainArray(members.map((one) => one.consent))}::uuid[])
    on conflict (list, address) do update set state = excluded.state, locale = excluded.locale, source = excluded.source,
      since = excluded.since, confirm_by = excluded.confirm_by, message = excluded.message, proof = excluded.proof, consent = excluded.consent`;
}

/** How people stand to a list, with the place in the ledger of the consent that made it so: who was never on it is not named. */
export async function readPlacesOf(
  sql: SqlRunner,
  workspace: number,
  list: string,
  addresses: readonly string[],
): Promise<{ address: string; state: MemberState; seq: number | null }[]> {
  return sql`
    select m.address, ${shown(sql)} as state, c.seq::float8 as seq
    from list_member m left join consent c on c.id = m.consent
    where m.workspace = ${workspace} and m.list = ${list} and m.address = any(${textArray(addresses)}::text[])`;
}

/** Takes off a list whom these consents put there: one statement. */
export async function removeMembersOf(
  sql: SqlRunner,
  workspace: number,
  list: string,
  consents: readonly { id: string; address: string }[],
): Promise<void> {
  await sql`
    delete from list_member m using unnest(
      ${textArray(consents.map((one) => one.address))}::text[], ${plainArray(consents.map((one) => one.id))}::uuid[]) as c(address, id)
    where m.workspace = ${workspace} and m.list = ${list} and m.address = c.address and m.consent = c.id`;
}

/** The lists an address has to do with on a channel, by name: what a person can choose among. */
export async function readListsOf(
  sql: SqlRunner,
  place: { workspace: number; environment: Environment; channel: Channel },
  address: string,
): Promise<{ id: string; name: string; purpose: string; topic: string | null; state: MemberState; locale: string }[]> {
  return sql`
    select l.id, l.name, l.purpose, l.topic, ${shown(sql)} as state, m.locale
    from list_member m join opt_in_list l on l.id = m.list
    where m.workspace = ${place.workspace} and m.address = ${address} and l.environment = ${place.environment} and l.channel = ${place.channel}
    order by l.name limit 100`;
}

/**
 * People of the lists of a channel by address, each with the language of the list they are on: whose address holds `search`, or is it.
 */
export async function findListedPeople(
  sql: SqlRunner,
  place: { workspace: number; environment: Environment; channel: Channel },
  { search, isWhole }: { search: string; isWhole: boolean },
  limit: number,
): Promise<{ address: string; locale: string }[]> {
  return sql`
    select distinct on (m.address) m.address, m.locale
    from list_member m join opt_in_list l on l.id = m.list
    where m.workspace = ${place.workspace} and l.environment = ${place.environment} and l.channel = ${place.channel}
      ${search === '' ? sql`` : isWhole ? sql`and m.address = ${search}` : sql`and position(${search} in m.address) > 0`}
    order by m.address, m.state = 'confirmed' desc, m.since desc limit ${limit}`;
}

/** A withdrawal that takes a person off lists. */
export interface Leaving {
  /** UUID of the entry of the ledger. */
  id: string;
  channel: Channel;
  address: string;
  purpose: string;
  topic: string | null;
  atMs: number | null;
}

/** Takes people off the lists their withdrawals are about: one statement. Whoever was confirmed after the instant of the withdrawal stays. */
export async function leaveLists(
  sql: SqlRunner,
  { workspace, environment }: { workspace: number; environment: Environment },
  leaving: readonly Leaving[],
): Promise<void> {
  await sql`
    update list_member m set state = 'withdrawn', since = coalesce(w.at, now()), confirm_by = null, message = null, proof = null, consent = w.id
    from unnest(
        ${plainArray(leaving.map((one) => one.id))}::uuid[], ${plainArray(leaving.map((one) => one.channel))}::channel[],
        ${textArray(leaving.map((one) => one.address))}::text[], ${textArray(leaving.map((one) => one.purpose))}::text[],
        ${textArray(leaving.map((one) => one.topic))}::text[], ${instantArray(leaving.map((one) => one.atMs))}::timestamptz[]
      ) as w(id, channel, address, purpose, topic, at)
    join opt_in_list l on l.workspace = ${workspace} and l.environment = ${environment} and l.channel = w.channel
      and l.purpose = w.purpose and (w.topic is null or l.topic = w.topic)
    where m.list = l.id and m.address = w.address and m.state <> 'withdrawn'
      and not (m.state = 'confirmed' and m.since > coalesce(w.at, now()))`;
}

/** Puts a person back on the lists that one withdrawal took him off. */
export async function rejoinLists(
  sql: SqlRunner,
  workspace: number,
  { left, address, consent, atMs }: { left: string; address: string; consent: string; atMs: number },
): Promise<void> {
  await sql`
    update list_member set state = 'confirmed', since = ${new Date(atMs)}, consent = ${consent}
    where workspace = ${workspace} and address = ${address} and state = 'withdrawn' and consent = ${left}`;
}
