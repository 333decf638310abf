import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { until } from '../dispatch/testing.ts';
import { rotateWebhook } from './endpoints.ts';
import { isSignedWith, type Received, setWebhookStage, type WebhookStage } from './testing.ts';

let set: WebhookStage;
beforeEach(async () => {
  set = await setWebhookStage();
});
afterEach(() => set.end());

describe('signatures', () => {
  it('of a request verify with the secret that was shown once, and the log shows what was sent', async () => {
    const endpoint = await set.add('/a');
    const [eventId] = await set.publish(1);
    await set.tried(endpoint.id, 1);
    const [request] = set.receiver.received as [Received];
    expect(await isSignedWith(endpoint.secret, request)).toBe(true);
    expect(request.headers['webhook-id']).toBe(eventId);
    expect(Math.abs(Number(request.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(10);
    expect(JSON.parse(request.body)).toMatchObject({ type: 'message.sent', data: { index: 0 } });
    const [delivery] = await set.log(endpoint.id);
    expect(delivery).toMatchObject({ state: 'delivered', tries: 1, body: request.body, event_id: eventId });
    expect(delivery?.attempts[0]).toMatchObject({ n: 1, status: 204, failure: null });
    for (const [name, value] of Object.entries(delivery?.attempts[0]?.request_headers ?? {}))
      expect(request.headers[name]).toBe(value);
    const stored = await set.stage.services.database.sql`select secret from webhook_endpoint`;
    expect(JSON.stringify(stored)).not.toContain(endpoint.secret.slice(6));
  });

  it('are two for a day after a rotation, one for each secret, and one afterwards', async () => {
    const endpoint = await set.add('/a');
    const rotated = await rotateWebhook({ ctx: set.stage.ctx, input: { id: endpoint.id } });
    expect(rotated.secret).not.toBe(endpoint.secret);
    expect(Date.parse(rotated.previous_secret_until ?? '') - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
    await set.stage.services.config.refresh();
    await set.publish(1);
    await set.tried(endpoint.id, 1);
    const [request] = set.receiver.received as [Received];
    expect(await isSignedWith(endpoint.secret, request)).toBe(true);
    expect(await isSignedWith(rotated.secret, request)).toBe(true);
    await set.stage.services.database.sql`update webhook_endpoint set previous_until = now() - interval '1 second'`;
    await set.stage.services.config.refresh();
    await set.publish(1);
    await until('the second came', async () => set.receiver.received.length === 2);
    expect(await isSignedWith(endpoint.secret, set.receiver.received[1] as Received)).toBe(false);
    expect(await isSignedWith(rotated.secret, set.receiver.received[1] as Received)).toBe(true);
  });
});
