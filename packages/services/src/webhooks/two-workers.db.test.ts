import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { claimDues, insertOutcomes, lockDues } from '@signalbox/db';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../dispatch/testing.ts';
import { openWebhookSender } from './open-webhook-sender.ts';
import { setWebhookStage, type WebhookStage } from './testing.ts';

let set: WebhookStage;
beforeEach(async () => {
  set = await setWebhookStage();
});
afterEach(() => set.end());

const seen = () => set.receiver.received.map((one) => `${one.path} ${one.headers['webhook-id']}`);
const oneEndpoint = async (): Promise<number> => {
  const [row] = await set.stage.services.database.sql<{ number: number }[]>`select number from webhook_endpoint`;
  return row?.number ?? 0;
};

describe('two workers', () => {
  it('make each try once between them', async () => {
    const services = await set.openServices();
    const second = await openWebhookSender({ services, post: set.wire.post });
    set.onEnd(() => second.stop(1000));
    await set.add('/a');
    await set.add('/b');
    await services.config.refresh();
    await set.publish(700);
    await until('all came', async () => set.receiver.received.length >= 1400);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([seen().length, new Set(seen()).size]).toEqual([1400, 1400]);
  });

  it('of whom one dies: the other makes the tries that were not recorded, and no others', async () => {
    await set.sender.stop(1000);
    const endpoint = await set.add('/a');
    const number = await oneEndpoint();
    const ids = await set.publish(5);
    const { sql } = set.stage.services.database;
    const claim = () => claimDues(sql, new Map([[number, 5]]), 60);
    const [dead] = await claim();
    if (dead === undefined) throw new Error('nothing was claimed');
    expect([dead.claims, dead.places]).toEqual([1, [0, 1, 2, 3, 4]]);
    // While the lease lasts nobody else gets it.
    expect(await claim()).toEqual([]);
    const { packet, workspace, n } = dead;
    const common = { durationMs: 1, signature: 'v1,x', detail: null, response: '', atMs: Date.now() };
    await insertOutcomes(sql, [
      {
        endpoint: number,
        packet,
        workspace,
        n,
        state: 'delivered',
        status: 204,
        failure: null,
        nextAtMs: null,
        url: 'http://example.test/',
        places: [0, 3],
        tries: [common, common],
      },
    ]);
    await set.makeDue();
    const other = await openWebhookSender({ services: set.stage.services, post: set.wire.post });
    set.onEnd(() => other.stop(1000));
    await until('the rest came', async () => set.receiver.received.length === 3);
    await set.tried(endpoint.id, 1);
    expect(set.receiver.received.map((one) => one.headers['webhook-id'])).toEqual([ids[1], ids[2], ids[4]]);
    expect(await sql`select from webhook_due`).toEqual([]);
  });

  it('of whom one was thought dead: what it still says counts for nothing', async () => {
    await set.sender.stop(1000);
    await set.add('/a');
    const number = await oneEndpoint();
    await set.publish(1);
    const { sql } = set.stage.services.database;
    const claim = () => claimDues(sql, new Map([[number, 5]]), 60);
    const [late] = await claim();
    await set.makeDue();
    const [taken] = await claim();
    if (late === undefined || taken === undefined) throw new Error('nothing was claimed');
    expect([late.id, late.claims, taken.id, taken.claims]).toEqual([late.id, 1, late.id, 2]);
    expect(await sql.begin((tx) => lockDues(tx, [late]))).toEqual(new Set());
    expect(await sql.begin((tx) => lockDues(tx, [taken]))).toEqual(new Set([late.id]));
  });

  it('of whom one is killed in the middle lose no delivery', { timeout: 30_000 }, async () => {
    await set.sender.stop(1000);
    const endpoint = await set.add('/a');
    const ids = await set.publish(1200);
    const child = fork(fileURLToPath(new URL('./sender.case.ts', import.meta.url)), [
      set.stage.database.url,
      ...set.allow,
    ]);
    // The receiver answers the first half; the worker dies while the next tries wait for their answers.
    set.receiver.answer = (_, response) => {
      if (set.receiver.received.length <= 600) response.writeHead(204).end();
      else child.kill('SIGKILL');
    };
    await once(child, 'exit');
    expect(set.receiver.received.length).toBeGreaterThan(600);
    set.receiver.answer = (_, response) => void response.writeHead(204).end();
    await set.makeDue();
    const other = await openWebhookSender({ services: set.stage.services, post: set.wire.post });
    set.onEnd(() => other.stop(1000));
    const { sql } = set.stage.services.database;
    await until('nothing waits', async () => (await sql`select from webhook_due`).length === 0);
    expect(new Set(set.receiver.received.map((one) => one.headers['webhook-id']))).toEqual(new Set(ids));
    const [told] = await sql<{ tried: number; distinct: number }[]>`
      select count(*)::int as tried, count(distinct (packet, place))::int as distinct
      from webhook_outcome cross join unnest(places) as place where state = 'delivered'`;
    expect(told).toEqual({ tried: ids.length, distinct: ids.length });
    // Twice came only what the dead worker had sent and not recorded.
    expect(set.receiver.received.length).toBeLessThan(2 * ids.length);
    expect((await set.log(endpoint.id)).every((one) => one.state === 'delivered')).toBe(true);
  });
});
