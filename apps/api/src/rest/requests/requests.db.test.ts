import { decodeId, type RequestView } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
let stranger: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
  stranger = await api.addTenant('Stranger');
});
afterAll(() => api.stop());

const message = (more: object = {}) => ({
  to: '+525512345678',
  channel: 'sms',
  class: 'transactional',
  content: { text: 'Your parcel is at the door' },
  ...more,
});
const send = (body: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.call('POST', '/v1/messages', { key: shop.keys.live, body, headers });
const list = async (search = ''): Promise<RequestView[]> => {
  await api.services.requestLog.flush();
  return (await api.call('GET', `/v1/requests${search}`, { key: shop.keys.live })).json.data;
};
const read = async (called: Called): Promise<RequestView> => {
  await api.services.requestLog.flush();
  const id = called.headers.get('x-request-id');
  return (await api.call('GET', `/v1/requests/${id}`, { key: shop.keys.live })).json;
};

describe('the request log', () => {
  it('shows a call by its request id: what was asked, what was answered, the message it made and the key that called', async () => {
    const sent = await send(message());
    const kept = await read(sent);
    expect(kept).toMatchObject({
      method: 'POST',
      path: '/v1/messages',
      operation: 'sendMessage',
      status: 202,
      outcome: 'done',
      error: null,
      replayed: false,
      address: '127.0.0.1',
      api_key: { name: 'test' },
      message_ids: [sent.json.id],
      request: { body: { to: '+52…78', content: { text: '(26 characters)' } } },
      answer: { bytes: Buffer.byteLength(sent.text), body: { id: sent.json.id, state: sent.json.state } },
    });
    expect(kept.duration_ms).toBeGreaterThan(0);
    expect(Date.now() - Date.parse(kept.at)).toBeLessThan(60_000);
  });

  it('S-13: holds no address, no text and no code in the clear, in no column', async () => {
    await send(
      message({ to: '+525599887766', client_ref: 'order-of-ana', metadata: { 'ana@example.com': 'Ana Lopez' } }),
    );
    await send(message({ to: '+52 55 9988 7766 x' }));
    await api.call('GET', '/v1/consents?address=ana@example.com', { key: shop.keys.live });
    const started = await api.call('POST', '/v1/verifications', {
      key: shop.keys.live,
      body: { to: '+525599887766', app_name: 'Shop' },
    });
    await api.call('POST', `/v1/verifications/${started.json.id}/check`, {
      key: shop.keys.live,
      body: { code: '493817' },
    });
    await api.call('POST', '/v1/webhooks', { key: shop.keys.live, body: { url: 'https://hooks.example.com/private' } });
    await api.services.requestLog.flush();
    const rows = await api.services.database.sql<
      { line: string }[]
    >`select to_jsonb(r)::text as line from api_request r`;
    expect(rows.length).toBeGreaterThan(5);
    for (const { line } of rows) {
      expect(line).not.toMatch(
        /99887766|9988 7766|ana@example|Ana Lopez|order-of-ana|493817|parcel|whsec|private|Bearer|sb_live/,
      );
    }
  });

  it('marks a replay, and tells a refusal with its code and the field at fault', async () => {
    const headers = { 'idempotency-key': 'order-1-paid' };
    await send(message(), headers);
    expect(await read(await send(message(), headers))).toMatchObject({ replayed: true, status: 202 });
    const refused = await read(await send(message({ to: '5512345678' })));
    expect(refused).toMatchObject({ outcome: 'refused', error: 'request_invalid', status: 400 });
    expect(refused.answer.body).toMatchObject({ code: 'request_invalid', errors: [{ path: 'to' }] });
  });

  it('is filtered by outcome, code, operation and key, and paged without a gap', async () => {
    expect((await list('?outcome=refused')).every((one) => one.outcome === 'refused')).toBe(true);
    expect((await list('?error=request_invalid')).length).toBeGreaterThan(0);
    expect((await list('?error=not_found')).length).toBe(0);
    const [first] = await list('?operation=sendMessage&outcome=done');
    expect(first?.operation).toBe('sendMessage');
    expect((await list(`?api_key=${first?.api_key?.id}`)).length).toBeGreaterThan(0);
    const wrong = await api.call('GET', '/v1/requests?api_key=mine', { key: shop.keys.live });
    expect(wrong.json.errors).toMatchObject([{ path: 'api_key', code: 'format_invalid' }]);
    const page = (await api.call('GET', '/v1/requests?limit=2&operation=sendMessage', { key: shop.keys.live })).json;
    const next = (
      await api.call('GET', `/v1/requests?limit=2&operation=sendMessage&cursor=${page.next_cursor}`, {
        key: shop.keys.live,
      })
    ).json;
    const ids = [...page.data, ...next.data].map((one: RequestView) => one.id);
    expect(ids).toEqual([...new Set(ids)].sort().reverse());
  });

  it('keeps a call that the key had no permission for', async () => {
    const owner = await api.signIn(shop);
    const made = await api.mutate(
      'keys.create',
      { environment: 'live', name: 'reader', scopes: ['messages:read'] },
      { cookie: owner },
    );
    const refused = await api.call('POST', '/v1/messages', { key: made.json.result.data.secret, body: message() });
    expect(refused.status).toBe(403);
    expect(await read(refused)).toMatchObject({ error: 'forbidden', api_key: { name: 'reader' } });
  });

  it('shows a stranger, and the other environment, nothing', async () => {
    const sent = await send(message());
    const { id } = await read(sent);
    for (const key of [stranger.keys.live, shop.keys.sandbox]) {
      const answered = await api.call('GET', `/v1/requests/${id}`, { key });
      expect([answered.status, answered.json.code]).toEqual([404, 'not_found']);
      expect((await api.call('GET', '/v1/requests?operation=sendMessage', { key })).json.data).toEqual([]);
    }
  });

  it('keeps so many successes a second, every refusal beside them, and tells how many calls it did not keep', async () => {
    const { world, database } = api.services;
    const busy = await api.addTenant('Busy');
    const post = (body: unknown) => api.call('POST', '/v1/messages', { key: busy.keys.live, body });
    const startedMs = Date.now() + 1000;
    world.nowMs = () => startedMs;
    const calls = await Promise.all(
      Array.from({ length: 120 }, (_, at) => (at % 6 === 0 ? post({ to: 'nobody' }) : post(message()))),
    );
    world.nowMs = () => startedMs + 1000;
    calls.push(await post(message()));
    world.nowMs = Date.now;
    await api.services.requestLog.flush();
    const ids = calls.map((called) => decodeId('request', called.headers.get('x-request-id') ?? '') ?? '');
    const [kept] = await database.sql`
      select count(*) filter (where status = 400)::int as refusals, count(*) filter (where status = 202)::int as successes,
        sum(not_kept)::int as "notKept" from api_request where id = any(${ids}::uuid[])`;
    expect(kept).toEqual({ refusals: 20, successes: 21, notKept: 80 });
  });

  it('a log that cannot be written slows and fails no call, and says afterwards what it lost', async () => {
    const { sql } = api.services.database;
    // A workspace of its own: of one that made many calls this second, none more would be kept.
    const calm = await api.addTenant('Calm');
    const post = () => api.call('POST', '/v1/messages', { key: calm.keys.live, body: message() });
    await sql`alter table api_request rename to api_request_away`;
    const unheard = await post();
    await api.services.requestLog.flush();
    await sql`alter table api_request_away rename to api_request`;
    expect(unheard.status).toBe(202);
    await post();
    await api.services.requestLog.flush();
    const rows = await sql`select not_kept from api_request where workspace = ${calm.number}`;
    expect(rows).toEqual([{ not_kept: 1 }]);
    api.logged.splice(0);
  });
});
