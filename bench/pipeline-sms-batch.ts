import type { SuiteEntry } from '../scripts/suite/context.ts';
import { mediansOf } from './rig/numbers.ts';
import { type PipelineRound, runPipeline, showRound } from './rig/pipeline.ts';
import { withRig } from './rig.ts';

const MESSAGES = 100_000;
const ROUNDS = 3;

export default {
  name: 'pipeline.sms.batch',
  run: (context) =>
    withRig(context, {}, async (rig) => {
      const plan = { messages: MESSAGES, perRequest: 100, connections: 24 };
      await runPipeline(rig, { ...plan, messages: 20_000 }, context.signal);
      const rounds: PipelineRound[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push(await runPipeline(rig, plan, context.signal));
        context.say(JSON.stringify(showRound(rounds.at(-1) as PipelineRound)));
      }
      await rig.countStatements(true);
      await runPipeline(rig, plan, context.signal);
      const statements = await rig.topStatements(MESSAGES);
      const medians = mediansOf(rounds);
      context.figure({
        name: 'pipeline.sms.batch',
        value: Math.round(medians.endToEndPerSecond),
        unit: 'messages/s',
        conditions: { ...plan, rounds: ROUNDS, ...showRound(medians), statements },
      });
      return true;
    }),
} satisfies SuiteEntry;
