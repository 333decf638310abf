import { BACKLOG_CHANNEL, type BacklogNotice, LANE_QUEUES, LaneJob, type SubmitAnswer } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBacklogMeter } from '../dispatch/backlog-meter.ts';
import type { Worker } from '../dispatch/open-worker.ts';
import {
  openScripted,
  type ScriptedCarriers,
  type Stage,
  scriptCarriers,
  setStage,
  until,
} from '../dispatch/testing.ts';
import { sendMessage } from '../messages/send.ts';
import { sendBatch } from '../messages/send-batch.ts';

const WAITING = 600;
let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(() => stage.end());

const text = (to: string, more: object = {}) => ({
  to,
  channel: 'sms',
  class: 'transactional',
  content: { text: 'hello' },
  ...more,
});

/** Tells what a worker would, of the stage's transactional texts. */
async function tell(waiting: number, perSecond: number): Promise<void> {
  const before = stage.services.queueWait.toldAtMs();
  const notice: BacklogNotice = {
    busy: 0.1,
    lanes: waiting === 0 ? [] : [[stage.ctx.workspace.number, 'live', 'sms', 'transactional', waiting, perSecond]],
  };
  await new Promise((resolve) => setTimeout(resolve, 2));
  await stage.services.database.sql`select pg_notify(${BACKLOG_CHANNEL}, ${JSON.stringify(notice)})`;
  await until('it was heard', async () => stage.services.queueWait.toldAtMs() > before);
}

test('a message that would not go out while it is good is refused when it comes, with the time to come again', async () => {
  await tell(1000, 10);
  const send = (more: object) => sendMessage({ ctx: stage.ctx, input: { body: text('+525545678901', more) } });
  await expect(send({ valid_for_seconds: 60 })).rejects.toMatchObject({
    code: 'queue_overflow',
    retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds >= 38 && seconds <= 41),
    detail: expect.stringContaining('1000 messages wait before it'),
  });
  await expect(send({ valid_for_seconds: 200 })).resolves.toMatchObject({ status: 202 });
  // What is sent later does not wait behind what waits now, and another lane is another queue.
  const later = new Date(Date.now() + 3_600_000).toISOString();
  await expect(send({ valid_for_seconds: 60, send_at: later })).resolves.toMatchObject({ status: 202 });
  await expect(send({ valid_for_seconds: 60, class: 'otp' })).resolves.toMatchObject({ status: 202 });
});

test('what this process takes counts at once: a batch is taken as far as it can go out in time, the rest is refused one by one', async () => {
  await tell(500, 10);
  const messages = Array.from({ length: 200 }, (_, index) =>
    text(`+52554567${String(index).padStart(4, '0')}`, { valid_for_seconds: 60 }),
  );
  const { body } = await sendBatch({ ctx: stage.ctx, input: { body: { messages } } });
  const answer = JSON.parse(body) as { accepted: unknown[]; rejected: { error: { code: string } }[] };
  expect(answer.accepted.length).toBeGreaterThanOrEqual(100);
  expect(answer.accepted.length).toBeLessThanOrEqual(105);
  expect(new Set(answer.rejected.map(({ error }) => error.code))).toEqual(new Set(['queue_overflow']));
});

test('nobody is refused when nothing waits, nor by a measure that is old', async () => {
  await tell(0, 0);
  const body = text('+525545678902', { valid_for_seconds: 1 });
  await expect(sendMessage({ ctx: stage.ctx, input: { body } })).resolves.toMatchObject({ status: 202 });
});

test('the meter counts what waits and how fast it leaves, from the jobs and the tally alone', async () => {
  await stage.services.database.sql`delete from pgboss.job where name like 'lane_%'`;
  await stage.addRoute('slow', 1, 1000);
  const carriers: ScriptedCarriers = scriptCarriers();
  const held: (() => void)[] = [];
  carriers.script = (_, request) =>
    new Promise<SubmitAnswer>((resolve) => held.push(() => resolve({ kind: 'accepted', refs: [request.attemptRef] })));
  const worker: Worker = await openScripted(stage, carriers);
  const meter = startBacklogMeter(stage.services);
  const heard: BacklogNotice[] = [];
  const listening = await stage.services.database.sql.listen(BACKLOG_CHANNEL, (payload) => {
    heard.push(JSON.parse(payload) as BacklogNotice);
  });
  try {
    const messages = Array.from({ length: WAITING }, (_, index) => text(`+52554568${String(index).padStart(4, '0')}`));
    await sendBatch({ ctx: stage.ctx, input: { body: { messages } } });
    for (const queue of Object.values(LANE_QUEUES.transactional)) {
      await stage.services.queue.work(queue, { batchSize: 1, concurrency: 1 }, (jobs) =>
        worker.runLane(
          'transactional',
          jobs.map((job) => LaneJob.parse(job.data)),
        ),
      );
    }
    await until('the window is full', async () => held.length >= 40);
    await meter.measure();
    // A carrier without a contracted rate that took nothing yet: nothing is known, and nobody is refused for it.
    await until('the first was heard', async () => heard.length === 1);
    expect(heard[0]?.lanes).toEqual([]);
    const startedMs = Date.now();
    for (const give of held.splice(0, 40)) give();
    await new Promise((resolve) => setTimeout(resolve, 2700));
    await meter.measure();
    await until('the second was heard', async () => heard.length === 2);
    const [lane] = heard[1]?.lanes ?? [];
    const seconds = (Date.now() - startedMs) / 1000;
    expect(lane?.slice(0, 4)).toEqual([stage.ctx.workspace.number, 'live', 'sms', 'transactional']);
    expect(lane?.[4]).toBeGreaterThan(0);
    expect(lane?.[4]).toBeLessThanOrEqual(WAITING);
    expect(lane?.[5]).toBeGreaterThan(40 / (seconds + 2));
    expect(lane?.[5]).toBeLessThan(40 / (seconds - 1));
  } finally {
    meter.stop();
    await listening.unlisten();
    await worker.stop(10);
  }
});
