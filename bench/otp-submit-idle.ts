import type { SuiteEntry } from '../scripts/suite/context.ts';
import { type CodesRound, sendCodes } from './rig/codes.ts';
import { mediansOf } from './rig/numbers.ts';
import { withRig } from './rig.ts';

const ROUNDS = 3;
const SECONDS = 8;

export default {
  name: 'otp.submit.idle',
  run: (context) =>
    withRig(context, {}, async (rig) => {
      await sendCodes(rig, 2, context.seed, context.signal);
      const rounds: CodesRound[] = [];
      for (let one = 0; one < ROUNDS; one += 1)
        rounds.push(await sendCodes(rig, SECONDS, context.seed + one, context.signal));
      const medians = mediansOf(rounds);
      context.figure({
        name: 'otp.submit.idle',
        value: medians.submitP99Ms,
        unit: 'ms, p99 from the call to the carrier',
        conditions: { codesPerSecond: 100, arrivals: 'Poisson', seconds: SECONDS, rounds: ROUNDS, ...medians },
      });
      return true;
    }),
} satisfies SuiteEntry;
