import { setTimeout as sleep } from 'node:timers/promises';
import { startLoad } from './rig/load.ts';
import { entryOf } from './rig/scenario.ts';
import { type Scenario, type Stage, waitUntil } from './rig/stage.ts';
import { countOpenClaims } from './rig/stored-log.ts';

const RESTARTS = ['fast', 'immediate', 'fast', 'immediate', 'fast', 'immediate'] as const;
const RECOVERY_MS = 15_000;
// A job that was handed out in an answer that got lost is missed by its heartbeat (15 s), which is looked for every 15 s.
const DRAIN_MS = 45_000;

/** F-04: PostgreSQL restarts under load, three times in order and three times as in a crash: no process ends, callers are told 503 and never 500, and all is well within 15 s. */
const databaseRestarted: Scenario = {
  name: 'F-04',
  async run(stage) {
    const { rig, workspace, generator, random, breach, proveInjected } = stage;
    const pids = [rig.api, ...rig.workers].map((program) => program.pid());
    await rig.carriers.behave('aurora', { latency_ms: { min: 50, max: 200 } });
    // Calls are repeated under their keys for a good 20 s, as an SDK does.
    const load = startLoad(generator, {
      messages: 120,
      classes: ['otp', 'transactional'],
      perCall: 10,
      connections: 6,
      pauseMs: 100,
      tries: 40,
    });
    let openClaims = 0;
    for (const how of RESTARTS) {
      await sleep(random.between(800, 2000));
      openClaims += await countOpenClaims(rig.sql, workspace.number);
      await rig.database.restart(how, random.between(0, 1500));
      await waitForRecovery(stage, how);
    }
    await load.end();
    proveInjected('claims in flight at the restarts', openClaims);
    proveInjected('calls refused with 503', generator.statuses.get(503) ?? 0);
    if ([rig.api, ...rig.workers].some((program, index) => !program.isAlive() || program.pid() !== pids[index]))
      breach('a process ended while the database was away');
    for (const [status, count] of generator.statuses) {
      if (![201, 202, 409, 503].includes(status)) breach(`${count} calls were answered ${status}`);
    }
    // Also what was in the hands of a worker when the database went away, and could not be given back then.
    const endedAt = performance.now();
    return () => {
      if (performance.now() - endedAt > DRAIN_MS) breach('it took more than 45 s until the last message had gone');
    };
  },
};

/** Recovered: a new text is accepted, and it reaches a carrier. */
async function waitForRecovery(stage: Stage, how: string): Promise<void> {
  const { rig, generator, breach, say } = stage;
  const startedAt = performance.now();
  const to = generator.nextNumber();
  const probe = generator.sendTo(to, 'otp', 60);
  await waitUntil(
    stage,
    `a code is sent after a ${how} restart`,
    2 * RECOVERY_MS,
    () => rig.carriers.readLog(to).length > 0,
  );
  const seconds = (performance.now() - startedAt) / 1000;
  await probe;
  say(`F-04: ${seconds.toFixed(1)} s from the database's return (${how}) to a code at the carrier`);
  if (seconds > RECOVERY_MS / 1000) breach(`it took more than 15 s to recover from a ${how} restart`);
}

export default entryOf(databaseRestarted);
