import { encodeId, LaneJob, WebhookJob } from '@signalbox/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Worker } from '../dispatch/open-worker.ts';
import { openScripted, type ScriptedCarriers, scriptCarriers, until } from '../dispatch/testing.ts';
import { cancelMessage } from '../messages/cancel.ts';
import { fanOutEvents } from './fan-out.ts';
import { setWebhookStage, type WebhookStage } from './testing.ts';

let set: WebhookStage;
beforeEach(async () => {
  set = await setWebhookStage();
});
afterEach(() => set.end());

const takeJobs = async (): Promise<WebhookJob[]> => {
  const rows = await set.stage.services.database.sql<{ data: unknown }[]>`
    delete from pgboss.job where name = 'webhook' returning data`;
  return rows.map(({ data }) => WebhookJob.parse(data));
};

describe('I-8: each change of a message has one event, and one delivery for each subscribed endpoint', () => {
  let carriers: ScriptedCarriers;
  let worker: Worker;
  beforeEach(async () => {
    carriers = scriptCarriers();
    await set.stage.addRoute('one', 1, 1);
    worker = await openScripted(set.stage, carriers);
    set.onEnd(() => worker.stop(100));
  });
  const run = async () => {
    for (const { data } of await set.stage.jobs('transactional'))
      await worker.runLane('transactional', [LaneJob.parse(data)]);
    await worker.ctx.ledger.drain();
  };

  it('sent, delivered and canceled are told in the transaction that stores them, and a job that runs twice tells nothing twice', async () => {
    const all = await set.add('/all');
    const some = await set.add('/some', ['message.delivered']);
    const id = await set.stage.accept('transactional', '+525512345678', { metadata: { order: '7' }, client_ref: 'r7' });
    await run();
    const request = carriers.submitted[0]?.request;
    await until('the answer is stored', async () => {
      await worker.ctx.ledger.drain();
      const rows = await set.stage.services.database.sql`select from event where message_id = ${id}`;
      return rows.length === 1;
    });
    const receipt = {
      ref: `ref-${request?.attemptRef}`,
      verdict: 'delivered',
      reason: null,
      raw: 'stat:DELIVRD',
    } as const;
    await carriers.hosts.get('one')?.onReceipts([receipt] as never);
    // Says the same once more: an event of the history, and no news.
    await carriers.hosts.get('one')?.onReceipts([receipt] as never);
    const other = await set.stage.accept('transactional', '+525512345679');
    await cancelMessage({ ctx: set.stage.ctx, input: { id: encodeId('message', other) } });
    const jobs = await takeJobs();
    const ctx = { services: set.stage.services };
    await fanOutEvents({ ctx, input: jobs });
    await fanOutEvents({ ctx, input: jobs });
    await until('all came', async () => set.receiver.received.length >= 4);
    await set.tried(all.id, 1);
    await set.tried(some.id, 1);
    const bodies = (path: string) =>
      set.receiver.received.filter((one) => one.path === path).map((one) => JSON.parse(one.body));
    expect(
      bodies('/all')
        .map((body) => body.type)
        .sort(),
    ).toEqual(['message.canceled', 'message.delivered', 'message.sent']);
    expect(bodies('/some').map((body) => body.type)).toEqual(['message.delivered']);
    expect(bodies('/some')[0].data).toMatchObject({
      id: encodeId('message', id),
      state: 'delivered',
      previous_state: 'sent',
      client_ref: 'r7',
      metadata: { order: '7' },
      sequence: 2,
    });
    expect(JSON.stringify(bodies('/all'))).not.toContain('5255123456');
  });

  it('a job of a release that only named the events tells the same as one that carries what it tells', async () => {
    await set.add('/all');
    await set.stage.accept('transactional', '+525512345678', { metadata: { order: '7' }, client_ref: 'r7' });
    await run();
    await until('the answer is stored', async () => {
      await worker.ctx.ledger.drain();
      return (await set.stage.services.database.sql`select from event`).length === 1;
    });
    const jobs = await takeJobs();
    const ctx = { services: set.stage.services };
    const named = jobs.map((job) => ('ids' in job ? { workspace: job.workspace, ids: job.ids, seqs: job.seqs } : job));
    const [said] = await fanOutEvents({ ctx, input: named.map((job) => WebhookJob.parse(job)) });
    await set.stage.services.database.sql`delete from webhook_event`;
    const [told] = await fanOutEvents({ ctx, input: jobs });
    expect(said).toBeDefined();
    expect(JSON.parse(said?.body ?? '')).toMatchObject({ data: { client_ref: 'r7', metadata: { order: '7' } } });
    expect(told).toEqual(said);
  });

  it('an event that no endpoint of its environment wants makes no job', async () => {
    await set.add('/some', ['message.delivered']);
    await set.stage.accept('transactional', '+525512345678');
    await run();
    await until('the answer is stored', async () => {
      await worker.ctx.ledger.drain();
      return (await set.stage.services.database.sql`select from event`).length === 1;
    });
    expect(await takeJobs()).toEqual([]);
  });

  it('a workspace without an endpoint makes no job', async () => {
    await set.stage.accept('transactional', '+525512345678');
    await run();
    await until('the answer is stored', async () => {
      await worker.ctx.ledger.drain();
      return (await set.stage.services.database.sql`select from event`).length === 1;
    });
    expect(await takeJobs()).toEqual([]);
  });
});
