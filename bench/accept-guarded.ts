import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '@signalbox/db';
import type { SuiteEntry } from '../scripts/suite/context.ts';
import { type Accepted, acceptFor, CONNECTIONS } from './rig/accept.ts';
import { mediansOf, round } from './rig/numbers.ts';
import { messageJson, openSender } from './rig/sending.ts';
import { type Rig, withRig } from './rig.ts';

const ROUNDS = 7;
const SECONDS = 4;
const PATIENCE_MS = 10_000;

/** Limits that are asked on every call and refuse none: one of the key, one of the workspace, one of the country. */
async function setLimits(sql: Sql, workspace: number): Promise<void> {
  await sql`
    insert into rate_limit (id, workspace, environment, kind, api_key, country, per_second, burst)
    select gen_random_uuid(), ${workspace}, 'live', kind::rate_limit_kind, case when kind = 'key' then k.number end,
      case when kind = 'country' then 'DE' end, 1000000, 1000000
    from unnest(array['key', 'workspace', 'country']) as given(kind)
    join api_key k on k.workspace = ${workspace}`;
}

async function liftLimits(sql: Sql, workspace: number): Promise<void> {
  await sql`delete from rate_limit where workspace = ${workspace}`;
}

/** Until the api's answers show that it knows of the limits, or of none. */
async function waitForLimits(rig: Rig, present: boolean): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${rig.apiPort}/v1/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${rig.key}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: messageJson('transactional'),
    });
    await answer.arrayBuffer();
    if (answer.headers.has('ratelimit-limit') === present) return;
    if (performance.now() > until) throw new Error('the api did not hear of a change of its limits');
    await sleep(50);
  }
}

/** What limits and idempotency keys cost together: rounds with both and with neither, in turn, on one system. */
export default {
  name: 'accept.guarded',
  run: (context) =>
    withRig(context, { withoutWorker: true }, async (rig) => {
      const guarded = async () => {
        await setLimits(rig.sql, rig.workspace);
        await waitForLimits(rig, true);
        return acceptFor(rig, openSender(rig), SECONDS, context.signal);
      };
      const bare = async () => {
        await liftLimits(rig.sql, rig.workspace);
        await waitForLimits(rig, false);
        return acceptFor(rig, openSender(rig, { idempotency: false }), SECONDS, context.signal);
      };
      await guarded();
      await bare();
      const rounds: { guarded: Accepted; bare: Accepted; share: number }[] = [];
      for (let one = 0; one < ROUNDS; one += 1) {
        // Who goes first changes: what slows down as the tables grow is borne by both.
        const first = one % 2 === 0 ? await guarded() : await bare();
        const second = one % 2 === 0 ? await bare() : await guarded();
        const pair = one % 2 === 0 ? { guarded: first, bare: second } : { guarded: second, bare: first };
        rounds.push({ ...pair, share: pair.guarded.requestsPerSecond / pair.bare.requestsPerSecond });
      }
      const withBoth = mediansOf(rounds.map((pair) => pair.guarded));
      const withNone = mediansOf(rounds.map((pair) => pair.bare));
      const { share } = mediansOf(rounds.map((pair) => ({ share: pair.share })));
      context.figure({
        name: 'accept.guarded',
        value: Math.round(withBoth.requestsPerSecond),
        unit: 'requests/s',
        conditions: {
          connections: CONNECTIONS,
          idempotencyKeys: true,
          limits: 'key, workspace, country',
          worker: 'none',
          rounds: ROUNDS,
          p99Ms: round(withBoth.p99Ms),
          apiMicros: round(withBoth.apiMicros),
          postgresMicros: round(withBoth.postgresMicros),
          p99MsWithNone: round(withNone.p99Ms),
          apiMicrosWithNone: round(withNone.apiMicros),
          postgresMicrosWithNone: round(withNone.postgresMicros),
        },
        peers: { 'with neither': Math.round(withNone.requestsPerSecond) },
        ratios: { 'with neither': round(share, 3) },
      });
      return true;
    }),
} satisfies SuiteEntry;
