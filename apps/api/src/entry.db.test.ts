import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApi, type Tenant, type TestApi } from './testing.ts';

let api: TestApi;
let shop: Tenant;
beforeAll(async () => {
  api = await openTestApi();
  shop = await api.addTenant('Shop');
});
afterAll(() => api.stop());

/** Writes octets to the port and reads until the other side ends. */
function speak(octets: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    let heard = '';
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      heard += text;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
    socket.write(octets, 'latin1');
  });
}

describe('health', () => {
  it('/livez answers without asking the database', async () => {
    expect(await api.call('GET', '/livez')).toMatchObject({ status: 200, json: { status: 'live' } });
  });

  it('/readyz and /regionz answer 200 while the database does, the latter with the region', async () => {
    expect(await api.call('GET', '/readyz')).toMatchObject({ status: 200, json: { status: 'ready' } });
    expect((await api.call('GET', '/regionz')).json).toEqual({ status: 'ready', region: 'test' });
  });

  it('/readyz answers 503 without telling why, and the log tells', async () => {
    const { ready } = api.services;
    api.services.ready = () => Promise.reject(new Error('password authentication failed for user "signalbox"'));
    try {
      const answered = await api.call('GET', '/readyz');
      expect([answered.status, answered.json.code]).toEqual([503, 'overloaded']);
      expect(answered.headers.get('retry-after')).toBe('2');
      expect(answered.text).not.toContain('password');
      expect(String(api.logged.at(-1)?.fields?.error)).toContain('password authentication failed');
      expect((await api.call('GET', '/livez')).status).toBe(200);
    } finally {
      api.services.ready = ready;
    }
  });

  it('/readyz answers 503 within its second when the database is silent', async () => {
    const { ready } = api.services;
    const silence = Promise.withResolvers<void>();
    api.services.ready = () => silence.promise;
    try {
      expect((await api.call('GET', '/readyz')).status).toBe(503);
    } finally {
      silence.resolve();
      api.services.ready = ready;
    }
    expect((await api.call('GET', '/readyz')).status).toBe(200);
  });

  it('/readyz is off from the first signal to stop, and connections are not kept', async () => {
    api.setDraining(true);
    try {
      const answered = await api.call('GET', '/readyz');
      expect([answered.status, answered.headers.get('connection')]).toEqual([503, 'close']);
    } finally {
      api.setDraining(false);
    }
  });

  it('/metrics counts answers by operation and status, and names no path, key or address', async () => {
    await api.call('GET', '/v1/messages/msg_secret-looking-id', { key: 'sb_live_secret' });
    const { text, headers } = await api.call('GET', '/metrics');
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toMatch(/signalbox_http_answers_total\{route="getMessage",status="401"\} \d+/);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).not.toContain('secret');
  });
});

describe('the reference', () => {
  it('/openapi.json is the 3.1 document', async () => {
    const { json } = await api.call('GET', '/openapi.json');
    expect(json.openapi).toBe('3.1.0');
    expect(Object.keys(json.paths)).toContain('/v1/messages/batch');
  });

  it('/docs is one page that fetches nothing, and explains each error on a page of its own', async () => {
    const page = await api.call('GET', '/docs');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await api.call('GET', '/docs/errors/rate_limited')).status).toBe(200);
    expect(await api.call('GET', '/docs/errors/nonsense')).toMatchObject({ status: 404, json: { code: 'not_found' } });
  });
});

describe('where nothing lives', () => {
  it.each([
    '/',
    '/v1',
    '/v1/',
    '/v1/messages/',
    '/v1/messages/a/b/c',
    '/wp-login.php',
    '/v1/%zz',
    '/../etc/passwd',
    '//evil.example',
  ])('404: %s', async (path) => {
    const [head, body] = (
      await speak(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${shop.keys.live}\r\n\r\n`,
      )
    ).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 404 /);
    expect(head).toContain('application/problem+json');
    expect(JSON.parse(body ?? '')).toMatchObject({ code: 'not_found' });
  });

  it.each([
    ['PUT', '/v1/messages', 'POST, GET, HEAD'],
    ['PATCH', '/v1/messages/msg_1', 'GET, HEAD'],
    ['GET', '/v1/messages/msg_1/cancel', 'POST'],
    ['OPTIONS', '/v1/suppressions', 'POST, GET, HEAD'],
    ['POST', '/livez', 'GET, HEAD'],
  ])('405: %s %s names what the path takes', async (method, path, allow) => {
    const answered = await api.call(method, path, { key: shop.keys.live });
    expect([answered.status, answered.json.code]).toEqual([405, 'method_not_allowed']);
    expect(answered.headers.get('allow')).toBe(allow);
  });

  it('HEAD answers as GET does, without the body', async () => {
    const answered = await api.call('HEAD', '/livez');
    expect([answered.status, answered.text]).toEqual([200, '']);
  });
});

describe('every answer', () => {
  it('carries a request id of ours, whatever the caller says', async () => {
    const headers = { 'x-request-id': 'req_chosen-by-the-caller' };
    for (const path of ['/livez', '/v1/messages', '/nothing', '/trpc/session.me', '/auth/get-session', '/docs']) {
      const answered = await api.call('GET', path, { headers });
      expect(answered.headers.get('x-request-id')).toMatch(/^req_[0-9a-z]{26}$/);
    }
  });

  it('may be read by no other site: no cross-origin header is sent', async () => {
    const answered = await api.call('GET', '/v1/messages', { headers: { origin: 'https://evil.example' } });
    expect([...answered.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('to what is not HTTP is a problem too, and the connection ends', async () => {
    for (const octets of [
      '\u0000\u0001\u0002\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
    ]) {
      const heard = await speak(octets);
      expect(heard).toMatch(/^HTTP\/1\.1 400 /);
      expect(JSON.parse(heard.split('\r\n\r\n')[1] ?? '')).toMatchObject({ code: 'request_invalid', status: 400 });
    }
    expect((await api.call('GET', '/livez')).status).toBe(200);
  });

  it('to a request smuggled inside another is a refusal of the whole', async () => {
    const heard = await speak(
      'POST /v1/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /livez HTTP/1.1\r\nHost: x\r\n\r\n',
    );
    expect(heard).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard.match(/HTTP\/1\.1 \d{3} /g)).toHaveLength(1);
  });

  it('of a failure on our side is 500 with nothing of its cause; the log has it under the same id', async () => {
    const { keys } = api.services;
    api.services.keys = { ...keys, authenticate: () => Promise.reject(new Error('relation "api_key" does not exist')) };
    try {
      for (const [method, path] of [
        ['POST', '/v1/messages'],
        ['GET', '/v1/messages'],
      ] as const) {
        const answered = await api.call(method, path, { key: shop.keys.live });
        expect([answered.status, answered.json.code]).toEqual([500, 'internal']);
        expect(answered.text).not.toContain('api_key');
        const line = api.logged.find((one) => one.fields?.request_id === answered.json.request_id);
        expect(String(line?.fields?.error)).toContain('relation "api_key" does not exist');
      }
    } finally {
      api.services.keys = keys;
    }
  });
});

describe('401', () => {
  it.each([
    ['no key', undefined],
    ['a wrong key', 'Bearer sb_live_wrong'],
    ['a key of the right form that is not ours', `Bearer sb_live_00000000_${'A'.repeat(43)}`],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['a key with an injection', "Bearer sb_live_' or 1=1 --"],
    ['an empty key', 'Bearer '],
    ['a key of 300 characters', `Bearer ${'x'.repeat(300)}`],
  ])('%s', async (_name, authorization) => {
    for (const [method, path] of [
      ['POST', '/v1/messages'],
      ['GET', '/v1/messages'],
    ] as const) {
      const answered = await api.call(method, path, { headers: authorization === undefined ? {} : { authorization } });
      expect([answered.status, answered.json.code]).toEqual([401, 'unauthenticated']);
      expect(answered.headers.get('www-authenticate')).toMatch(/^Bearer realm="signalbox"/);
    }
  });

  it('a key revoked a moment ago, in every process at its commit', async () => {
    const tenant = await api.addTenant('Brief');
    const ask = () => api.call('POST', '/v1/messages', { key: tenant.keys.live, body: {} });
    expect((await ask()).status).toBe(400);
    await api.services.database.sql`update api_key set revoked_at = now() where workspace = ${tenant.number}`;
    const deadline = performance.now() + 2000;
    let status = 0;
    while (status !== 401 && performance.now() < deadline) status = (await ask()).status;
    expect(status).toBe(401);
  });
});
