import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
});
afterAll(() => api.stop());

const call = (method: string, path: string, body?: unknown, key = shop.keys.live): Promise<Called> =>
  api.call(method, path, { key, ...(body === undefined ? {} : { body }) });

describe('/v1/webhooks', () => {
  it('201, 200, 204, 404: added with its secret shown once, read without, changed, deleted, gone', async () => {
    const added = await call('POST', '/v1/webhooks', {
      url: 'https://hooks.example.com/a',
      event_types: ['message.failed', 'message.failed'],
    });
    expect(added.status).toBe(201);
    const { secret, ...view } = added.json;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(view).toMatchObject({
      event_types: ['message.failed'],
      events_per_request: 1,
      enabled: true,
      environment: 'live',
    });
    expect((await call('GET', `/v1/webhooks/${view.id}`)).json).toEqual(view);
    expect((await call('GET', '/v1/webhooks')).json).toEqual({ data: [view] });
    expect((await call('GET', '/v1/webhooks', undefined, shop.keys.sandbox)).json).toEqual({ data: [] });
    const off = await call('PATCH', `/v1/webhooks/${view.id}`, { enabled: false });
    expect(off.json).toMatchObject({ enabled: false, off_reason: 'paused', url: view.url });
    const grouped = await call('PATCH', `/v1/webhooks/${view.id}`, { events_per_request: 500 });
    expect(grouped.json).toMatchObject({ events_per_request: 500, event_types: ['message.failed'], enabled: false });
    const rotated = await call('POST', `/v1/webhooks/${view.id}/rotate-secret`);
    expect(rotated.json.secret).not.toBe(secret);
    expect(rotated.json.previous_secret_until).not.toBeNull();
    const tested = await call('POST', `/v1/webhooks/${view.id}/test`);
    expect([tested.status, tested.json.errors[0].code]).toEqual([400, 'switched_off']);
    await call('PATCH', `/v1/webhooks/${view.id}`, { enabled: true });
    expect((await call('POST', `/v1/webhooks/${view.id}/test`)).status).toBe(202);
    const log = await call('GET', `/v1/webhooks/${view.id}/deliveries?state=pending`);
    expect(log.json).toMatchObject({ data: [{ event_type: 'webhook.test', attempts: [] }], next_cursor: null });
    expect((await call('DELETE', `/v1/webhooks/${view.id}`)).status).toBe(204);
    expect((await call('GET', `/v1/webhooks/${view.id}`)).status).toBe(404);
  });

  it.each([
    ['no URL', {}, 'url'],
    ['plain http', { url: 'http://hooks.example.com/' }, 'url'],
    ['an inside address', { url: 'https://127.0.0.1/' }, 'url'],
    ['a fragment', { url: 'https://hooks.example.com/#a' }, 'url'],
    ['an event there is not', { url: 'https://hooks.example.com/', event_types: ['message.lost'] }, 'event_types.0'],
    ['no event in a request', { url: 'https://hooks.example.com/', events_per_request: 0 }, 'events_per_request'],
    ['a crowd in a request', { url: 'https://hooks.example.com/', events_per_request: 501 }, 'events_per_request'],
    ['a description of two lines', { url: 'https://hooks.example.com/', description: 'a\nb' }, 'description'],
  ])('400: %s', async (_name, body, path) => {
    const refused = await call('POST', '/v1/webhooks', body);
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, path]);
  });

  it.each([
    ['neither ids nor a time', {}, 'event_ids'],
    ['both', { event_ids: ['evt_1'], since: '2026-01-01T00:00:00Z' }, 'event_ids'],
    ['an end without a beginning', { event_ids: ['evt_1'], until: '2026-01-01T00:00:00Z' }, 'since'],
    ['an end before the beginning', { since: '2026-01-02T00:00:00Z', until: '2026-01-01T00:00:00Z' }, 'until'],
    ['an id of something else', { event_ids: ['msg_01m8cygvnqe0jtawqxdwrajn2k'] }, 'event_ids.0'],
  ])('400: a replay of %s', async (_name, body, path) => {
    const { json } = await call('POST', '/v1/webhooks', { url: 'https://hooks.example.com/' });
    const refused = await call('POST', `/v1/webhooks/${json.id}/replay`, body);
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, path]);
    await call('DELETE', `/v1/webhooks/${json.id}`);
  });

  it('400: more endpoints than an environment takes', async () => {
    const made = [];
    for (let index = 0; index < 100; index += 1)
      made.push(await call('POST', '/v1/webhooks', { url: `https://hooks.example.com/${index}` }));
    expect(made.every((one) => one.status === 201)).toBe(true);
    const refused = await call('POST', '/v1/webhooks', { url: 'https://hooks.example.com/' });
    expect([refused.status, refused.json.errors[0].code]).toEqual([400, 'too_many']);
  });
});
