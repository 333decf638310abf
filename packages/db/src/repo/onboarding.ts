import type { SqlRunner } from '../connection.ts';

/** When each of the first steps of a workspace happened first, in milliseconds since 1970; null when it has not. */
export interface FirstTimes {
  createdAtMs: number;
  keyAtMs: number | null;
  callAtMs: number | null;
  deliveredAtMs: number | null;
  webhookAtMs: number | null;
  verificationAtMs: number | null;
  liveAtMs: number | null;
  teammateAtMs: number | null;
  closedAtMs: number | null;
}

/**
 * What happened first, from what is stored: a key, a message a key sent, one that was delivered, an event an endpoint took, a code that was
 * typed, a message a key sent in live, a second person. Each part ends at the first row it finds.
 */
export async function readFirstTimes(sql: SqlRunner, workspace: number): Promise<FirstTimes> {
  const ms = (instant: ReturnType<typeof sql>) => sql`(extract(epoch from (${instant})) * 1000)::float8`;
  // The time inside an id is its first 48 bits.
  const idMs = sql`('x' || left(replace(id::text, '-', ''), 12))::bit(48)::int8::float8`;
  const [row] = await sql<FirstTimes[]>`
    select ${ms(sql`w.created_at`)} as "createdAtMs",
      ${ms(sql`select min(created_at) from api_key where workspace = w.number`)} as "keyAtMs",
      (select ${idMs} from message where workspace = w.number and api_key is not null order by id limit 1) as "callAtMs",
      ${ms(sql`select e.at from message m
        join lateral (select at from event where message_id = m.id and state = 'delivered' order by seq limit 1) e on true
        where m.workspace = w.number order by m.id limit 1`)} as "deliveredAtMs",
      ${ms(sql`select min(o.at) from webhook_endpoint h
        join lateral (select at from webhook_outcome where endpoint = h.number and workspace = h.workspace
          and state = 'delivered' order by packet limit 1) o on true
        where h.workspace = w.number`)} as "webhookAtMs",
      ${ms(sql`select min(approved_at) from otp_verification where workspace = w.number and approved_at is not null`)} as "verificationAtMs",
      (select ${idMs} from message where workspace = w.number and environment = 'live' and api_key is not null
        order by id limit 1) as "liveAtMs",
      ${ms(sql`select created_at from membership where workspace = w.number order by created_at offset 1 limit 1`)} as "teammateAtMs",
      ${ms(sql`select closed_at from onboarding_closed where workspace = w.number`)} as "closedAtMs"
    from workspace w where w.number = ${workspace}`;
  if (row === undefined) throw new Error('the workspace of the session is not there');
  return row;
}

/** Puts the first steps of a workspace away, or takes them out again. */
export async function putOnboardingAway(sql: SqlRunner, workspace: number, closed: boolean): Promise<void> {
  if (closed) await sql`insert into onboarding_closed (workspace) values (${workspace}) on conflict do nothing`;
  else await sql`delete from onboarding_closed where workspace = ${workspace}`;
}
