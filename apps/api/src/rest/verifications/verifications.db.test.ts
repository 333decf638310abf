import { decodeId } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, openTestApi, type Tenant, type TestApi } from '../../testing.ts';

let api: TestApi;
let shop: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
});
afterAll(() => api.stop());

const call = (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Called> =>
  api.call(method, path, {
    key: shop.keys.live,
    ...(body === undefined ? {} : { body }),
    ...(headers === undefined ? {} : { headers }),
  });

/** The code of a verification, as only the house can read it. */
async function codeOf(id: string): Promise<string> {
  const uuid = decodeId('verification', id) ?? '';
  const [row] = await api.services.database.sql<{ sealed: string }[]>`
    select sealed_code as sealed from otp_verification where id = ${uuid}`;
  return api.services.sealer.open(row?.sealed ?? '', `otp_verification/${uuid}`);
}

describe('/v1/verifications', () => {
  it('202, 200, 200, 404: started, checked, read as approved, closed for good', async () => {
    const started = await call('POST', '/v1/verifications', {
      to: '+52 55 1234 5678',
      app_name: 'Tienda',
      locale: 'es',
    });
    expect(started.status).toBe(202);
    expect(started.json).toMatchObject({ to: '+525512345678', channel: 'sms', state: 'pending', resent: false });
    const { id } = started.json;
    const code = await codeOf(id);
    const checked = await call('POST', `/v1/verifications/${id}/check`, { code });
    const told = { to: '+525512345678', purpose: 'sign_in', assurance: 'restricted' };
    expect([checked.status, checked.json]).toEqual([
      200,
      { id, valid: true, state: 'approved', tries_left: 0, ...told },
    ]);
    const read = await call('GET', `/v1/verifications/${id}`);
    expect(read.json).toMatchObject({ state: 'approved', tries: 1, sends: [{ message_id: started.json.message_id }] });
    const listed = await call('GET', '/v1/verifications?to=%2B525512345678');
    expect(listed.json).toEqual({ data: [read.json], next_cursor: null });
    expect((await call('POST', `/v1/verifications/${id}/check`, { code })).status).toBe(404);
    // The code is in no answer, and the text that carried it is shown masked wherever it is read.
    const message = await call('GET', `/v1/messages/${started.json.message_id}`);
    const timeline = await call('GET', `/v1/messages/${started.json.message_id}/timeline`);
    expect(message.json.content.text).toBe('****** es tu clave de Tienda. Vence en 5 min. No la compartas con nadie.');
    for (const { text } of [started, checked, read, listed, message, timeline]) expect(text).not.toContain(code);
  });

  it('200: the sandbox shows the text with its code to whoever tries out, as its phone would', async () => {
    const body = { to: '+525512340007', app_name: 'Tienda' };
    const started = await api.call('POST', '/v1/verifications', { key: shop.keys.sandbox, body });
    const read = await api.call('GET', `/v1/messages/${started.json.message_id}`, { key: shop.keys.sandbox });
    const code = /\d{6}/.exec(read.json.content.text)?.[0];
    const path = `/v1/verifications/${started.json.id}/check`;
    expect((await api.call('POST', path, { key: shop.keys.sandbox, body: { code } })).json.valid).toBe(true);
  });

  it('S-13, 200: a code of the caller’s own making is masked for whoever reads live, and not in the sandbox', async () => {
    const body = { to: '+525512340010', channel: 'sms', class: 'otp', content: { text: '4711 (4711) for order 12' } };
    for (const [key, text] of [
      [shop.keys.live, '**** (****) for order 12'],
      [shop.keys.sandbox, body.content.text],
    ] as const) {
      const sent = await api.call('POST', '/v1/messages', { key, body });
      const read = await api.call('GET', `/v1/messages/${sent.json.id}`, { key });
      expect(read.json.content.text).toBe(text);
    }
  });

  it('202: a number that is suppressed answers as any other', async () => {
    await call('POST', '/v1/suppressions', { address: '+525512340009', channel: 'sms', classes: ['otp'], reason: 'x' });
    const [known, unknown] = [
      await call('POST', '/v1/verifications', { to: '+525512340009', app_name: 'Tienda' }),
      await call('POST', '/v1/verifications', { to: '+525512340008', app_name: 'Tienda' }),
    ];
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(Object.keys(known.json)).toEqual(Object.keys(unknown.json));
  });

  it('202 again: an Idempotency-Key answers a repeat as the first call, and another body is refused', async () => {
    const body = { to: '+525512340001', app_name: 'Tienda' };
    const headers = { 'idempotency-key': 'sign-in-1' };
    const first = await call('POST', '/v1/verifications', body, headers);
    const repeat = await call('POST', '/v1/verifications', body, headers);
    expect([repeat.status, repeat.text]).toEqual([202, first.text]);
    expect(repeat.headers.get('idempotent-replayed')).toBe('true');
    const other = await call('POST', '/v1/verifications', { ...body, locale: 'es' }, headers);
    expect([other.status, other.json.code]).toEqual([422, 'idempotency_mismatch']);
  });

  it('429: asked for too often, with the time to wait in Retry-After', async () => {
    const body = { to: '+525512340002', app_name: 'Tienda' };
    for (let n = 0; n < 3; n += 1) expect((await call('POST', '/v1/verifications', body)).status).toBe(202);
    const refused = await call('POST', '/v1/verifications', body);
    expect([refused.status, refused.json.code]).toEqual([429, 'rate_limited']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('200, 200, 404, 409: canceled, and again, then closed for good; one that was approved is not', async () => {
    const started = await call('POST', '/v1/verifications', { to: '+525512340003', app_name: 'Tienda' });
    const path = `/v1/verifications/${started.json.id}`;
    const code = await codeOf(started.json.id);
    const canceled = await call('POST', `${path}/cancel`);
    expect(canceled).toMatchObject({ status: 200, json: { state: 'canceled', sends: [{ state: 'canceled' }] } });
    expect((await call('POST', `${path}/cancel`)).json).toEqual(canceled.json);
    expect((await call('POST', `${path}/check`, { code })).status).toBe(404);
    const listed = await call('GET', '/v1/verifications?state=canceled');
    expect(listed.json.data).toEqual([canceled.json]);
    const other = await call('POST', '/v1/verifications', { to: '+525512340004', app_name: 'Tienda' });
    await call('POST', `/v1/verifications/${other.json.id}/check`, { code: await codeOf(other.json.id) });
    const refused = await call('POST', `/v1/verifications/${other.json.id}/cancel`);
    expect([refused.status, refused.json.code]).toEqual([409, 'not_cancelable']);
  });

  it.each([
    ['no digits', { code: 'abcdef' }, 'code'],
    ['no code', {}, 'code'],
    ['an address of nobody', { code: '123456', ip: 'localhost' }, 'ip'],
    ['another field', { code: '123456', id: 'vrf_1' }, 'id'],
  ])('400: a check with %s', async (_name, body, path) => {
    const refused = await call('POST', '/v1/verifications/vrf_00000000000000000000000000/check', body);
    expect([refused.status, refused.json.errors[0].path]).toEqual([400, path]);
  });

  it('S-13: nothing of it was logged', () => {
    expect(api.logged).toEqual([]);
  });
});
