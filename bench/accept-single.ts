import type { SuiteEntry } from '../scripts/suite/context.ts';
import { sendAll } from './rig/http-client.ts';
import { mediansOf, quantileOf, round } from './rig/numbers.ts';
import { assertAccepted, openSender } from './rig/sending.ts';
import { type Rig, withRig } from './rig.ts';

const ROUNDS = 3;
const SECONDS = 5;
const CONNECTIONS = 64;

/** One message a request for some seconds: every answer came after its commit. */
async function measureRound(rig: Rig, signal: AbortSignal) {
  const sender = openSender(rig);
  try {
    const before = rig.micros();
    const startedAt = performance.now();
    const next = () => (performance.now() - startedAt < SECONDS * 1000 ? sender.single('transactional') : undefined);
    const answers = await sendAll(sender.client, CONNECTIONS, signal, next);
    const seconds = (performance.now() - startedAt) / 1000;
    const after = rig.micros();
    assertAccepted(answers);
    const times = answers.map(({ ms }) => ms);
    return {
      requestsPerSecond: answers.length / seconds,
      p50Ms: quantileOf(times, 0.5),
      p99Ms: quantileOf(times, 0.99),
      apiMicros: (after.api - before.api) / answers.length,
      postgresMicros: (after.postgres - before.postgres) / answers.length,
    };
  } finally {
    sender.client.close();
  }
}

export default {
  name: 'accept.single',
  run: (context) =>
    withRig(context, { withoutWorker: true }, async (rig) => {
      await measureRound(rig, context.signal);
      const rounds = [];
      for (let one = 0; one < ROUNDS; one += 1) rounds.push(await measureRound(rig, context.signal));
      const { requestsPerSecond, p50Ms, p99Ms, apiMicros, postgresMicros } = mediansOf(rounds);
      context.figure({
        name: 'accept.single',
        value: Math.round(requestsPerSecond),
        unit: 'requests/s',
        conditions: {
          connections: CONNECTIONS,
          idempotencyKeys: true,
          worker: 'none',
          rounds: ROUNDS,
          p50Ms: round(p50Ms),
          p99Ms: round(p99Ms),
          apiMicros: round(apiMicros),
          postgresMicros: round(postgresMicros),
        },
      });
      return true;
    }),
} satisfies SuiteEntry;
