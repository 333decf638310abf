import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from '@signalbox/db';
import type { SuiteEntry } from '../scripts/suite/context.ts';
import { type Accepted, acceptFor, CONNECTIONS } from './rig/accept.ts';
import { medianOf, mediansOf, round } from './rig/numbers.ts';
import { messageJson, openSender } from './rig/sending.ts';
import { type Rig, withRig } from './rig.ts';

const ROUNDS = 5;
const SECONDS = 3;
const PATIENCE_MS = 10_000;

/** Limits that are asked on every call and refuse none: one of the key, one of the workspace, one of the country. */
async function setLimits(sql: Sql, workspace: number): Promise<void> {
  await sql`
    insert into rate_limit (id, workspace, environment, kind, api_key, country, per_second, burst)
    select gen_random_uuid(), ${workspace}, 'live', kind::rate_limit_kind, case when kind = 'key' then k.number end,
      case when kind = 'country' then 'DE' end, 1000000, 1000000
    from unnest(array['key', 'workspace', 'country']) as given(kind)
    join api_key k on k.workspace = ${workspace}
    on conflict do nothing`;
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

/** What a call is asked for besides its message. */
const MODES = {
  neither: { limits: false, idempotency: false },
  keysAlone: { limits: false, idempotency: true },
  limitsAlone: { limits: true, idempotency: false },
  both: { limits: true, idempotency: true },
} as const;
type Mode = keyof typeof MODES;
const NAMES = Object.keys(MODES) as Mode[];

async function measure(rig: Rig, mode: Mode, signal: AbortSignal): Promise<Accepted> {
  const { limits, idempotency } = MODES[mode];
  await (limits ? setLimits : liftLimits)(rig.sql, rig.workspace);
  await waitForLimits(rig, limits);
  return acceptFor(rig, openSender(rig, { idempotency }), SECONDS, signal);
}

/** What limits and idempotency keys cost, each and together: rounds of all four ways in turn, on one system. */
export default {
  name: 'accept.guarded',
  run: (context) =>
    withRig(context, { withoutWorker: true }, async (rig) => {
      const rounds: Record<Mode, Accepted>[] = [];
      // The first round warms up and is not counted.
      for (let one = 0; one <= ROUNDS; one += 1) {
        const round: Partial<Record<Mode, Accepted>> = {};
        // Who goes first changes: what slows down as the tables grow is borne by all.
        for (const mode of one % 2 === 0 ? NAMES : NAMES.toReversed()) {
          round[mode] = await measure(rig, mode, context.signal);
        }
        if (one > 0) rounds.push(round as Record<Mode, Accepted>);
      }
      const medians = (mode: Mode) => mediansOf(rounds.map((round) => round[mode]));
      const share = (mode: Mode) =>
        round(medianOf(rounds.map((one) => one[mode].requestsPerSecond / one.neither.requestsPerSecond)), 3);
      const both = medians('both');
      const told = (mode: Mode) => {
        const { requestsPerSecond, p99Ms, apiMicros, postgresMicros } = medians(mode);
        return {
          requestsPerSecond: Math.round(requestsPerSecond),
          ofNeither: share(mode),
          p99Ms: round(p99Ms),
          apiMicros: round(apiMicros),
          postgresMicros: round(postgresMicros),
        };
      };
      context.figure({
        name: 'accept.guarded',
        value: Math.round(both.requestsPerSecond),
        unit: 'requests/s',
        conditions: {
          connections: CONNECTIONS,
          limits: 'key, workspace, country',
          worker: 'none',
          rounds: ROUNDS,
          ...Object.fromEntries(NAMES.map((mode) => [mode, told(mode)])),
        },
        peers: { 'with neither': Math.round(medians('neither').requestsPerSecond) },
        ratios: { 'with neither': share('both') },
      });
      return true;
    }),
} satisfies SuiteEntry;
