import { type Channel, type Environment, uuidFloor, uuidTimeMs, type VerificationState } from '@signalbox/contracts';
import type { SqlRunner } from '../connection.ts';
import { blockWindowOf } from './fraud-counters.ts';
import { givenUses, type RateUse } from './rates.ts';
import { CLOCKS_APART_MS } from './verifications.ts';

/**
 * A use that a check counts when it does not succeed; a null subject stands for the person behind the verification, whose count begins
 * anew with a success.
 */
export type CheckUse = Omit<RateUse, 'subject'> & { subject: string | null };

/** What one try came to. */
export interface CheckOutcome {
  /** Null when nothing was tried: no such verification is open here, or a limit is reached. */
  state: VerificationState | null;
  tries: number | null;
  triesMax: number | null;
  /** Whom it is about, as it is shown; null when nothing was tried. */
  to: string | null;
  purpose: string | null;
  channels: Channel[] | null;
  /** Seconds until the limit that stopped this try lets the next one through; null when none did. */
  retryAfterSeconds: number | null;
}

/**
 * Counts one try at a code and tests it, in one statement: whatever runs beside it, no more than `tries_max` are tested and one succeeds.
 * What fails is counted against the limits of `uses`, also for an id that is not there, so that all failures cost the same. The hashes are
 * compared by the server: they are keyed, so how far two of them agree tells nothing about the code. One whose carriers have failed is
 * tested too: a right code proves that one of them was wrong. A success counts for the blocks of numbers of the verification, and ends
 * the row of failures of its person. A limit may be passed by as many tries as run at the same moment.
 */
export async function checkCode(
  sql: SqlRunner,
  ask: { workspace: number; environment: Environment; id: string; codeHash: string; uses: readonly CheckUse[] },
): Promise<CheckOutcome> {
  const { workspace, environment, id, codeHash } = ask;
  const sentFrom = uuidFloor(uuidTimeMs(id) - CLOCKS_APART_MS);
  const isRight = sql`code_hash = ${codeHash}`;
  const uses = ask.uses.map((use) => ({ ...use, subject: use.subject ?? '' }));
  const [row] = await sql<CheckOutcome[]>`
    with person as (
      select address || ' ' || purpose as subject from otp_verification
      where workspace = ${workspace} and id = ${id} and environment = ${environment}),
    asked as (${givenUses(sql, uses)}),
    given as (
      select scope, coalesce(nullif(subject, ''), (select subject from person), ${`id ${id}`}) as subject, subject = '' as of_person,
        cap, seconds, window_start
      from asked),
    reached as (
      select max(c.window_end) as until from given g join rate_counter c on c.workspace = ${workspace}
        and c.scope = g.scope and c.subject = g.subject and c.window_start = g.window_start and c.used >= g.cap),
    tried as (
      update otp_verification v set tries = tries + 1,
        state = case when ${isRight} then 'approved' when tries + 1 >= tries_max then 'max_attempts_reached' else state end,
        approved_at = case when ${isRight} then now() end,
        ended_at = case when ${isRight} then null else ended_at end, reason = case when ${isRight} then null else reason end,
        -- What can be checked no more leaves nothing to check it by, and nothing to send.
        sealed_code = case when ${isRight} or tries + 1 >= tries_max then null else sealed_code end,
        code_hash = case when ${isRight} or tries + 1 >= tries_max then '' else code_hash end,
        route = case when ${isRight} then (
          select a.route from attempt a join event e on e.message_id = a.message_id and e.attempt = a.n and e.state in ('sent', 'delivered')
          where a.message_id = any(v.message_ids) and a.message_id >= ${sentFrom} and e.message_id >= ${sentFrom} and a.worker is not null
          order by e.state = 'delivered' desc, a.message_id desc, a.n desc limit 1) end
      where workspace = ${workspace} and id = ${id} and environment = ${environment} and state in ('pending', 'failed')
        and tries < tries_max and expires_at > now() and (select until from reached) is null
      returning state, tries, tries_max, purpose, channels::text[] as channels, blocks,
        case when channels[1] = 'email' then coalesce(email, address) else address end as shown),
    converted as (
      insert into block_counter as c (workspace, environment, prefix, window_start, sent, converted)
      select ${workspace}, ${environment}, b.prefix, ${blockWindowOf(sql, 'own.id')}, 0, 1
      from tried t cross join unnest(t.blocks) as b(prefix), (select ${id}::uuid as id) own
      where t.state = 'approved' order by b.prefix
      on conflict (workspace, environment, prefix, window_start) do update set converted = c.converted + 1),
    cleared as (
      update rate_counter c set used = 0 from given g
      where g.of_person and c.workspace = ${workspace} and c.scope = g.scope and c.subject = g.subject
        and c.window_start = g.window_start and exists (select from tried where state = 'approved')),
    counted as (
      insert into rate_counter as c (workspace, scope, subject, window_start, window_end, "limit", used)
      select ${workspace}, scope, subject, window_start, window_start + seconds * interval '1 second', cap, 1
      from given where not exists (select from tried where state = 'approved') and (select until from reached) is null
      order by scope, subject
      on conflict (workspace, scope, subject, window_start) do update set used = c.used + 1, "limit" = excluded."limit"
      returning 1)
    select t.state, t.tries, t.tries_max as "triesMax", t.shown as to, t.purpose, t.channels,
      ceil(extract(epoch from r.until - now()))::int4 as "retryAfterSeconds"
    from reached r left join tried t on true`;
  if (row === undefined) throw new Error('a check was not answered');
  return row;
}
