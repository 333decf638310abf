import { ERRORS } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, CONSOLE_ORIGIN, openTestApi, type Tenant, type TestApi } from '../testing.ts';

let api: TestApi;
let shop: Tenant;
let cookie: string;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
  cookie = await api.signIn(shop);
});
afterAll(() => api.stop());

const environment = 'live';
const query = (path: string, input?: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.query(path, input, { cookie, ...headers });
const mutate = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.mutate(path, body, { cookie, ...headers });

describe('the session', () => {
  it('sets a cookie for this host alone, which scripts and other sites cannot use', async () => {
    const signed = await api.call('POST', '/auth/sign-in/email', {
      body: { email: shop.email, password: shop.password },
      headers: { origin: CONSOLE_ORIGIN },
    });
    const [set] = signed.headers.getSetCookie();
    expect(set).toMatch(/^signalbox\.session_token=/);
    expect(set).toMatch(/HttpOnly/i);
    expect(set).toMatch(/SameSite=Lax/i);
    expect(set).not.toMatch(/Domain=/i);
    expect(signed.headers.get('x-request-id')).toMatch(/^req_/);
  });

  it('is not given for a wrong password, nor made for somebody new', async () => {
    const headers = { origin: CONSOLE_ORIGIN };
    const wrong = await api.call('POST', '/auth/sign-in/email', {
      body: { email: shop.email, password: 'wrong-password' },
      headers,
    });
    expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([401, []]);
    const fresh = { email: 'new@example.com', password: 'long-enough-password', name: 'New' };
    expect((await api.call('POST', '/auth/sign-up/email', { body: fresh, headers })).status).toBeGreaterThanOrEqual(
      400,
    );
  });

  it('ends at sign-out, at once', async () => {
    const brief = await api.signIn(shop);
    expect((await query('session.me', undefined, { cookie: brief })).status).toBe(200);
    await api.call('POST', '/auth/sign-out', { body: {}, headers: { cookie: brief, origin: CONSOLE_ORIGIN } });
    expect((await query('session.me', undefined, { cookie: brief })).status).toBe(401);
  });

  it('is not an API key, and an API key is no session', async () => {
    expect((await api.call('GET', '/v1/messages', { headers: { cookie } })).status).toBe(401);
    expect(
      (await query('session.me', undefined, { cookie: '', authorization: `Bearer ${shop.keys.live}` })).status,
    ).toBe(401);
  });
});

describe('S-10, A-05: the limit of sign-ins counts the true caller', () => {
  it.each([
    ['whatever stands before what the proxy wrote', (n: number) => `10.0.0.${n}, 203.0.113.7`],
    ['one network of 64 bits of IPv6 as one', (n: number) => `2001:db8:0:1::${n}`],
  ])('%s', async (_what, forwarded) => {
    const answers = [];
    for (let tries = 1; tries <= 22; tries += 1) {
      const answered = await api.call('POST', '/auth/sign-in/email', {
        body: { email: 'nobody@example.com', password: 'wrong-password' },
        headers: { origin: CONSOLE_ORIGIN, 'x-forwarded-for': forwarded(tries) },
      });
      answers.push(answered.status);
    }
    expect(answers.filter((status) => status === 401)).toHaveLength(20);
    expect(answers.at(-1)).toBe(429);
  });
});

describe('errors of the console', () => {
  it('carry our code, the cure, the fields at fault and the request id', async () => {
    const answered = await query('messages.list', { environment, query: { limit: 0 } });
    expect(answered.status).toBe(400);
    expect(answered.json.error.data).toEqual({
      code: 'request_invalid',
      httpStatus: 400,
      path: 'messages.list',
      cure: ERRORS.request_invalid.cure,
      request_id: answered.headers.get('x-request-id'),
      errors: [{ path: 'query.limit', code: 'too_small', message: 'Must be at least 1.' }],
    });
  });

  it.each([
    ['a NUL', { environment, query: { client_ref: 'a\u0000b' } }],
    ['half a surrogate pair', { environment, query: { client_ref: '\ud800' } }],
  ])('refuse %s before it meets the database, in the shape the console reads', async (_what, input) => {
    const answered = await query('messages.list', input);
    expect([answered.status, answered.json.error.data.errors]).toMatchObject([400, [{ code: 'invalid_value' }]]);
    const sent = await mutate('keys.create', { environment, name: 'a\u0000b' });
    expect([sent.status, sent.json.error.data.errors[0].path]).toEqual([400, 'name']);
  });

  it.each([
    ['an unknown procedure', () => query('messages.drop'), 404, 'not_found'],
    ['a call that is not JSON', () => mutate('keys.create', '{"a":'), 400, 'json_invalid'],
    [
      'a form',
      () => mutate('keys.create', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'media_type_unsupported',
    ],
    ['a body of 5 MiB', () => mutate('keys.create', `"${'x'.repeat(5 << 20)}"`), 413, 'payload_too_large'],
    [
      '__proto__ in settings',
      () => mutate('providers.save', '{"settings":{"__proto__":{"a":1}}}'),
      400,
      'request_invalid',
    ],
    ['more calls at once than a page makes', () => query(`${'session.me,'.repeat(40)}session.me`), 404, 'not_found'],
  ])('name %s', async (_what, call, status, code) => {
    const answered = await call();
    expect([answered.status, answered.json.error.data.code]).toEqual([status, code]);
  });

  it('of a failure of ours tell nothing of it', async () => {
    const { userOf } = api.services.auth;
    api.services.auth.userOf = () => Promise.reject(new Error('password authentication failed'));
    try {
      const answered = await query('session.me');
      expect([answered.status, answered.json.error.data.code]).toEqual([500, 'internal']);
      expect(answered.text).not.toMatch(/password|stack/);
      expect(api.logged.some((line) => line.fields?.request_id === answered.headers.get('x-request-id'))).toBe(true);
    } finally {
      api.services.auth.userOf = userOf;
    }
  });
});

describe('several calls at once', () => {
  it('are answered each by itself, and stop at twenty', async () => {
    const both = await api.call(
      'GET',
      `/trpc/session.me,messages.read?batch=1&input=${encodeURIComponent(JSON.stringify({ 1: { environment, id: 'msg_x' } }))}`,
      { headers: { cookie } },
    );
    expect(both.status).toBe(207);
    expect(both.json[0].result.data.user.email).toBe(shop.email);
    expect(both.json[1].error.data.code).toBe('not_found');
    const many = await api.call('GET', `/trpc/${Array(21).fill('session.me').join(',')}?batch=1`, {
      headers: { cookie },
    });
    expect(many.status).toBe(400);
  });
});
