import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../dispatch/testing.ts';
import { isSignedWith, type Received, setWebhookStage, type WebhookStage } from './testing.ts';

let set: WebhookStage;
beforeEach(async () => {
  set = await setWebhookStage();
});
afterEach(() => set.end());

describe('a failed try', () => {
  it('is made again under the same id with a new signature, and the log keeps every answer', async () => {
    const endpoint = await set.add('/a');
    set.receiver.answer = (_, response) => void response.writeHead(500).end('out of order');
    await set.publish(1);
    await set.tried(endpoint.id, 1);
    const [waiting] = await set.log(endpoint.id);
    expect(waiting).toMatchObject({ state: 'pending', tries: 1, last_status: 500, last_failure: 'status' });
    const waitMs = Date.parse(waiting?.next_try_at ?? '') - Date.now();
    expect(waitMs).toBeGreaterThan(1000);
    expect(waitMs).toBeLessThan(7000);
    set.receiver.answer = (_, response) => void response.writeHead(200).end('thanks');
    await set.makeDue();
    await set.tried(endpoint.id, 2);
    const [done] = await set.log(endpoint.id);
    expect(done).toMatchObject({ state: 'delivered', tries: 2 });
    expect(done?.attempts).toMatchObject([
      { n: 1, status: 500, failure: 'status', response: 'out of order' },
      { n: 2, status: 200, failure: null, response: 'thanks' },
    ]);
    const [first, second] = set.receiver.received as [Received, Received];
    expect(second.headers['webhook-id']).toBe(first.headers['webhook-id']);
    expect(await isSignedWith(endpoint.secret, second)).toBe(true);
  });

  it('that is answered 429 waits as long as Retry-After asks', async () => {
    const endpoint = await set.add('/a');
    set.receiver.answer = (_, response) => void response.writeHead(429, { 'retry-after': '120' }).end();
    await set.publish(1);
    await set.tried(endpoint.id, 1);
    const [waiting] = await set.log(endpoint.id);
    expect(Date.parse(waiting?.next_try_at ?? '') - Date.now()).toBeGreaterThan(110_000);
  });

  it('is what a redirect is: it is not followed', async () => {
    const endpoint = await set.add('/a');
    set.receiver.answer = (_, response) => void response.writeHead(307, { location: '/elsewhere' }).end();
    await set.publish(1);
    await set.tried(endpoint.id, 1);
    expect((await set.log(endpoint.id))[0]).toMatchObject({
      state: 'pending',
      last_failure: 'redirect',
      last_status: 307,
    });
    expect(set.paths()).toEqual(['/a']);
  });

  it('is the last one after eight, and the other endpoints are told', async () => {
    const broken = await set.add('/broken', ['message.sent']);
    const watcher = await set.add('/watcher', ['webhook.exhausted']);
    set.receiver.answer = (request, response) => void response.writeHead(request.path === '/broken' ? 500 : 204).end();
    await set.publish(1);
    await set.tried(broken.id, 1);
    await set.stage.services.database.sql`update webhook_due set n = 8, next_at = now()`;
    await until('it was given up', async () => (await set.log(broken.id))[0]?.state === 'failed');
    await set.tried(watcher.id, 1);
    const told = JSON.parse(set.receiver.received.find((one) => one.path === '/watcher')?.body ?? '{}');
    expect(told).toMatchObject({
      type: 'webhook.exhausted',
      data: { webhook_id: broken.id, tries: 8, last_status: 500, event_type: 'message.sent' },
    });
  });
});
