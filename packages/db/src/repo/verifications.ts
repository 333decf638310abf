import {
  type Channel,
  type Environment,
  uuidFloor,
  uuidTimeMs,
  type VerificationLocale,
  type VerificationState,
} from '@signalbox/contracts';
import { plainArray } from '../array-literal.ts';
import type { SqlRunner, Transaction } from '../connection.ts';
import { givenUses, type RateUse } from './rates.ts';
import { moveMark, readMark } from './sweep.ts';

/** A verification to store. Times are milliseconds since 1970; the instant it was asked for is inside `id`. */
export interface NewVerification {
  id: string;
  workspace: number;
  environment: Environment;
  apiKey: number | null;
  codeLength: number;
  triesMax: number;
  validForSeconds: number;
  channelTimeoutSeconds: number;
  address: string;
  email: string | null;
  sender: string | null;
  country: string | null;
  purpose: string;
  appName: string;
  locale: VerificationLocale;
  domain: string | null;
  codeHash: string;
  sealedCode: string;
  channels: readonly Channel[];
  messageId: string;
}

/** A stored verification; `state` is `expired` once its time is over by the clock of the database. */
export interface VerificationRow
  extends Omit<
    NewVerification,
    'workspace' | 'validForSeconds' | 'codeHash' | 'sealedCode' | 'channels' | 'messageId'
  > {
  state: VerificationState;
  tries: number;
  /** Sealed for the place `otp_verification/<id>`; null from the moment the code is used or barred. */
  sealedCode: string | null;
  channels: Channel[];
  messageIds: string[];
  route: number | null;
  expiresAtMs: number;
  approvedAtMs: number | null;
  /** Milliseconds the code is still good for; not positive when it is not. */
  leftMs: number;
}

// The messages of a verification are younger than it, but for what the clocks of two processes may be apart.
const CLOCKS_APART_MS = 3_600_000;

const columns = (sql: SqlRunner) => sql`
  id, environment, api_key as "apiKey", case when state = 'pending' and expires_at <= now() then 'expired' else state::text end as state,
  code_length as "codeLength", tries, tries_max as "triesMax", channel_timeout_seconds as "channelTimeoutSeconds", address, email,
  sender, country, purpose, app_name as "appName", locale, domain, sealed_code as "sealedCode", channels::text[] as channels,
  message_ids as "messageIds", route, (extract(epoch from expires_at) * 1000)::float8 as "expiresAtMs",
  (extract(epoch from approved_at) * 1000)::float8 as "approvedAtMs", (extract(epoch from expires_at - now()) * 1000)::float8 as "leftMs"`;

/** Starts of one person for one purpose pass here one at a time, to the end of the transaction: two at once must not make two codes. */
export async function lockStarts(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  address: string,
  purpose: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('signalbox.verification'), hashtext(${`${workspace} ${environment} ${purpose} ${address}`}))`;
}

/**
 * The newest verification of a person and purpose whose code may still be sent and checked for some seconds; undefined without one. Where a
 * mail address is given it must be the one of the verification: a code must not reach a second address by being asked for again.
 */
export async function findOpenVerification(
  sql: SqlRunner,
  ask: {
    workspace: number;
    environment: Environment;
    address: string;
    email: string | null;
    purpose: string;
    sinceMs: number;
  },
): Promise<VerificationRow | undefined> {
  const [row] = await sql<VerificationRow[]>`
    select ${columns(sql)} from otp_verification
    where workspace = ${ask.workspace} and address = ${ask.address} and id >= ${uuidFloor(ask.sinceMs)}
      and environment = ${ask.environment} and purpose = ${ask.purpose} and state = 'pending' and sealed_code is not null
      and expires_at > now() + interval '5 seconds' and (${ask.email}::text is null or lower(email) = lower(${ask.email}))
    order by id desc limit 1`;
  return row;
}

/** Stores a verification whose time begins now by the clock of the database; returns when it ends. */
export async function insertVerification(sql: SqlRunner, v: NewVerification): Promise<{ expiresAtMs: number }> {
  const [row] = await sql<{ expiresAtMs: number }[]>`
    insert into otp_verification (id, workspace, environment, api_key, state, code_length, tries, tries_max, channel_timeout_seconds,
      address, email, sender, country, purpose, app_name, locale, domain, code_hash, sealed_code, channels, message_ids, expires_at)
    values (${v.id}, ${v.workspace}, ${v.environment}, ${v.apiKey}, 'pending', ${v.codeLength}, 0, ${v.triesMax}, ${v.channelTimeoutSeconds},
      ${v.address}, ${v.email}, ${v.sender}, ${v.country}, ${v.purpose}, ${v.appName}, ${v.locale}, ${v.domain}, ${v.codeHash},
      ${v.sealedCode}, ${plainArray(v.channels)}::channel[], ${plainArray([v.messageId])}::uuid[],
      now() + ${v.validForSeconds} * interval '1 second')
    returning (extract(epoch from expires_at) * 1000)::float8 as "expiresAtMs"`;
  if (row === undefined) throw new Error('a verification was not stored');
  return row;
}

/** Notes one more send of the same code and where it may go next; the tries stay as they are. */
export async function addSend(
  sql: SqlRunner,
  workspace: number,
  id: string,
  send: Pick<
    NewVerification,
    'messageId' | 'email' | 'sender' | 'channels' | 'channelTimeoutSeconds' | 'appName' | 'locale' | 'domain'
  >,
): Promise<void> {
  await sql`
    update otp_verification set message_ids = message_ids || ${send.messageId}::uuid, email = ${send.email}, sender = ${send.sender},
      channels = ${plainArray(send.channels)}::channel[], channel_timeout_seconds = ${send.channelTimeoutSeconds},
      app_name = ${send.appName}, locale = ${send.locale}, domain = ${send.domain}
    where workspace = ${workspace} and id = ${id}`;
}

/** A use that a check counts when it does not succeed; a null subject stands for the person behind the verification. */
export type CheckUse = Omit<RateUse, 'subject'> & { subject: string | null };

/** What one try came to. */
export interface CheckOutcome {
  /** Null when nothing was tried: no such verification is open here, or a limit is reached. */
  state: VerificationState | null;
  tries: number | null;
  triesMax: number | null;
  /** Seconds until the limit that stopped this try lets the next one through; null when none did. */
  retryAfterSeconds: number | null;
}

/**
 * Counts one try at a code and tests it, in one statement: whatever runs beside it, no more than `tries_max` are tested and one succeeds.
 * What fails is counted against the limits of `uses`, also for an id that is not there, so that all failures cost the same. The hashes are
 * compared by the server: they are keyed, so how far two of them agree tells nothing about the code.
 * A limit may be passed by as many tries as run at the same moment.
 */
export async function checkCode(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; id: string; codeHash: string; uses: readonly CheckUse[] },
): Promise<CheckOutcome> {
  const { workspace, environment, id, codeHash } = ask;
  const sentFrom = uuidFloor(uuidTimeMs(id) - CLOCKS_APART_MS);
  const uses = ask.uses.map((use) => ({ ...use, subject: use.subject ?? '' }));
  const [row] = await sql<CheckOutcome[]>`
    with person as (
      select address || ' ' || purpose as subject from otp_verification
      where workspace = ${workspace} and id = ${id} and environment = ${environment}),
    asked as (${givenUses(sql, uses)}),
    given as (
      select scope, coalesce(nullif(subject, ''), (select subject from person), ${`id ${id}`}) as subject, cap, seconds, window_start from asked),
    reached as (
      select max(c.window_end) as until from given g join rate_counter c on c.workspace = ${workspace}
        and c.scope = g.scope and c.subject = g.subject and c.window_start = g.window_start and c.used >= g.cap),
    tried as (
      update otp_verification v set tries = tries + 1,
        state = case when code_hash = ${codeHash} then 'approved' when tries + 1 >= tries_max then 'max_attempts_reached' else state end,
        approved_at = case when code_hash = ${codeHash} then now() end,
        sealed_code = case when code_hash = ${codeHash} or tries + 1 >= tries_max then null else sealed_code end,
        route = case when code_hash = ${codeHash} then (
          select a.route from attempt a join event e on e.message_id = a.message_id and e.attempt = a.n and e.state in ('sent', 'delivered')
          where a.message_id = any(v.message_ids) and a.message_id >= ${sentFrom} and e.message_id >= ${sentFrom} and a.worker is not null
          order by e.state = 'delivered' desc, a.message_id desc, a.n desc limit 1) end
      where workspace = ${workspace} and id = ${id} and environment = ${environment} and state = 'pending' and tries < tries_max
        and expires_at > now() and (select until from reached) is null
      returning state, tries, tries_max),
    counted as (
      insert into rate_counter as c (workspace, scope, subject, window_start, window_end, "limit", used)
      select ${workspace}, scope, subject, window_start, window_start + seconds * interval '1 second', cap, 1
      from given where not exists (select from tried where state = 'approved') and (select until from reached) is null
      order by scope, subject
      on conflict (workspace, scope, subject, window_start) do update set used = c.used + 1, "limit" = excluded."limit"
      returning 1)
    select t.state, t.tries, t.tries_max as "triesMax",
      ceil(extract(epoch from r.until - now()))::int4 as "retryAfterSeconds"
    from reached r left join tried t on true`;
  if (row === undefined) throw new Error('a check was not answered');
  return row;
}

/** Reads one verification of a workspace and environment; undefined when there is none. */
export async function readVerification(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  id: string,
): Promise<VerificationRow | undefined> {
  const [row] = await sql<VerificationRow[]>`
    select ${columns(sql)} from otp_verification where workspace = ${workspace} and id = ${id} and environment = ${environment}`;
  return row;
}

/** The same for whoever sends next: the row stays locked, so that a check or another send waits until this one is committed. */
export async function lockVerification(
  sql: SqlRunner,
  workspace: number,
  id: string,
): Promise<VerificationRow | undefined> {
  const [row] = await sql<VerificationRow[]>`
    select ${columns(sql)} from otp_verification where workspace = ${workspace} and id = ${id} for update`;
  return row;
}

/** Verifications of a workspace and environment, newest first, at most `limit`. */
export async function readVerifications(
  sql: SqlRunner,
  filter: { workspace: number; environment: Environment; address: string | null; belowId: string | null },
  limit: number,
): Promise<VerificationRow[]> {
  return sql<VerificationRow[]>`
    select ${columns(sql)} from otp_verification
    where workspace = ${filter.workspace} and environment = ${filter.environment}
      ${filter.address === null ? sql`` : sql`and address = ${filter.address}`}
      ${filter.belowId === null ? sql`` : sql`and id < ${filter.belowId}`}
    order by id desc limit ${limit}`;
}

/** How far conversions are tallied: the name of the sweep's mark. */
const CONVERSIONS_MARK = 'conversions';

/** Verifications with ids in a range by hour, route and country: sent by each route that took their code, converted by the one whose message brought it. */
const conversionsOf = (sql: SqlRunner, fromId: string, toId: string, andOnly = sql``) => {
  const sentFrom = uuidFloor(uuidTimeMs(fromId) - CLOCKS_APART_MS);
  const sentTo = uuidFloor(uuidTimeMs(toId) + CLOCKS_APART_MS);
  return sql`
    select date_trunc('hour', to_timestamp(('x' || left(replace(v.id::text, '-', ''), 12))::bit(48)::int8 / 1000.0), 'UTC') as hour,
      v.workspace, v.environment, coalesce(t.route, 0) as route, coalesce(v.country, '') as country, count(*) as sent,
      count(*) filter (where v.route = t.route) as converted
    from otp_verification v
    left join lateral (select distinct a.route from attempt a
      where a.message_id = any(v.message_ids) and a.message_id between ${sentFrom} and ${sentTo}
        and a.worker is not null and a.route is not null) t on true
    where v.id >= ${fromId} and v.id < ${toId} ${andOnly}
    group by 1, 2, 3, 4, 5`;
};

/**
 * Adds verifications to the tally of conversions and forgets the codes nobody typed, at most `stepMs` further than it has come and not beyond `untilMs`, before which every
 * code has ended. Each is counted once, whatever runs beside it: the mark is held to the end of the transaction.
 */
export async function tallyConversions(sql: Transaction, untilMs: number, stepMs: number): Promise<void> {
  const mark = await readMark(sql, CONVERSIONS_MARK);
  // The first run of an installation finds nothing older than itself.
  const fromMs = mark === uuidFloor(0) ? untilMs - stepMs : uuidTimeMs(mark);
  const toMs = Math.min(untilMs, fromMs + stepMs);
  if (toMs <= fromMs) return;
  await sql`
    insert into conversion_tally as c (hour, workspace, environment, route, country, sent, converted)
    select hour, workspace, environment, route, country, sent, converted
    from (${conversionsOf(sql, uuidFloor(fromMs), uuidFloor(toMs))}) counted
    order by workspace, environment, hour, route, country
    on conflict (workspace, environment, hour, route, country) do update
      set sent = c.sent + excluded.sent, converted = c.converted + excluded.converted`;
  await sql`
    update otp_verification set sealed_code = null
    where id >= ${uuidFloor(fromMs)} and id < ${uuidFloor(toMs)} and sealed_code is not null`;
  await moveMark(sql, CONVERSIONS_MARK, uuidFloor(toMs));
}

/** How codes of a country did by a route: verifications it sent for, and those its message converted. Route 0 stands for those no route took. */
export interface ConversionFigures {
  route: number;
  country: string;
  sent: number;
  converted: number;
}

/**
 * Conversion of a workspace and environment since an instant (its hour is counted whole once it is in the tally), by route and country, the
 * busiest first: from the tally as far as it has come, and counted row by row from there to `nowMs`.
 */
export async function readConversions(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; fromMs: number; nowMs: number },
): Promise<ConversionFigures[]> {
  const { workspace, environment, fromMs, nowMs } = ask;
  // In one statement, hence one snapshot: a tally that goes on beside it is seen with its mark or not at all.
  const live = sql`and v.workspace = ${workspace} and v.environment = ${environment}
    and v.id >= coalesce((select reached from sweep_mark where name = ${CONVERSIONS_MARK}), ${uuidFloor(0)})`;
  return sql<ConversionFigures[]>`
    select route, country, sum(sent)::float8 as sent, sum(converted)::float8 as converted
    from (
      select route, country, sent, converted from conversion_tally
      where workspace = ${workspace} and environment = ${environment}
        and hour >= date_trunc('hour', ${new Date(fromMs).toISOString()}::timestamptz, 'UTC')
      union all
      select route, country, sent, converted
      from (${conversionsOf(sql, uuidFloor(fromMs), uuidFloor(nowMs + CLOCKS_APART_MS), live)}) untallied) figures
    group by route, country order by sent desc, route, country limit 200`;
}

/** Verifications of a workspace and environment with ids from `fromId` on, and how many of them were approved. */
export async function countVerifications(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  fromId: string,
): Promise<{ started: number; approved: number }> {
  const [row] = await sql<{ started: number; approved: number }[]>`
    select count(*)::float8 as started, (count(*) filter (where state = 'approved'))::float8 as approved from otp_verification
    where workspace = ${workspace} and environment = ${environment} and id >= ${fromId}`;
  return row ?? { started: 0, approved: 0 };
}
