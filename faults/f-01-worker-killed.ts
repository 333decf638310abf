import { setTimeout as sleep } from 'node:timers/promises';
import { entryOf, type Scenario } from './rig/scenario.ts';
import { grantConsent } from './rig/seed-workspace.ts';

const MESSAGES = 2400;
const KILLS = 6;

/** F-01 (light): workers are killed with -9 at random points of a batch of all classes, and started again as a supervisor would. */
export const workerKilled: Scenario = {
  name: 'F-01',
  workers: 2,
  async run({ rig, workspace, generator, random, say }) {
    await grantConsent(rig.sql, workspace.number, generator.upcoming(MESSAGES));
    // Slow enough that every kill hits full windows: half a second of work in flight.
    for (const carrier of ['aurora', 'cascade'])
      await rig.carriers.behave(carrier, { latency_ms: { min: 50, max: 300 } });
    const sending = generator.send({ messages: MESSAGES, classes: ['otp', 'transactional', 'marketing'] });
    for (let kill = 0; kill < KILLS; kill += 1) {
      await sleep(random.between(200, 1800));
      const worker = random.pick(rig.workers);
      await worker.kill();
      await worker.start();
    }
    await sending;
    say(`F-01: killed a worker ${KILLS} times`);
  },
};

export default entryOf(workerKilled);
