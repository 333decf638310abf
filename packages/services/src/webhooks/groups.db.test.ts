import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../dispatch/testing.ts';
import { replayWebhook } from './replay.ts';
import { isSignedWith, type Received, setWebhookStage, type WebhookStage } from './testing.ts';

let set: WebhookStage;
beforeEach(async () => {
  set = await setWebhookStage();
});
afterEach(() => set.end());

const eventsOf = ({ body }: Received): { id: string; type: string; data: { index: number } }[] => {
  const { type, data } = JSON.parse(body);
  expect(type).toBe('webhook.group');
  return data.events;
};
const idOf = ({ headers }: Received) => headers['webhook-id'];

describe('an endpoint that takes several events in a request', () => {
  it('gets what comes about together in signed requests of its size, and the log has a line for each event', async () => {
    const endpoint = await set.add('/a', [], 3);
    const ids = await set.publish(7);
    await set.tried(endpoint.id, 1);
    const { received } = set.receiver;
    expect(received.map((one) => eventsOf(one).length).sort()).toEqual([1, 3, 3]);
    expect(received.flatMap((one) => eventsOf(one).map(({ id }) => id)).sort()).toEqual(ids.toSorted());
    expect(new Set(received.map(idOf)).size).toBe(3);
    for (const one of received) expect(await isSignedWith(endpoint.secret, one)).toBe(true);
    const log = await set.log(endpoint.id);
    expect(log.length).toBe(7);
    for (const line of log) {
      const request = received.find((one) => idOf(one) === line.group_id) as Received;
      const event = eventsOf(request).find(({ id }) => id === line.event_id);
      expect({ id: line.event_id, ...JSON.parse(line.body) }).toEqual(event);
      expect(line).toMatchObject({ state: 'delivered', tries: 1 });
      for (const name of ['webhook-id', 'webhook-signature'])
        expect(line.attempts[0]?.request_headers[name]).toBe(request.headers[name]);
    }
  });

  it('gets a request that failed again as it was, under the same id, and what it missed in a replay', async () => {
    const endpoint = await set.add('/a', [], 500);
    set.receiver.answer = (_, response) => void response.writeHead(500).end('busy');
    await set.publish(5);
    await set.tried(endpoint.id, 1);
    const replay = { since: new Date(Date.now() - 60_000).toISOString(), only: 'missed', dry_run: false } as const;
    const missed = () => replayWebhook({ ctx: set.stage.ctx, input: { id: endpoint.id, replay } });
    // They are on their way already.
    expect((await missed()).count).toBe(0);
    set.receiver.answer = (_, response) => void response.writeHead(200).end();
    await set.makeDue();
    await set.tried(endpoint.id, 2);
    const [first, second] = set.receiver.received as [Received, Received];
    expect([idOf(second), second.body]).toEqual([idOf(first), first.body]);
    const log = await set.log(endpoint.id);
    expect(
      log.map(({ state, attempts }) => [state, attempts.map(({ status, response }) => [status, response])]),
    ).toEqual(
      Array.from({ length: 5 }, () => [
        'delivered',
        [
          [500, 'busy'],
          [200, ''],
        ],
      ]),
    );
    expect((await missed()).count).toBe(0);
    expect(set.receiver.received.length).toBe(2);
  });

  it('is told to the others event by event when it is given up', async () => {
    const endpoint = await set.add('/a', [], 10);
    await set.add('/told', ['webhook.exhausted']);
    set.receiver.answer = ({ path }, response) => void response.writeHead(path === '/a' ? 500 : 204).end();
    const ids = await set.publish(3);
    await set.tried(endpoint.id, 1);
    // The last of its tries.
    await set.stage.services.database.sql`update webhook_due set n = 8, next_at = now()`;
    await until('the other one was told', async () => set.paths().filter((path) => path === '/told').length >= 3);
    const told = set.receiver.received.filter(({ path }) => path === '/told').map(({ body }) => JSON.parse(body).data);
    const lines = (await set.log(endpoint.id)).map(({ id, event_id }) => [id, event_id]);
    expect(told.map((data) => data.event_id).sort()).toEqual(ids.toSorted());
    expect(told.map((data) => [data.delivery_id, data.event_id]).sort()).toEqual(lines.sort());
  });
});
