import type { SuiteContext, SuiteEntry } from '../../scripts/suite/context.ts';
import { type Rig, startRig } from '../rig.ts';
import { SMPP_CARRIERS } from './carrier.ts';
import { checkDatabase } from './database-checks.ts';
import { drain, settleWaits } from './drain.ts';
import { createGenerator } from './generator.ts';
import { type Breach, checkHistories } from './invariants.ts';
import { scanLogs } from './log-files.ts';
import type { Logs } from './logs.ts';
import { createRandom } from './random.ts';
import { reconcile } from './reconcile.ts';
import { replaySome } from './replays.ts';
import { isKept, type RunResult, report } from './report.ts';
import { type CarrierAccount, seedWorkspace } from './seed-workspace.ts';
import { type Scenario, type Stage, waitUntil } from './stage.ts';
import { readStored } from './stored-log.ts';

type RunContext = Pick<SuiteContext, 'seed' | 'signal' | 'say' | 'figure'>;
/** What a run notes beside the three logs. */
type Notes = Pick<RunResult, 'injected' | 'breaches'>;

const DEFAULT_CARRIERS: readonly CarrierAccount[] = [{ name: 'aurora' }, { name: 'cascade' }];
const BIND_MS = 30_000;

let serial = 0;

/** Makes a scenario an entry of `npm run faults`: a workspace of its own on a system that all of them share. */
export function entryOf(scenario: Scenario): SuiteEntry {
  return {
    name: scenario.name,
    run: async (context) => isKept(await playScenario(await context.keep(startRig), scenario, context)),
  };
}

/** Plays a scenario on a running system, drains it, reconciles the three logs and reports. */
async function playScenario(rig: Rig, scenario: Scenario, context: RunContext): Promise<RunResult> {
  const notes: Notes = { injected: {}, breaches: [] };
  const stage = await setStage(rig, scenario, context, notes);
  const judge = await scenario.run(stage);
  const seconds = await drain(stage);
  const first = await readLogs(stage);
  notes.breaches.push(...checkHistories(first));
  if (first.stored.length === 0)
    stage.breach(`nothing was stored; answers: ${JSON.stringify([...stage.generator.statuses])}`);
  const waited = await settleWaits(stage);
  const logs = waited > 0 ? await readLogs(stage) : first;
  // Ending the waits makes claims older than they are; what does not look at their time is checked once more.
  if (waited > 0) notes.breaches.push(...checkHistories(logs).filter(({ invariant }) => invariant === 'I-1'));
  judge(logs);
  notes.breaches.push(...(await checkEverything(stage, context)));
  const [version] = await rig.sql<{ server_version: string }[]>`show server_version`;
  const result: RunResult = {
    ...reconcile(logs),
    ...notes,
    name: scenario.name,
    seed: context.seed,
    postgres: version?.server_version ?? '',
    seconds,
  };
  report(rig, context, result, logs);
  return result;
}

async function setStage(
  rig: Rig,
  { name, carriers = DEFAULT_CARRIERS }: Scenario,
  { seed, signal, say }: RunContext,
  notes: Notes,
): Promise<Stage> {
  const random = createRandom(seed);
  serial += 1;
  await clearStage(rig, signal);
  const workspace = await seedWorkspace(rig.sql, { name, smppPort: rig.smppPort, carriers });
  const generator = createGenerator({
    apiUrl: rig.apiUrl,
    key: workspace.key,
    serial,
    random,
    marker: markerOf(seed),
    signal,
  });
  for (const carrier of carriers)
    await waitUntil({ signal }, `every worker has bound to ${carrier.name}`, BIND_MS, async () => {
      return (await rig.carriers.bound(carrier.name)) === rig.workers.length;
    });
  const breach = (why: string, to = '') => notes.breaches.push({ invariant: name, to, why });
  return {
    rig,
    workspace,
    carriers,
    generator,
    random,
    signal,
    say,
    breach,
    proveInjected(what, count, least = 1) {
      notes.injected[what] = count;
      if (count < least) breach(`the fault did not happen: ${what} ${count}, at least ${least} are needed`);
    },
  };
}

/** Ends what the scenario before this one has left: a carrier gives its receipts to any connection of an account. */
async function clearStage(rig: Rig, signal: AbortSignal): Promise<void> {
  await rig.carriers.calm();
  await rig.sql`update provider set enabled = false`;
  for (const carrier of SMPP_CARRIERS)
    await waitUntil({ signal }, `nobody is bound to ${carrier}`, BIND_MS, async () => {
      return (await rig.carriers.bound(carrier)) === 0;
    });
}

const markerOf = (seed: number): string => `zebra${seed}`;

/** The three logs of a run as they are now. */
async function readLogs({ rig, workspace, generator }: Stage): Promise<Logs> {
  return {
    asked: generator.asked,
    stored: await readStored(rig.sql, workspace.number),
    submits: rig.carriers.readLog(generator.prefix),
    optOuts: generator.optOuts,
  };
}

/** The invariants that the histories alone do not show. */
async function checkEverything(stage: Stage, { seed }: RunContext): Promise<Breach[]> {
  const { rig, workspace, generator } = stage;
  return [
    ...(await checkDatabase(rig.sql, workspace.number)),
    ...(await replaySome(stage)),
    ...scanLogs(rig.logs, generator.prefix, markerOf(seed)),
  ];
}
