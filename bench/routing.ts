import type { SuiteContext, SuiteEntry } from '../scripts/suite/context.ts';
import { round } from './rig/numbers.ts';
import { timeDecisions } from './worlds/decide-speed.ts';
import { runRecovery } from './worlds/recovery-scene.ts';
import { runReplay } from './worlds/replay-scene.ts';
import { runDeadList, runFlaky, runForger, runOutage, runSteady } from './worlds/scenes.ts';
import { runWhatIf } from './worlds/what-if-scene.ts';

const SEEDS = 20;

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

/** One measurement over all seeds: prints its figure and says whether what was promised held in each. */
type Measure = (context: SuiteContext, seeds: readonly number[]) => boolean;

const steady: Measure = ({ figure }, seeds) => {
  const runs = seeds.map((seed) => runSteady(seed));
  const ratios = runs.map(({ ratio }) => ratio);
  figure({
    name: 'routing.steady',
    value: round(mean(ratios), 4),
    unit: 'of the utility of an oracle, messages 5,001 to 10,000',
    conditions: {
      seeds: seeds.length,
      routes: 6,
      perSecond: 5,
      receiptsLateSeconds: '1-600',
      worst: round(Math.min(...ratios), 4),
      best: round(Math.max(...ratios), 4),
      within3Percent: ratios.filter((one) => one >= 0.97).length,
      byClass: Object.fromEntries(
        ['otp', 'transactional', 'marketing'].map((one) => [
          one,
          round(mean(runs.map(({ byClass }) => byClass[one] as number)), 4),
        ]),
      ),
      firstFiveThousand: round(mean(runs.map(({ whileLearning }) => whileLearning)), 4),
    },
    peers: { oracle: 1, 'even weights': round(mean(runs.map(({ even }) => even)), 4) },
  });
  return ratios.every((one) => one >= 0.97);
};

const outage =
  (kind: 'refuses' | 'hangs'): Measure =>
  ({ figure }, seeds) => {
    const perSecond = 10;
    const runs = seeds.map((seed) => runOutage(seed, kind, perSecond));
    const messages = runs.map(({ messagesUntilLeft }) => messagesUntilLeft);
    const back = runs.map(({ secondsUntilBack }) => secondsUntilBack);
    figure({
      name: `routing.outage-${kind}`,
      value: Math.max(...messages),
      unit: 'messages to the best route after it broke, before it was left (most of all seeds)',
      conditions: {
        seeds: seeds.length,
        perSecond,
        allowed: Math.max(50, 5 * perSecond),
        mean: round(mean(messages)),
        secondsUntilLeft: Math.max(...runs.map(({ secondsUntilLeft }) => secondsUntilLeft)),
        messagesInAll: Math.max(...runs.map(({ messagesInAll }) => messagesInAll)),
        secondsOut: 240,
        secondsUntilBack: { most: Math.max(...back), mean: round(mean(back)) },
      },
      peers: { oracle: 0 },
    });
    return messages.every((one) => one <= Math.max(50, 5 * perSecond)) && back.every((one) => one <= 120);
  };

const flaky: Measure = ({ figure }, seeds) => {
  const runs = seeds.map((seed) => runFlaky(seed, 10, 1_000));
  const openings = runs.reduce((sum, one) => sum + one.openings, 0);
  figure({
    name: 'routing.flaky',
    value: openings,
    unit: 'openings of a breaker while every route fails 20 % at random',
    conditions: { seeds: seeds.length, messages: runs.reduce((sum, one) => sum + one.messages, 0) },
    peers: { oracle: 0 },
  });
  return openings === 0;
};

const deadList: Measure = ({ figure }, seeds) => {
  const runs = seeds.map((seed) => runDeadList(seed, 5));
  const openings = runs.reduce((sum, one) => sum + one.openings, 0);
  const moved = mean(runs.map((one) => one.moved));
  const inTwin = mean(runs.map((one) => one.movedInTwin));
  figure({
    name: 'routing.dead-list',
    value: round(moved, 4),
    unit: 'of the traffic moved while half the numbers were dead',
    conditions: { seeds: seeds.length, openings, messages: 3_000, deadShare: 0.5 },
    peers: { 'the same world with living numbers': round(inTwin, 4) },
    ratios: { 'the same world with living numbers': round(moved / inTwin, 2) },
  });
  // What moves weights there is what moves them anyway: the list adds nothing beyond the chance between the two runs.
  return openings === 0 && moved <= inTwin * 1.25;
};

const forger: Measure = ({ figure }, seeds) => {
  const runs = seeds.map((seed) => runForger(seed, 4));
  const lost = runs.map(({ messagesUntilLost }) => messagesUntilLost);
  const named = runs.map(({ messagesUntilNamed }) => messagesUntilNamed);
  const wrongly = runs.reduce((sum, one) => sum + one.wronglyNamed.length, 0);
  figure({
    name: 'routing.forger',
    value: Math.max(...lost),
    unit: 'messages until a forger of 30 % of its receipts had lost its share (most of all seeds)',
    conditions: {
      seeds: seeds.length,
      perSecond: 4,
      mean: round(mean(lost)),
      named: { most: Math.max(...named), mean: round(mean(named)) },
      highestShare: round(Math.max(...runs.map(({ highestShare }) => highestShare)), 2),
      patterns: Object.fromEntries(
        [...new Set(runs.flatMap(({ patterns }) => patterns))].map((one) => [
          one,
          runs.filter(({ patterns }) => patterns.includes(one)).length,
        ]),
      ),
      honestRoutesNamed: wrongly,
    },
    peers: { oracle: 0 },
  });
  return lost.every((one) => one <= 2_000) && named.every((one) => one <= 2_000) && wrongly === 0;
};

/** Twenty changes, one of each world, are what must hold; the other nineteen of each show that the interval means what it says. */
const whatIf: Measure = ({ figure }, seeds) => {
  const runs = seeds.map((seed) => runWhatIf(seed));
  const sum = (of: (run: (typeof runs)[number]) => number) => runs.reduce((total, run) => total + of(run), 0);
  const answered = sum((run) => run.policies - run.refused);
  const inside = sum((run) => (run.firstInside ? 1 : 0));
  const share = sum((run) => run.truthInside) / answered;
  figure({
    name: 'routing.what-if',
    value: inside,
    unit: 'held-out changes, one of each world, whose true success lies in the printed 90 % interval',
    conditions: {
      changes: seeds.length,
      allowed: Math.ceil(0.85 * seeds.length),
      ofAllChanges: { changes: answered, truthInside: round(share, 3), refused: sum((run) => run.refused) },
      costInside: round(sum((run) => run.costInside) / answered, 3),
      outcomeOfTheTrafficSentAgainInside: round(sum((run) => run.outcomeInside) / answered, 3),
      meanWidthPoints: round(mean(runs.map((run) => run.widthPoints)), 2),
      loggedMessages: 8_000,
    },
    peers: { 'nominal 90 %': 0.9 * seeds.length },
  });
  return inside >= Math.ceil(0.85 * seeds.length) && share >= 0.85;
};

const replay: Measure = ({ figure }, seeds) => {
  const runs = seeds.slice(0, 2).map((seed) => runReplay(seed));
  const sum = (of: (run: (typeof runs)[number]) => number) => runs.reduce((total, run) => total + of(run), 0);
  const decisions = sum((run) => run.decisions);
  const steps = sum((run) => run.steps);
  figure({
    name: 'routing.replay',
    value: sum((run) => run.sameDecisions),
    unit: 'stored decisions made again identically',
    conditions: { decisions, stepsOfLearning: steps, sameSteps: sum((run) => run.sameSteps) },
    peers: { stored: decisions },
  });
  return sum((run) => run.sameDecisions) === decisions && sum((run) => run.sameSteps) === steps && decisions >= 10_000;
};

const recovery: Measure = ({ figure }, seeds) => {
  const runs = seeds.map((seed) => runRecovery(seed));
  const peak = Math.max(...runs.map((run) => run.peak));
  figure({
    name: 'routing.recovery',
    value: round(peak, 3),
    unit: 'of the contracted rate in the busiest second after five minutes of outage',
    conditions: {
      seeds: seeds.length,
      allowed: 1.2,
      perSecondWhileOut: round(mean(runs.map((run) => run.perSecondWhileOut)), 2),
      retryShare: round(Math.max(...runs.map((run) => run.retryShare)), 3),
      secondsToDrain: Math.max(...runs.map((run) => run.secondsToDrain)),
      lost: runs.reduce((sum, run) => sum + run.lost, 0),
    },
  });
  return (
    peak <= 1.2 &&
    runs.every((run) => run.lost <= run.sent / 10_000 && Number.isFinite(run.secondsToDrain) && run.retryShare <= 0.1)
  );
};

const decide =
  (name: string, byModel: boolean): Measure =>
  ({ figure }) => {
    const candidates = 50;
    const { p50Micros, p95Micros, foretold } = timeDecisions(candidates, 20_000, byModel);
    figure({
      name,
      value: round(p95Micros, 1),
      unit: 'us, p95 of one decision',
      conditions: { candidates, foretoldBySuccessModel: foretold, p50Micros: round(p50Micros, 1), allowed: 1_000 },
    });
    return p95Micros < 1_000 && foretold === (byModel ? candidates : 0);
  };

const MEASURES: Readonly<Record<string, Measure>> = {
  'routing.steady': steady,
  'routing.outage-refuses': outage('refuses'),
  'routing.outage-hangs': outage('hangs'),
  'routing.flaky': flaky,
  'routing.dead-list': deadList,
  'routing.forger': forger,
  'routing.what-if': whatIf,
  'routing.replay': replay,
  'routing.recovery': recovery,
  'routing.decide': decide('routing.decide', false),
  'routing.decide-model': decide('routing.decide-model', true),
};

export default {
  name: 'routing',
  figures: ['routing', ...Object.keys(MEASURES)],
  run: async (context) => {
    const count = Math.max(2, Math.round(SEEDS * context.scale));
    const seeds = Array.from({ length: count }, (_, index) => context.seed + index);
    let kept = true;
    for (const [name, measure] of Object.entries(MEASURES)) {
      // A turn of the event loop between two of them: Ctrl-C is heard.
      await new Promise((resolve) => setImmediate(resolve));
      context.signal.throwIfAborted();
      if (measure(context, seeds)) continue;
      context.say(`${name} does not hold what it promises; repeat it with --seed ${context.seed}.`);
      kept = false;
    }
    return kept;
  },
} satisfies SuiteEntry;
