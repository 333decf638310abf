import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.stop());

let serial = 0;
const addTenant = () => {
  serial += 1;
  return api.addTenant(`shop-${serial}`);
};
const text = (to: string) => ({ to, channel: 'sms', class: 'transactional', content: { text: 'Hello' } });
const send = (tenant: Tenant, environment: 'live' | 'sandbox' = 'live', body: unknown = text('+525512345678')) =>
  api.call('POST', '/v1/messages', { key: tenant.keys[environment], body });
const list = (tenant: Tenant) => api.call('GET', '/v1/messages', { key: tenant.keys.live });

/** Sets a limit as the console does, and waits until the api has heard of it. */
async function limit(tenant: Tenant, rule: object): Promise<Called> {
  const cookie = await api.signIn(tenant);
  const before = api.services.config.current().version;
  const set = await api.mutate('limits.set', { environment: 'live', limit: rule }, { cookie });
  for (let tries = 0; set.status === 200 && api.services.config.current().version === before; tries += 1) {
    if (tries > 100) throw new Error('the limit is not in force after a second');
    await sleep(10);
  }
  return set;
}
const headersOf = ({ headers }: Called) =>
  ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after'].map((name) => headers.get(name));

describe('a limited workspace', () => {
  it('tells with every answer how it stands, and refuses with 429, the limit and a wait that is long enough', async () => {
    const shop = await addTenant();
    expect(headersOf(await send(shop))).toEqual([null, null, null, null]);
    await limit(shop, { kind: 'workspace', per_second: 1, burst: 2 });
    const first = await send(shop);
    expect([first.status, ...headersOf(first)]).toEqual([202, '2', '1', '1', null]);
    expect((await list(shop)).status).toBe(200);
    const refused = await send(shop);
    expect(refused.status).toBe(429);
    expect(refused.json).toMatchObject({
      code: 'rate_limited',
      detail: 'This workspace is limited to 1 a second, 2 at once.',
    });
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBe(1);
    await sleep(wait * 1000);
    expect((await send(shop)).status).toBe(202);
  });

  it('is refused before its body is read, and keeps the sandbox and its neighbours out of it', async () => {
    const [shop, neighbour] = [await addTenant(), await addTenant()];
    await limit(shop, { kind: 'workspace', per_second: 0.01, burst: 1 });
    expect((await send(shop)).status).toBe(202);
    const broken = await send(shop, 'live', '{"to":');
    expect(broken.status).toBe(429);
    expect((await send(shop, 'sandbox')).status).toBe(202);
    expect((await send(neighbour)).status).toBe(202);
  });

  it('keeps nothing of what it refuses: the same call with the same key passes later', async () => {
    const shop = await addTenant();
    await limit(shop, { kind: 'workspace', per_second: 2, burst: 1 });
    await send(shop);
    const call = () =>
      api.call('POST', '/v1/messages', {
        key: shop.keys.live,
        body: text('+525512345678'),
        headers: { 'Idempotency-Key': 'order-1' },
      });
    expect((await call()).status).toBe(429);
    await sleep(1000);
    const passed = await call();
    expect([passed.status, passed.headers.get('idempotent-replayed')]).toEqual([202, null]);
  });
});

describe('a limited country', () => {
  it('refuses its messages of a batch one by one and takes the others', async () => {
    const shop = await addTenant();
    await limit(shop, { kind: 'country', country: 'MX', per_second: 0.01, burst: 2 });
    const batch = (numbers: string[]) =>
      api.call('POST', '/v1/messages/batch', { key: shop.keys.live, body: { messages: numbers.map(text) } });
    expect((await batch(['+525512345678', '+525512345679'])).json.rejected).toEqual([]);
    const mixed = await batch(['+525512345678', '+4915112345678', '+525512345679']);
    expect(mixed.json.accepted.map(({ index }: { index: number }) => index)).toEqual([1]);
    expect(mixed.json.rejected).toMatchObject([
      { index: 0, error: { code: 'rate_limited', message: 'Messages to MX are limited to 0.01 a second, 2 at once.' } },
      { index: 2, error: { code: 'rate_limited' } },
    ]);
    expect((await send(shop)).status).toBe(429);
    expect((await send(shop, 'live', text('+4915112345678'))).status).toBe(202);
  });
});

describe('the limits of a workspace', () => {
  it('are set, changed by setting them again, listed and lifted', async () => {
    const shop = await addTenant();
    const cookie = await api.signIn(shop);
    const [key] = (await api.query('keys.list', undefined, { cookie })).json.result.data.filter(
      ({ environment }: { environment: string }) => environment === 'live',
    );
    await limit(shop, { kind: 'key', api_key: key.id, per_second: 5, burst: 10 });
    await limit(shop, { kind: 'key', api_key: key.id, per_second: 7, burst: 14 });
    const listed = async () => (await api.query('limits.list', { environment: 'live' }, { cookie })).json.result.data;
    const [set] = await listed();
    expect(set).toMatchObject({ kind: 'key', api_key: { id: key.id, name: key.name }, per_second: 7, burst: 14 });
    expect((await send(shop)).headers.get('ratelimit-limit')).toBe('14');
    expect((await api.mutate('limits.remove', { id: set.id }, { cookie })).status).toBe(200);
    expect(await listed()).toEqual([]);
    expect((await api.mutate('limits.remove', { id: set.id }, { cookie })).status).toBe(404);
  });

  it.each([
    ['no rate at all', { kind: 'workspace', per_second: 0, burst: 1 }, 'limit.per_second'],
    ['half a message at once', { kind: 'workspace', per_second: 1, burst: 0.5 }, 'limit.burst'],
    ['a country that is none', { kind: 'country', country: 'mexico', per_second: 1, burst: 1 }, 'limit.country'],
    ['a key of nobody', { kind: 'key', api_key: 'key_1', per_second: 1, burst: 1 }, 'limit.api_key'],
    ['a field there is not', { kind: 'workspace', country: 'MX', per_second: 1, burst: 1 }, 'limit.country'],
  ])('are refused with the field at fault: %s', async (_name, rule, path) => {
    const shop = await addTenant();
    const refused = await limit(shop, rule);
    expect(refused.status).toBe(400);
    expect(refused.json.error.data.errors[0].path).toBe(path);
  });

  it("cannot be set for another workspace's key", async () => {
    const [shop, neighbour] = [await addTenant(), await addTenant()];
    const cookie = await api.signIn(neighbour);
    const [theirs] = (await api.query('keys.list', undefined, { cookie })).json.result.data;
    const refused = await limit(shop, { kind: 'key', api_key: theirs.id, per_second: 1, burst: 1 });
    expect(refused.status).toBe(400);
  });
});
