import { setTimeout as sleep } from 'node:timers/promises';
import type { SuiteContext, SuiteEntry } from '../scripts/suite/context.ts';
import { startCampaign } from './rig/campaign.ts';
import { type CodesRound, sendCodes } from './rig/codes.ts';
import { mediansOf } from './rig/numbers.ts';
import { type Rig, withRig } from './rig.ts';

const ROUNDS = 3;
const SECONDS = 8;
const CAMPAIGN_PER_SECOND = 20_000;

type LoadedRound = CodesRound & { loadPerSecond: number };

async function measureRound(rig: Rig, context: SuiteContext, perSecond: number, seed: number): Promise<LoadedRound> {
  const before = await rig.delivered();
  const load = startCampaign(rig, perSecond);
  await sleep(1000);
  const codes = await sendCodes(rig, SECONDS, seed, context.signal).catch(async (error: unknown) => {
    await load.stop();
    throw error;
  });
  const loadPerSecond = Math.round(await load.stop());
  // The next round begins with empty lanes.
  for (let last = before; ; ) {
    await sleep(500);
    const now = await rig.delivered();
    if (now === last) break;
    last = now;
  }
  return { ...codes, loadPerSecond };
}

async function measureBeside(rig: Rig, context: SuiteContext, name: string, perSecond: number): Promise<void> {
  const rounds: LoadedRound[] = [];
  for (let one = 0; one < ROUNDS; one += 1)
    rounds.push(await measureRound(rig, context, perSecond, context.seed + one));
  const medians = mediansOf(rounds);
  context.figure({
    name,
    value: medians.submitP99Ms,
    unit: 'ms, p99 from the call to the carrier',
    conditions: { codesPerSecond: 100, arrivals: 'Poisson', seconds: SECONDS, rounds: ROUNDS, ...medians },
  });
}

export default {
  name: 'otp.submit.loaded',
  figures: ['otp.submit.loaded', 'otp.submit.saturated'],
  run: (context) =>
    withRig(context, {}, async (rig) => {
      await sendCodes(rig, 2, context.seed, context.signal);
      await measureBeside(rig, context, 'otp.submit.loaded', CAMPAIGN_PER_SECOND);
      await measureBeside(rig, context, 'otp.submit.saturated', Number.POSITIVE_INFINITY);
      return true;
    }),
} satisfies SuiteEntry;
