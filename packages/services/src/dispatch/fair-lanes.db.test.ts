import { randomUUID } from 'node:crypto';
import { LANE_QUEUES, LaneJob, type SubmitAnswer } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestContext, Services } from '../context.ts';
import { sendMessage } from '../messages/send.ts';
import { sendBatch } from '../messages/send-batch.ts';
import { openWorker, type Worker } from './open-worker.ts';
import { openStageServices, type ScriptedCarriers, type Stage, scriptCarriers, setStage, until } from './testing.ts';

const USUAL = 20;
const FLOOD = 6000;
let stage: Stage;
let carriers: ScriptedCarriers;
let hands: Services;
let worker: Worker;
let neighbour: RequestContext;
const submittedAtMs = new Map<string, number>();

beforeAll(async () => {
  stage = await setStage();
  await stage.addRoute('busy carrier', 1, 1000);
  neighbour = await addNeighbour();
  carriers = scriptCarriers();
  carriers.script = (provider, request) => {
    submittedAtMs.set(request.submission.to, performance.now());
    // The carrier of the one who floods takes his messages as slowly as it likes: his lane is never empty.
    const answer: SubmitAnswer = { kind: 'accepted', refs: [request.attemptRef] };
    if (provider !== 'busy carrier') return answer;
    return new Promise((resolve) => setTimeout(() => resolve(answer), 200));
  };
  hands = await openStageServices(stage.database.url, 'worker');
  worker = await openWorker({ services: hands, name: 'one', openChannel: carriers.open, onLeaseLost: () => undefined });
  for (const queue of Object.values(LANE_QUEUES.transactional)) {
    await hands.queue.work(queue, { batchSize: 32, concurrency: 1 }, (jobs) =>
      worker.runLane(
        'transactional',
        jobs.map((job) => LaneJob.parse(job.data)),
      ),
    );
  }
});

afterAll(async () => {
  await hands.queue.stop(1);
  await worker.stop(10);
  await hands.close();
  await stage.end();
});

/** A second workspace with a carrier of its own. */
async function addNeighbour(): Promise<RequestContext> {
  const { sql } = stage.services.database;
  const [workspace] = await sql<{ number: number; id: string; name: string }[]>`
    insert into workspace (id, name) values (${randomUUID()}, 'Neighbour') returning number, id, name`;
  if (workspace === undefined) throw new Error('no workspace');
  const [provider] = await sql<{ number: number }[]>`
    insert into provider (id, workspace, environment, name, protocol, settings)
    values (${randomUUID()}, ${workspace.number}, 'live', 'quick carrier', 'loopback', ${sql.json({ name: 'quick carrier' })}) returning number`;
  await sql`
    insert into route (id, workspace, environment, provider, name, channel, countries, prefixes, classes, tier, weight, price_micros, currency)
    values (${randomUUID()}, ${workspace.number}, 'live', ${provider?.number ?? 0}, 'quick', 'sms', '{}', '{}', '{}', 1, 1000, 10000, 'USD')`;
  await stage.services.config.refresh();
  return { ...stage.ctx, workspace };
}

const text = (to: string) => ({ to, channel: 'sms', class: 'transactional', content: { text: 'hello' } });

/** Milliseconds from the answer of a send to the carrier, of twenty sends one after another; the 95th percentile. */
async function waitOfNeighbour(prefix: string): Promise<number> {
  const waits: number[] = [];
  for (let count = 0; count < USUAL; count += 1) {
    const to = `${prefix}${String(count).padStart(3, '0')}`;
    await sendMessage({ ctx: neighbour, input: { body: text(to) } });
    const acceptedMs = performance.now();
    await until('the carrier has it', async () => submittedAtMs.has(to));
    waits.push((submittedAtMs.get(to) ?? 0) - acceptedMs);
  }
  waits.sort((a, b) => a - b);
  return waits[Math.ceil(USUAL * 0.95) - 1] ?? 0;
}

test('L-03: a workspace that floods its lane far past what its carriers take delays nobody else in it', async () => {
  const alone = await waitOfNeighbour('+525545678');
  for (let first = 0; first < FLOOD; first += 1000) {
    const messages = Array.from({ length: 1000 }, (_, index) =>
      text(`+5255500${String(first + index).padStart(5, '0')}`),
    );
    const { body } = await sendBatch({ ctx: stage.ctx, input: { body: { messages } } });
    expect(JSON.parse(body)).toMatchObject({ rejected: [] });
  }
  const beside = await waitOfNeighbour('+525545679');
  // The flood is still there: what was measured was measured beside it.
  expect(carriers.submitted.length).toBeLessThan(FLOOD);
  // A fifth more, and what a moment of a busy machine costs. Behind the flood it is more than ten seconds.
  expect(beside).toBeLessThan(alone * 1.2 + 500);
});
