import { setTimeout as sleep } from 'node:timers/promises';
import { entryOf } from './rig/scenario.ts';
import { type Scenario, waitUntil } from './rig/stage.ts';
import { countOpenClaims } from './rig/stored-log.ts';

const MESSAGES = 800;
// The lease of a worker is 15 s; the others then take over.
const TAKE_OVER_MS = 90_000;
const AWAKE_MS = 15_000;

/** F-16: a worker sleeps longer than its lease in the midst of sending, its claims are taken over, and it wakes. Each text goes out once. */
const workerPaused: Scenario = {
  name: 'F-16',
  async run(stage) {
    const { rig, workspace, generator, random, proveInjected, breach } = stage;
    await rig.carriers.behave('aurora', { latency_ms: { min: 100, max: 400 } });
    const sending = generator.send({ messages: MESSAGES, classes: ['transactional'], pauseMs: 50 });
    const sleeper = random.pick(rig.workers);
    const openClaims = () => countOpenClaims(rig.sql, workspace.number, sleeper.name);
    await waitUntil(stage, 'the worker has claims', AWAKE_MS, async () => (await openClaims()) > 0);
    await sleep(random.between(0, 500));
    sleeper.signal('SIGSTOP');
    const asleepAt = performance.now();
    const held = await openClaims();
    await sending;
    await waitUntil(
      stage,
      'the claims of the sleeper are taken over',
      TAKE_OVER_MS,
      async () => (await openClaims()) === 0,
    );
    stage.say(`F-16: its claims were taken over after ${((performance.now() - asleepAt) / 1000).toFixed(1)} s`);
    sleeper.signal('SIGCONT');
    await waitUntil(stage, 'the worker without a lease ends itself', AWAKE_MS, () => !sleeper.isAlive());
    await sleeper.start();
    return ({ stored }) => {
      proveInjected('claims held by the sleeper', held);
      const takenOver = stored.filter((message) =>
        message.steps.some((step) => step.answer === 'indeterminate'),
      ).length;
      if (takenOver !== held) breach(`${held} claims were held asleep, ${takenOver} messages count as unknown`);
    };
  },
};

export default entryOf(workerPaused);
