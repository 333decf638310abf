import { afterEach, beforeEach, expect, it } from 'vitest';
import { until } from '../dispatch/testing.ts';
import { createWebhook } from './endpoints.ts';
import { setWebhookStage, type WebhookStage } from './testing.ts';

let set: WebhookStage;
beforeEach(async () => {
  set = await setWebhookStage();
});
afterEach(() => set.end());

const ENDPOINTS = 100;
const HANGING = 10;
const EVENTS = 100;

// 10,000 deliveries; the 10,000 events for each of 100 endpoints, a million deliveries, are the bench `webhooks.fanout`.
it('F-25: of a hundred endpoints ten hang, and none of the others waits past 5 s for 95 of 100 events', {
  timeout: 60_000,
}, async () => {
  const { services, ctx } = set.stage;
  for (let index = 0; index < ENDPOINTS; index += 1) {
    const url = `${set.receiver.url}/${index < HANGING ? 'hang' : 'well'}/${index}`;
    await createWebhook({ ctx, input: { url, description: '', event_types: [] } });
  }
  await services.config.refresh();
  set.receiver.answer = (request, response) => {
    if (!request.path.startsWith('/hang')) response.writeHead(204).end();
  };
  const startMs = performance.now();
  await set.publish(EVENTS);
  const wells = () => set.receiver.received.filter((one) => one.path.startsWith('/well'));
  const wanted = (ENDPOINTS - HANGING) * EVENTS;
  await until('the healthy ones have everything', async () => wells().length >= wanted);
  for (const [path, group] of Map.groupBy(wells(), (one) => one.path)) {
    const delays = group.map((one) => one.atMs - startMs).sort((a, b) => a - b);
    expect([path, delays.length, (delays[Math.floor(delays.length * 0.95)] ?? Infinity) < 5000]).toEqual([
      path,
      EVENTS,
      true,
    ]);
  }
  // None that hangs holds more than its four places.
  expect(set.receiver.received.length - wells().length).toBeLessThanOrEqual(4 * HANGING);
});
