import { setTimeout as sleep } from 'node:timers/promises';
import { startLoad } from './rig/load.ts';
import { entryOf } from './rig/scenario.ts';
import { grantConsent } from './rig/seed-workspace.ts';
import { type Scenario, waitUntil } from './rig/stage.ts';
import { countOpenClaims } from './rig/stored-log.ts';

const MOST_MESSAGES = 20_000;
const KILLS = 6;
const WORK_MS = 60_000;

/** F-01: workers are killed with -9 at random points of their work on all classes, and started again as a supervisor would. */
const workerKilled: Scenario = {
  name: 'F-01',
  async run(stage) {
    const { rig, workspace, generator, random, proveInjected } = stage;
    await grantConsent(rig.sql, workspace.number, generator.upcoming(MOST_MESSAGES));
    // Slow enough that every kill hits half a second of work in flight.
    for (const carrier of ['aurora', 'cascade'])
      await rig.carriers.behave(carrier, { latency_ms: { min: 200, max: 800 } });
    const classes = ['otp', 'transactional', 'marketing'] as const;
    const load = startLoad(generator, { messages: 120, classes, perCall: 10, pauseMs: 400 });
    let killedAtWork = 0;
    let openClaims = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const worker = random.pick(rig.workers);
      const countOpen = () => countOpenClaims(rig.sql, workspace.number, worker.name);
      await waitUntil(stage, `${worker.name} has work`, WORK_MS, async () => (await countOpen()) > 0);
      await sleep(random.between(0, 400));
      await worker.kill();
      const open = await countOpen();
      if (open > 0) killedAtWork += 1;
      openClaims += open;
      await worker.start();
    }
    await load.end();
    return () => {
      proveInjected('kills with claims in flight', killedAtWork, KILLS - 1);
      proveInjected('claims in flight at the kills', openClaims);
    };
  },
};

export default entryOf(workerKilled);
