import { setTimeout as sleep } from 'node:timers/promises';
import { entryOf, type Scenario, type Stage } from './rig/scenario.ts';

const RESTARTS = ['fast', 'immediate', 'fast'] as const;
const RECOVERY_MS = 15_000;

/** F-04: PostgreSQL restarts under load, three times: no process ends, callers are told 503 and never 500, and all is well within 15 s. */
export const databaseRestarted: Scenario = {
  name: 'F-04',
  workers: 2,
  async run(stage) {
    const { rig, generator, random, breach } = stage;
    const pids = [rig.api, ...rig.workers].map((program) => program.pid());
    let sending = true;
    const load = (async () => {
      // Calls are repeated under their keys for a good 20 s, as an SDK does.
      while (sending)
        await generator.send({
          messages: 120,
          classes: ['otp', 'transactional'],
          perCall: 10,
          connections: 6,
          pauseMs: 100,
          tries: 40,
        });
    })();
    for (const how of RESTARTS) {
      await sleep(random.between(1500, 3000));
      await rig.database.restart(how, random.between(0, 2500));
      await waitForRecovery(stage, how);
    }
    await sleep(1000);
    sending = false;
    await load;
    if ([rig.api, ...rig.workers].some((program, index) => !program.isAlive() || program.pid() !== pids[index]))
      breach('F-04', 'a process ended while the database was away');
    for (const [status, count] of generator.statuses) {
      if (![201, 202, 409, 503].includes(status)) breach('F-04', `${count} calls were answered ${status}`);
    }
  },
};

/** Recovered: the api and every worker say they are ready, a new text is accepted, and it reaches a carrier. */
async function waitForRecovery({ rig, generator, breach, say }: Stage, how: string): Promise<void> {
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  const to = generator.nextNumber();
  const reached = () => rig.carriers.readLog(to).length > 0;
  const probe = generator.sendTo(to, 'otp', 60);
  while (elapsed() < 2 * RECOVERY_MS && !reached()) await sleep(100);
  await probe;
  say(`F-04: ${(elapsed() / 1000).toFixed(1)} s from the database's return (${how}) to a code at the carrier`);
  if (elapsed() > RECOVERY_MS) breach('F-04', `it took more than 15 s to recover from a ${how} restart`);
}

export default entryOf(databaseRestarted);
