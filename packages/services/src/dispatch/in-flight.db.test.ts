import { LaneJob, type SubmitAnswer } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Worker } from './open-worker.ts';
import { openScripted, type ScriptedCarriers, type Stage, scriptCarriers, setStage, until } from './testing.ts';

const MESSAGES = 200;
// Two carriers with a window of 20 each, and three windows held ready.
const MOST = 120;
let stage: Stage;
let carriers: ScriptedCarriers;
let worker: Worker;

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('primary', 1, 1000);
  await stage.addRoute('backup', 2, 1000);
  carriers = scriptCarriers();
  worker = await openScripted(stage, carriers);
});

afterAll(async () => {
  await worker.stop(100);
  await stage.end();
});

test('a worker claims no more than three windows ahead of its carriers: what it held ready is unknown when it dies', async () => {
  const held: (() => void)[] = [];
  let open = 0;
  let most = 0;
  carriers.script = (_, request) => {
    open += 1;
    most = Math.max(most, open);
    return new Promise<SubmitAnswer>((resolve) =>
      held.push(() => {
        open -= 1;
        resolve({ kind: 'accepted', refs: [request.attemptRef] });
      }),
    );
  };
  for (let count = 0; count < MESSAGES; count += 1)
    await stage.accept('transactional', `+5255456${String(count).padStart(5, '0')}`);
  const jobs = (await stage.jobs('transactional')).map((job) => LaneJob.parse(job.data));
  // Side by side, as the worker's handlers run.
  const handlers = [0, 1, 2, 3].map((own) => jobs.filter((_, index) => index % 4 === own));
  const running = Promise.all(handlers.map((own) => worker.runLane('transactional', own)));
  await until('two windows are held ready', async () => open >= (2 * MOST) / 3);
  const answering = setInterval(() => {
    for (const give of held.splice(0)) give();
  }, 5);
  await running;
  await until('every place is free again', async () => worker.inFlight() === 0);
  clearInterval(answering);
  expect(carriers.submitted).toHaveLength(MESSAGES);
  expect(most).toBeLessThanOrEqual(MOST);
});

test('a carrier that hangs holds up who uses it and nobody else: its messages go back into the lane', async () => {
  carriers.script = () => new Promise<SubmitAnswer>(() => undefined);
  for (let count = 0; count < MESSAGES; count += 1) {
    // The last one is the first to expire.
    const validity = count === MESSAGES - 1 ? { valid_for_seconds: 600 } : {};
    await stage.accept('transactional', `+5255457${String(count).padStart(5, '0')}`, validity);
  }
  const before = carriers.submitted.length;
  const jobs = (await stage.jobs('transactional')).map((job) => LaneJob.parse(job.data));
  await worker.runLane('transactional', jobs);
  expect(carriers.submitted.length - before).toBeLessThanOrEqual(MOST);
  const back = await stage.jobs('transactional');
  expect(carriers.submitted.length - before + back.flatMap(({ ids }) => ids).length).toBe(MESSAGES);
  const firstEnd = Math.min(...jobs.map((job) => job.expires_at_ms));
  for (const { data } of back) expect(LaneJob.parse(data).expires_at_ms).toBe(firstEnd);
});
