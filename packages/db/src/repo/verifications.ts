import {
  type Channel,
  type Environment,
  type PolicyFacts,
  type ReasonCode,
  uuidFloor,
  type VerificationLocale,
  type VerificationState,
} from '@signalbox/contracts';
import { plainArray, textArray } from '../array-literal.ts';
import type { SqlRunner } from '../connection.ts';

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
  /** Hash of what the code confirms besides the address; null when it confirms nothing else. */
  boundHash: string | null;
  /** The blocks of numbers it is counted in, digits without "+"; null when it is counted in none. */
  blocks: readonly string[] | null;
  channels: readonly Channel[];
  messageId: string;
}

/** What a block was judged by: facts of the policy of the message that was stopped, and when, in milliseconds since 1970. */
export type BlockFacts = Pick<PolicyFacts, 'fraud' | 'spend'> & { atMs: number };

/** A stored verification; `state` is `expired` once its time is over by the clock of the database. */
export interface VerificationRow
  extends Omit<
    NewVerification,
    'workspace' | 'validForSeconds' | 'codeHash' | 'sealedCode' | 'blocks' | 'channels' | 'messageId'
  > {
  state: VerificationState;
  tries: number;
  /** Sealed for the place `otp_verification/<id>`; null from the moment the code is used, barred, canceled or blocked. */
  sealedCode: string | null;
  channels: Channel[];
  messageIds: string[];
  route: number | null;
  expiresAtMs: number;
  approvedAtMs: number | null;
  /** When it was canceled or blocked, or failed. */
  endedAtMs: number | null;
  /** Why it was blocked or has failed. */
  reason: ReasonCode | null;
  evidence: BlockFacts | null;
  /** Milliseconds the code is still good for; not positive when it is not. */
  leftMs: number;
}

/** The messages of a verification are younger than it, but for what the clocks of two processes may be apart, in milliseconds. */
export const CLOCKS_APART_MS = 3_600_000;

const columns = (sql: SqlRunner) => sql`
  id, environment, api_key as "apiKey", case when state = 'pending' and expires_at <= now() then 'expired' else state::text end as state,
  code_length as "codeLength", tries, tries_max as "triesMax", channel_timeout_seconds as "channelTimeoutSeconds", address, email,
  sender, country, purpose, app_name as "appName", locale, domain, sealed_code as "sealedCode", channels::text[] as channels,
  message_ids as "messageIds", route, bound_hash as "boundHash", reason, evidence, (extract(epoch from ended_at) * 1000)::float8 as "endedAtMs",
  (extract(epoch from expires_at) * 1000)::float8 as "expiresAtMs",
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
 * The newest verification of a person and purpose whose code may still be sent and checked for some seconds, locked to the end of the
 * transaction so that nothing ends it meanwhile; undefined without one. Where a mail address is given it must be the one of the
 * verification: a code must not reach a second address by being asked for again, nor confirm something else.
 */
export async function findOpenVerification(
  sql: SqlRunner,
  ask: {
    workspace: number;
    environment: Environment;
    address: string;
    email: string | null;
    purpose: string;
    boundHash: string | null;
    sinceMs: number;
  },
): Promise<VerificationRow | undefined> {
  const [row] = await sql<VerificationRow[]>`
    select ${columns(sql)} from otp_verification
    where workspace = ${ask.workspace} and address = ${ask.address} and id >= ${uuidFloor(ask.sinceMs)}
      and environment = ${ask.environment} and purpose = ${ask.purpose} and state in ('pending', 'failed')
      and sealed_code is not null and bound_hash is not distinct from ${ask.boundHash}
      and expires_at > now() + interval '5 seconds' and (${ask.email}::text is null or lower(email) = lower(${ask.email}))
    order by id desc limit 1 for update`;
  return row;
}

/** Stores a verification whose time begins now by the clock of the database; returns when it ends. */
export async function insertVerification(sql: SqlRunner, v: NewVerification): Promise<{ expiresAtMs: number }> {
  const [row] = await sql<{ expiresAtMs: number }[]>`
    insert into otp_verification (id, workspace, environment, api_key, state, code_length, tries, tries_max, channel_timeout_seconds,
      address, email, sender, country, purpose, app_name, locale, domain, code_hash, sealed_code, bound_hash, blocks, channels, message_ids, expires_at)
    values (${v.id}, ${v.workspace}, ${v.environment}, ${v.apiKey}, 'pending', ${v.codeLength}, 0, ${v.triesMax}, ${v.channelTimeoutSeconds},
      ${v.address}, ${v.email}, ${v.sender}, ${v.country}, ${v.purpose}, ${v.appName}, ${v.locale}, ${v.domain}, ${v.codeHash},
      ${v.sealedCode}, ${v.boundHash}, ${v.blocks === null ? null : textArray(v.blocks)}::text[], ${plainArray(v.channels)}::channel[], ${plainArray([v.messageId])}::uuid[],
      now() + ${v.validForSeconds} * interval '1 second')
    returning (extract(epoch from expires_at) * 1000)::float8 as "expiresAtMs"`;
  if (row === undefined) throw new Error('a verification was not stored');
  return row;
}

/** Notes one more send of the same code and where it may go next; the tries stay as they are. What has failed is open again. */
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
    update otp_verification set state = 'pending', ended_at = null, reason = null, evidence = null,
      message_ids = message_ids || ${send.messageId}::uuid, email = ${send.email}, sender = ${send.sender},
      channels = ${plainArray(send.channels)}::channel[], channel_timeout_seconds = ${send.channelTimeoutSeconds},
      app_name = ${send.appName}, locale = ${send.locale}, domain = ${send.domain}
    where workspace = ${workspace} and id = ${id}`;
}

/** How a verification ended without a check. */
export interface VerificationEnd {
  state: 'canceled' | 'blocked' | 'failed';
  reason: ReasonCode | null;
  evidence: BlockFacts | null;
}

/**
 * Ends a verification; the caller has locked it and found it open. Of one that has failed the code is kept, because it may be sent again
 * and because a carrier may have been wrong; of the others nothing is left that a code could be checked by.
 */
export async function endVerification(
  sql: SqlRunner,
  workspace: number,
  id: string,
  { state, reason, evidence }: VerificationEnd,
): Promise<void> {
  const isOver = state !== 'failed';
  await sql`
    update otp_verification set state = ${state}, ended_at = now(), reason = ${reason},
      evidence = ${evidence === null ? null : sql.json(evidence as never)},
      sealed_code = case when ${isOver} then null else sealed_code end, code_hash = case when ${isOver} then '' else code_hash end
    where workspace = ${workspace} and id = ${id}`;
}

/** Verifications of some workspaces whose time ended in a span, by the clock of the database, while their code was waited for. */
export async function readExpired(
  sql: SqlRunner,
  workspaces: readonly number[],
  fromMs: number,
  toMs: number,
): Promise<(VerificationRow & { workspace: number })[]> {
  const span = { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
  // No code lives longer than this.
  const oldest = uuidFloor(fromMs - CLOCKS_APART_MS);
  return sql<(VerificationRow & { workspace: number })[]>`
    select workspace, ${columns(sql)} from otp_verification
    where workspace = any(${plainArray(workspaces)}::int4[]) and id >= ${oldest} and state = 'pending'
      and expires_at > ${span.from}::timestamptz and expires_at <= ${span.to}::timestamptz
    order by id`;
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

/** Reads verifications of a workspace and environment by id, oldest first; those that do not exist there are left out. */
export async function readVerificationsById(
  sql: SqlRunner,
  workspace: number,
  environment: Environment,
  ids: readonly string[],
): Promise<VerificationRow[]> {
  if (ids.length === 0) return [];
  return sql<VerificationRow[]>`
    select ${columns(sql)} from otp_verification
    where workspace = ${workspace} and environment = ${environment} and id = any(${plainArray(ids)}::uuid[]) order by id`;
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
  filter: {
    workspace: number;
    environment: Environment;
    address: string | null;
    state: VerificationState | null;
    belowId: string | null;
  },
  limit: number,
): Promise<VerificationRow[]> {
  return sql<VerificationRow[]>`
    select ${columns(sql)} from otp_verification
    where workspace = ${filter.workspace} and environment = ${filter.environment}
      ${filter.address === null ? sql`` : sql`and address = ${filter.address}`}
      ${filter.state === null ? sql`` : ofState(sql, filter.state)}
      ${filter.belowId === null ? sql`` : sql`and id < ${filter.belowId}`}
    order by id desc limit ${limit}`;
}

/** Rows of a state as it is shown: the clock, and nobody else, makes an open one expire. */
function ofState(sql: SqlRunner, state: VerificationState) {
  if (state === 'expired') return sql`and state = 'pending' and expires_at <= now()`;
  return state === 'pending' ? sql`and state = 'pending' and expires_at > now()` : sql`and state = ${state}`;
}
