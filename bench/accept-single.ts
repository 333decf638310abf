import type { SuiteEntry } from '../scripts/suite/context.ts';
import { acceptFor, CONNECTIONS } from './rig/accept.ts';
import { mediansOf, round } from './rig/numbers.ts';
import { openSender } from './rig/sending.ts';
import { withRig } from './rig.ts';

const ROUNDS = 3;
const SECONDS = 5;

export default {
  name: 'accept.single',
  run: (context) =>
    withRig(context, { withoutWorker: true }, async (rig) => {
      const measureRound = () => acceptFor(rig, openSender(rig), SECONDS, context.signal);
      await measureRound();
      const rounds = [];
      for (let one = 0; one < ROUNDS; one += 1) rounds.push(await measureRound());
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
