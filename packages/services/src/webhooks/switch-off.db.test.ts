import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../dispatch/testing.ts';
import { changeWebhook, getWebhook, removeWebhook } from './endpoints.ts';
import { setWebhookStage, type WebhookStage } from './testing.ts';

let set: WebhookStage;
beforeEach(async () => {
  set = await setWebhookStage();
});
afterEach(() => set.end());

describe('an endpoint is switched off', () => {
  it('by its answer 410: what waits for it ends, and the others are told', async () => {
    const gone = await set.add('/gone', ['message.sent']);
    const watcher = await set.add('/watcher', ['webhook.disabled']);
    set.receiver.answer = (request, response) => void response.writeHead(request.path === '/gone' ? 410 : 204).end();
    await set.publish(20);
    await until('it is off', async () => !(await getWebhook({ ctx: set.stage.ctx, input: { id: gone.id } })).enabled);
    await set.tried(watcher.id, 1);
    await until('nothing waits', async () => (await set.log(gone.id)).every((one) => one.state !== 'pending'));
    expect(await getWebhook({ ctx: set.stage.ctx, input: { id: gone.id } })).toMatchObject({ off_reason: 'gone' });
    expect(JSON.parse(set.receiver.received.find((one) => one.path === '/watcher')?.body ?? '{}')).toMatchObject({
      type: 'webhook.disabled',
      data: { webhook_id: gone.id, reason: 'gone' },
    });
    const before = set.receiver.received.length;
    await set.publish(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(set.receiver.received.length).toBe(before);
  });

  it('after five days of nothing but failure, and not when one try in between was a success', async () => {
    const { sql } = set.stage.services.database;
    const failing = await set.add('/failing');
    const sporadic = await set.add('/sporadic');
    set.receiver.answer = (_, response) => void response.writeHead(500).end();
    await set.publish(1);
    await set.tried(failing.id, 1);
    await set.tried(sporadic.id, 1);
    await until(
      'both are noted',
      async () => (await sql`select from webhook_endpoint where failing_since is not null`).length === 2,
    );
    await sql`update webhook_endpoint set failing_since = now() - interval '121 hours'`;
    set.receiver.answer = (request, response) => void response.writeHead(request.path === '/failing' ? 500 : 204).end();
    await set.makeDue();
    await until(
      'it is off',
      async () => !(await getWebhook({ ctx: set.stage.ctx, input: { id: failing.id } })).enabled,
    );
    expect(await getWebhook({ ctx: set.stage.ctx, input: { id: failing.id } })).toMatchObject({
      off_reason: 'failing',
    });
    await until('the other is well', async () => {
      const seen = await getWebhook({ ctx: set.stage.ctx, input: { id: sporadic.id } });
      return seen.enabled && seen.failing_since === null;
    });
    const on = await changeWebhook({ ctx: set.stage.ctx, input: { id: failing.id, change: { enabled: true } } });
    expect(on).toMatchObject({ enabled: true, off_reason: null, off_since: null, failing_since: null });
  });

  it('by deleting it: nothing is sent any more', async () => {
    const endpoint = await set.add('/a');
    set.receiver.answer = (_, response) => void response.writeHead(500).end();
    await set.publish(1);
    await set.tried(endpoint.id, 1);
    await removeWebhook({ ctx: set.stage.ctx, input: { id: endpoint.id } });
    const { sql } = set.stage.services.database;
    expect(await sql`select n, state, places from webhook_outcome order by n`).toEqual([
      { n: 1, state: 'pending', places: [0] },
      { n: 2, state: 'canceled', places: [0] },
    ]);
    expect(await sql`select from webhook_due`).toEqual([]);
  });

  it('by hand: what waits is cancelled, tried or not, and stays in the log', async () => {
    const endpoint = await set.add('/a');
    set.receiver.answer = (_, response) => void response.writeHead(429, { 'retry-after': '600' }).end();
    await set.publish(1);
    await set.tried(endpoint.id, 1);
    await set.publish(2);
    await changeWebhook({ ctx: set.stage.ctx, input: { id: endpoint.id, change: { enabled: false } } });
    const shown = (await set.log(endpoint.id)).map(({ state, tries, last_status, next_try_at }) => [
      state,
      tries,
      last_status,
      next_try_at,
    ]);
    expect(shown).toEqual([
      ['canceled', 0, null, null],
      ['canceled', 0, null, null],
      ['canceled', 1, 429, null],
    ]);
    expect((await set.log(endpoint.id)).every((one) => one.settled_at !== null)).toBe(true);
  });
});
