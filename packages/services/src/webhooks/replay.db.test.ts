import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../dispatch/testing.ts';
import { changeWebhook } from './endpoints.ts';
import { replayWebhook } from './replay.ts';
import { testWebhook } from './test-event.ts';
import { isSignedWith, type Received, setWebhookStage, type WebhookStage } from './testing.ts';

let set: WebhookStage;
beforeEach(async () => {
  set = await setWebhookStage();
});
afterEach(() => set.end());

describe('a replay', () => {
  it('sends events by id or by time again under the ids they had, of a time only those that were missed', async () => {
    const endpoint = await set.add('/a');
    const since = new Date(Date.now() - 60_000).toISOString();
    const [first] = await set.publish(2);
    await set.tried(endpoint.id, 1);
    await changeWebhook({ ctx: set.stage.ctx, input: { id: endpoint.id, change: { enabled: false } } });
    await set.publish(3);
    const replay = (input: object) =>
      replayWebhook({
        ctx: set.stage.ctx,
        input: { id: endpoint.id, replay: { only: 'missed', dry_run: false, ...input } },
      });
    await expect(replay({ since })).rejects.toMatchObject({ fields: [{ path: 'id', code: 'switched_off' }] });
    expect(await replay({ since, dry_run: true })).toEqual({ count: 3, dry_run: true });
    await changeWebhook({ ctx: set.stage.ctx, input: { id: endpoint.id, change: { enabled: true } } });
    await set.stage.services.config.refresh();
    expect(await replay({ since })).toEqual({ count: 3, dry_run: false });
    await until('all came', async () => set.receiver.received.length === 5);
    await set.tried(endpoint.id, 1);
    expect(await replay({ since })).toEqual({ count: 0, dry_run: false });
    expect(await replay({ event_ids: [first] })).toEqual({ count: 1, dry_run: false });
    await until('it came again', async () => set.receiver.received.length === 6);
    expect(set.receiver.received[5]?.headers['webhook-id']).toBe(first);
    expect(await isSignedWith(endpoint.secret, set.receiver.received[5] as Received)).toBe(true);
    // What is still on its way is not sent a second time beside itself: the answer must be written first.
    await until('nothing is on its way', async () => {
      const [due] = await set.stage.services.database.sql<
        { count: number }[]
      >`select count(*)::int as count from webhook_due`;
      return due?.count === 0;
    });
    expect(await replay({ since, only: 'all', dry_run: true })).toEqual({ count: 5, dry_run: true });
  });

  it('and a test event reach only the endpoint they are for', async () => {
    const endpoint = await set.add('/a');
    await set.add('/b');
    set.receiver.answer = (_, response) => void response.writeHead(503).end();
    const delivery = await testWebhook({ ctx: set.stage.ctx, input: { id: endpoint.id } });
    expect(delivery).toMatchObject({ event_type: 'webhook.test', origin: 'test', state: 'pending' });
    await set.tried(endpoint.id, 1);
    // Tried once: whoever asked for it is looking.
    expect((await set.log(endpoint.id))[0]).toMatchObject({ state: 'failed', last_status: 503 });
    expect(set.paths()).toEqual(['/a']);
  });
});
