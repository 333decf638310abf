import type { TrafficClass } from '@signalbox/contracts';
import type { SuiteContext, SuiteEntry } from '../../scripts/suite/context.ts';
import { type Rig, withRig } from '../rig.ts';
import { checkDatabase } from './database-checks.ts';
import { drain, settleWaits } from './drain.ts';
import { createGenerator, type Generator } from './generator.ts';
import { type Breach, checkHistories } from './invariants.ts';
import { keepLogs, scanLogs } from './log-files.ts';
import type { Logs } from './logs.ts';
import { createRandom, type Random } from './random.ts';
import { type Reconciliation, reconcile } from './reconcile.ts';
import { type CarrierAccount, type SeededWorkspace, seedWorkspace } from './seed-workspace.ts';
import { readStored } from './stored-log.ts';

/** What a scenario is given: a fresh workspace on a running system, a generator that notes what it is told, and random choices by seed. */
export type Stage = {
  rig: Rig;
  workspace: SeededWorkspace;
  generator: Generator;
  random: Random;
  signal: AbortSignal;
  say: (sentence: string) => void;
  /** Notes that a promise of this scenario does not hold. */
  breach: (invariant: string, why: string, to?: string) => void;
};

/** One thing that goes wrong, and how the system is set up for it. */
export type Scenario = {
  name: string;
  workers?: number;
  carriers?: readonly CarrierAccount[];
  run: (stage: Stage) => Promise<void>;
  /** Looks at the three logs once the run has drained. */
  judge?: (stage: Stage, logs: Logs) => void | Promise<void>;
};

/** What one run came to. */
export type RunResult = Reconciliation & { seconds: number; breaches: Breach[]; kept: boolean; line: string };

let serial = 0;

/** Makes a scenario an entry of `npm run faults`: on a system of its own. */
export function entryOf(scenario: Scenario): SuiteEntry {
  return {
    name: scenario.name,
    run: (context) => withRig(context, async (rig) => (await playScenario(rig, scenario, context)).kept),
  };
}

/** Plays a scenario on a running system, drains it, reconciles the three logs and reports. */
export async function playScenario(
  rig: Rig,
  scenario: Scenario,
  context: Pick<SuiteContext, 'seed' | 'signal' | 'say' | 'figure'>,
): Promise<RunResult> {
  serial += 1;
  const breaches: Breach[] = [];
  const stage = await setStage(rig, scenario, context, breaches);
  const { generator, workspace } = stage;
  await scenario.run(stage);
  const seconds = await drain(stage);
  const first = await readLogs(stage);
  breaches.push(...checkHistories(first));
  const waits = await settleWaits(stage);
  const logs = waits > 0 ? await readLogs(stage) : first;
  if (waits > 0) breaches.push(...checkHistories(logs).filter(({ invariant }) => invariant === 'I-1'));
  await scenario.judge?.(stage, logs);
  breaches.push(...(await checkDatabase(rig.sql, workspace.number)), ...(await replaySome(stage)));
  breaches.push(...scanLogs(rig.logs, generator.prefix, markerOf(context.seed)));
  const result = reconcile(logs);
  const kept =
    [...result.lost, ...result.unexpected, ...result.overDuplicated, ...result.phantom, ...breaches].length === 0;
  const line = lineOf(scenario.name, context.seed, result, seconds, breaches);
  context.say(line);
  context.figure({
    name: scenario.name,
    value: result.lost.length + result.unexpected.length,
    unit: 'lost or unexpected',
    conditions: figuresOf(context.seed, result, seconds, breaches),
  });
  if (!kept) tellWhatBroke(rig, scenario, context, logs, result, breaches);
  return { ...result, seconds, breaches, kept, line };
}

const markerOf = (seed: number): string => `zebra${seed}`;

async function setStage(
  rig: Rig,
  { name, workers = 1, carriers = DEFAULT_CARRIERS }: Scenario,
  { seed, signal, say }: Pick<SuiteContext, 'seed' | 'signal' | 'say'>,
  breaches: Breach[],
): Promise<Stage> {
  const random = createRandom(seed);
  await rig.haveWorkers(workers);
  const workspace = await seedWorkspace(rig.sql, { name, smppPort: rig.smppPort, carriers });
  const generator = createGenerator({
    apiUrl: rig.apiUrl,
    key: workspace.key,
    serial,
    random,
    marker: markerOf(seed),
    signal,
  });
  await waitForBinds(rig, carriers, workers, signal);
  return {
    rig,
    workspace,
    generator,
    random,
    signal,
    say,
    breach: (invariant, why, to = '') => breaches.push({ invariant, to, why }),
  };
}

const DEFAULT_CARRIERS: readonly CarrierAccount[] = [{ name: 'aurora' }, { name: 'cascade' }];

async function waitForBinds(rig: Rig, carriers: readonly CarrierAccount[], workers: number, signal: AbortSignal) {
  for (const { name } of carriers) {
    const end = performance.now() + 30_000;
    while ((await rig.carriers.bound(name)) !== workers) {
      signal.throwIfAborted();
      if (performance.now() > end) throw new Error(`the workers did not bind to ${name} in time`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** The three logs of a run as they are now. */
async function readLogs({ rig, workspace, generator }: Stage): Promise<Logs> {
  return {
    asked: generator.asked,
    stored: await readStored(rig.sql, workspace.number),
    submits: rig.carriers.readLog(generator.prefix),
    optOuts: generator.optOuts,
  };
}

const REPLAYS = 5;

/** I-12: some calls are repeated under their keys and must be answered with the same ids, without a new message. */
async function replaySome({ generator, random, rig, workspace }: Stage): Promise<Breach[]> {
  const breaches: Breach[] = [];
  const [before] = await rig.sql<{ count: number }[]>`
    select count(*)::int as count from idempotency where workspace = ${workspace.number}`;
  const calls = [...Map.groupBy(generator.asked, (asked) => asked.key).values()].filter((group) => group[0]?.id);
  for (const group of random.some(calls, REPLAYS)) {
    const first = generator.bodies.get(group[0]?.key ?? '');
    if (first === undefined) continue;
    const again = await generator.call('POST', first.path, first.request, group[0]?.key);
    if (!again.replayed || again.body !== first.answer)
      breaches.push({
        invariant: 'I-12',
        to: group[0]?.to ?? '',
        why: 'a repeat under the same key was answered anew',
      });
  }
  const [after] = await rig.sql<{ count: number }[]>`
    select count(*)::int as count from idempotency where workspace = ${workspace.number}`;
  if (before?.count !== after?.count)
    breaches.push({ invariant: 'I-12', to: '', why: 'a repeat stored a second answer' });
  return breaches;
}

function figuresOf(seed: number, result: Reconciliation, seconds: number, breaches: readonly Breach[]) {
  const { messages, attempts, unknown, duplicated, recovered, waiting } = result;
  return {
    seed,
    node: process.versions.node,
    messages,
    attempts,
    unknown,
    lost: result.lost.length,
    unexpected: result.unexpected.length,
    duplicated,
    duplicated_beyond_class: result.overDuplicated.length,
    recovered,
    phantom: result.phantom.length,
    waiting,
    breaches: breaches.length,
    seconds_to_drain: Number(seconds.toFixed(1)),
  };
}

function lineOf(
  name: string,
  seed: number,
  result: Reconciliation,
  seconds: number,
  breaches: readonly Breach[],
): string {
  const { node, duplicated, ...figures } = figuresOf(seed, result, seconds, breaches);
  const classes = (Object.entries(duplicated) as [TrafficClass, number][])
    .map(([trafficClass, count]) => `${trafficClass} ${count}`)
    .join(', ');
  const rest = Object.entries(figures)
    .map(([key, value]) => `${key.replaceAll('_', ' ')} ${value}`)
    .join(', ');
  return `${name}: ${rest}, duplicated (${classes}), node ${node}`;
}

function tellWhatBroke(
  rig: Rig,
  { name }: Scenario,
  { seed, say }: Pick<SuiteContext, 'seed' | 'say'>,
  logs: Logs,
  result: Reconciliation,
  breaches: readonly Breach[],
): void {
  const sets = {
    lost: result.lost,
    unexpected: result.unexpected,
    duplicated: result.overDuplicated,
    phantom: result.phantom,
    breach: breaches.map(({ invariant, to, why }) => ({ to, why: `${invariant}: ${why}` })),
  };
  for (const [set, findings] of Object.entries(sets)) {
    for (const { to, why } of findings.slice(0, 5)) say(`  ${set} ${to}: ${why}`);
    if (findings.length > 5) say(`  ${set}: and ${findings.length - 5} more`);
  }
  say(`  All logs are kept in ${keepLogs(rig.logs, `${name}-${seed}`, { ...logs, findings: Object.entries(sets) })}`);
}
