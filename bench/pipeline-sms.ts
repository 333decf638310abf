import type { SuiteContext, SuiteEntry } from '../scripts/suite/context.ts';
import { hasKannel, type Kannel, type KannelRound, startKannel } from './rig/kannel.ts';
import { mediansOf, round } from './rig/numbers.ts';
import { type PipelinePlan, type PipelineRound, runPipeline, showRound } from './rig/pipeline.ts';
import { type Rig, withRig } from './rig.ts';

const ROUNDS = 3;
const GROUPED: PipelinePlan = {
  messages: 100_000,
  perRequest: 100,
  connections: 24,
  callbacks: { eventsPerRequest: 500 },
};
const EACH: PipelinePlan = { ...GROUPED, callbacks: { eventsPerRequest: 1 } };
const SINGLE: PipelinePlan = { messages: 30_000, perRequest: 1, connections: 64, callbacks: { eventsPerRequest: 1 } };
const KANNEL_MESSAGES = 20_000;
const UNIT = 'messages/s';

/** What every message of ours went through: said with each figure, because Kannel does little of it. */
const EVERYTHING = {
  durable: 'fsync before 202',
  receipts: 'stored before they are acknowledged',
  on: 'API keys, idempotency keys, row-level security, opt-outs (100,000 on file), caps, routing with weights, decision record',
  callback: 'signed, every try claimed before it leaves and kept in the log of its endpoint',
  window: 1000,
};

export default {
  name: 'pipeline.sms',
  figures: ['pipeline.sms.batch', 'pipeline.sms.batch.callback-each', 'pipeline.sms.single', 'peer.kannel.sms'],
  run: (context) =>
    withRig(context, {}, async (rig) => {
      const kannel = await openKannel(context);
      try {
        await compare(context, rig, kannel);
      } finally {
        await kannel?.stop();
      }
      return true;
    }),
} satisfies SuiteEntry;

async function openKannel(context: SuiteContext): Promise<Kannel | undefined> {
  if (hasKannel()) return startKannel();
  context.say('peer.kannel.sms was skipped: Kannel is not installed (on Debian: apt-get install kannel).');
  return undefined;
}

/** What PostgreSQL's part of a round is made of. */
async function statementsOf(rig: Rig, plan: PipelinePlan, signal: AbortSignal): Promise<string[]> {
  await rig.countStatements(true);
  await runPipeline(rig, plan, signal);
  return rig.topStatements(plan.messages);
}

async function compare(context: SuiteContext, rig: Rig, kannel: Kannel | undefined): Promise<void> {
  const { signal } = context;
  const rounds = {
    grouped: [] as PipelineRound[],
    each: [] as PipelineRound[],
    single: [] as PipelineRound[],
    kannel: [] as KannelRound[],
  };
  await runPipeline(rig, { ...GROUPED, messages: 20_000 }, signal);
  await runPipeline(rig, { ...SINGLE, messages: 5000 }, signal);
  await kannel?.run(5000, signal);
  for (let one = 0; one < ROUNDS; one += 1) {
    rounds.grouped.push(await runPipeline(rig, GROUPED, signal));
    rounds.each.push(await runPipeline(rig, EACH, signal));
    rounds.single.push(await runPipeline(rig, SINGLE, signal));
    if (kannel) rounds.kannel.push(await kannel.run(KANNEL_MESSAGES, signal));
  }
  // Counting costs some per cent, so the shares come from a round of their own.
  const statements = await statementsOf(rig, GROUPED, signal);
  const eachStatements = await statementsOf(rig, EACH, signal);
  const singleStatements = await statementsOf(rig, SINGLE, signal);
  const peer = kannel && mediansOf(rounds.kannel);
  const say = (name: string, given: PipelineRound, conditions: Record<string, unknown>) => {
    const value = Math.round(given.endToEndPerSecond);
    context.figure({
      name,
      value,
      unit: UNIT,
      conditions: { ...conditions, rounds: ROUNDS, ...showRound(given), ...EVERYTHING },
      ...(peer && {
        peers: { 'peer.kannel.sms': Math.round(peer.endToEndPerSecond) },
        ratios: { 'peer.kannel.sms': round(given.endToEndPerSecond / peer.endToEndPerSecond, 2) },
      }),
    });
  };
  say('pipeline.sms.batch', mediansOf(rounds.grouped), { ...GROUPED, statements });
  say('pipeline.sms.batch.callback-each', mediansOf(rounds.each), { ...EACH, statements: eachStatements });
  say('pipeline.sms.single', mediansOf(rounds.single), { ...SINGLE, statements: singleStatements });
  if (!peer) return;
  context.figure({
    name: 'peer.kannel.sms',
    value: Math.round(peer.endToEndPerSecond),
    unit: UNIT,
    conditions: {
      messages: KANNEL_MESSAGES,
      rounds: ROUNDS,
      ...showRound(peer),
      window: 1000,
      store: 'in memory, lost in a crash',
      callbacks: 'one for each receipt',
    },
  });
}
