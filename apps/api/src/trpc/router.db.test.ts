import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ERRORS, encodeId } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, CONSOLE_ORIGIN, openTestApi, type Tenant, type TestApi } from '../testing.ts';
import { appRouter } from './router.ts';

let carriers: Server;
let asked: { method: string | undefined; url: string | undefined; body: string }[] = [];
let api: TestApi;
let shop: Tenant;
let stranger: Tenant;
let cookie: string;
let strangerCookie: string;
/** Real things of the shop. */
let ours: { message: string; provider: string; route: string; key: string };

beforeAll(async () => {
  carriers = createServer((request, response) => void answerAsCarriers(request).then((body) => response.end(body)));
  await new Promise<void>((resolve) => carriers.listen(0, '127.0.0.1', resolve));
  api = await openTestApi({ simulatorUrl: `http://127.0.0.1:${(carriers.address() as AddressInfo).port}` });
  shop = await api.addTenant('Shop');
  stranger = await api.addTenant('Stranger');
  cookie = await api.signIn(shop);
  strangerCookie = await api.signIn(stranger);
  ours = await fillShop();
});
afterAll(async () => {
  await api.stop();
  carriers.closeAllConnections();
  await new Promise((resolve) => carriers.close(resolve));
});

/** Answers as the carriers simulator does; its own tests hold the other end. */
async function answerAsCarriers(request: IncomingMessage): Promise<string> {
  const body = Buffer.concat(await request.toArray()).toString();
  asked.push({ method: request.method, url: request.url, body });
  const mail = {
    id: 'm1',
    at: 't',
    from: 'a',
    to: 'b',
    subject: 's',
    text: 'x',
    html: null,
    size_bytes: 9,
    raw: 'secret',
  };
  const headers = [
    { name: 'received', value: 'one' },
    { name: 'received', value: 'two' },
  ];
  if (request.url?.endsWith('/replies')) return JSON.stringify({ carrier: 'ubx', from: 'x', to: 'y', parts: 1 });
  if (request.url?.includes('/inboxes/')) return JSON.stringify({ data: [{ ...mail, headers }] });
  return JSON.stringify({ data: [] });
}

const query = (path: string, input?: unknown, headers: Record<string, string> = { cookie }): Promise<Called> =>
  api.call('GET', `/trpc/${path}${input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`}`, {
    headers,
  });
const mutate = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.call('POST', `/trpc/${path}`, {
    body,
    headers: { cookie, origin: CONSOLE_ORIGIN, 'sec-fetch-site': 'same-origin', ...headers },
  });

const environment = 'live';
const message = { to: '+525512345678', channel: 'sms', class: 'transactional', content: { text: 'hola' } };
const provider = { environment, name: 'Test vendor', protocol: 'loopback', enabled: true, settings: {} };
const route = (provider_id: string) => ({
  environment,
  name: 'To Mexico',
  provider_id,
  channel: 'sms',
  countries: ['MX'],
  prefixes: [],
  classes: [],
  tier: 1,
  weight: 10,
  price_micros: 1000,
  currency: 'USD',
  enabled: true,
});

async function fillShop(): Promise<typeof ours> {
  const sent = await mutate('messages.send', {
    environment,
    message: { ...message, send_at: new Date(Date.now() + 3_600_000).toISOString() },
    idempotency_key: 'first-of-the-shop',
  });
  const manifests = (await query('providers.manifests')).json.result.data;
  const loopback = manifests.find((one: { protocol: string }) => one.protocol === 'loopback');
  const settings = Object.fromEntries(
    loopback.fields.flatMap((field: { name: string; required: boolean; initial?: unknown }) =>
      field.required && field.initial !== undefined ? [[field.name, field.initial]] : [],
    ),
  );
  const saved = await mutate('providers.save', { ...provider, settings });
  if (saved.status !== 200) throw new Error(saved.text);
  const routed = await mutate('routes.save', route(saved.json.result.data.id));
  const made = await mutate('keys.create', { environment, name: 'A key' });
  return {
    message: sent.json.result.data.id,
    provider: saved.json.result.data.id,
    route: routed.json.result.data.id,
    key: made.json.result.data.key.id,
  };
}

/** One good call of every procedure; a procedure without an entry fails the test below. */
const CALLS: Record<string, () => unknown> = {
  'session.me': () => undefined,
  'overview.read': () => ({ environment, hours: 24 }),
  'messages.list': () => ({ environment, query: {} }),
  'messages.countNewer': () => ({ environment, query: {}, newest_id: null }),
  'messages.read': () => ({ environment, id: ours.message }),
  'messages.send': () => ({ environment, message, idempotency_key: 'console-key-1' }),
  'messages.cancel': () => ({ environment, id: ours.message }),
  'routing.preview': () => ({ environment, to: '+525512345678', channel: 'sms', class: 'otp' }),
  'providers.list': () => ({ environment }),
  'providers.manifests': () => undefined,
  'providers.save': () => ({ ...provider, id: ours.provider, version: 1 }),
  'routes.list': () => ({ environment }),
  'routes.save': () => ({ ...route(ours.provider), id: ours.route, version: 1, weight: 20 }),
  'routes.saveWeights': () => ({ environment, weights: [{ id: ours.route, version: 2, weight: 30 }] }),
  'keys.list': () => undefined,
  'keys.create': () => ({ environment, name: 'Another' }),
  'keys.revoke': () => ({ id: ours.key }),
  'simulator.handsets': () => undefined,
  'simulator.handset': () => ({ number: '+525512345678' }),
  'simulator.reply': () => ({ number: '+525512345678', text: 'BAJA' }),
  'simulator.inboxes': () => undefined,
  'simulator.inbox': () => ({ address: 'ana@example.com' }),
};
/** Procedures that name a thing of one workspace, and what a stranger is answered. */
const NAMING: Record<string, [number, string]> = {
  'messages.read': [404, 'not_found'],
  'messages.cancel': [404, 'not_found'],
  'providers.save': [404, 'not_found'],
  // The field that names the provider is at fault first.
  'routes.save': [400, 'request_invalid'],
  // Weights are saved where id and version fit: an id that is not there looks like one that was changed.
  'routes.saveWeights': [409, 'conflict'],
  'keys.revoke': [404, 'not_found'],
};
/** Ids of the right form behind which there is nothing. */
const nothing = (): typeof ours => ({
  message: encodeId('message', api.services.ids.next()),
  provider: encodeId('provider', api.services.ids.next()),
  route: encodeId('route', api.services.ids.next()),
  key: encodeId('apiKey', api.services.ids.next()),
});

const procedures = Object.entries(appRouter._def.procedures).map(
  ([path, procedure]) => [path, (procedure as unknown as { _def: { type: 'query' | 'mutation' } })._def.type] as const,
);
const run = (path: string, type: 'query' | 'mutation', headers?: Record<string, string>): Promise<Called> => {
  const input = CALLS[path]?.();
  return type === 'query' ? query(path, input, headers) : mutate(path, input, headers);
};

/** A sum over every row a call could change. */
async function everything(): Promise<string> {
  const { sql } = api.services.database;
  const sums = [];
  for (const table of ['message', 'suppression', 'consent', 'provider', 'route', 'api_key']) {
    sums.push(
      await sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from ${sql(table)} t`,
    );
  }
  return JSON.stringify(sums);
}

describe('every procedure', () => {
  it('has a call in this test, by the names of the contract', () => {
    expect(procedures.map(([path]) => path).sort()).toEqual(Object.keys(CALLS).sort());
  });

  it.each(procedures)(
    '%s (%s) answers 401 to nobody, to a wrong cookie and to an ended session',
    async (path, type) => {
      const before = await everything();
      const token = cookie.split('=')[0] ?? '';
      for (const wrong of ['', `${token}=nonsense`, `${cookie}x`]) {
        const answered = await run(path, type, { cookie: wrong });
        expect([answered.status, answered.json.error.data.code]).toEqual([401, 'unauthenticated']);
        expect(answered.json.error.data.request_id).toBe(answered.headers.get('x-request-id'));
      }
      expect(await everything()).toBe(before);
    },
  );

  it.each(procedures.filter(([path]) => path in NAMING))(
    '%s (%s) answers somebody of another workspace as if the thing were not there',
    async (path, type) => {
      const before = await everything();
      const seen = [];
      const real = ours;
      for (const ids of [real, nothing()]) {
        ours = ids;
        const answered = await run(path, type, { cookie: strangerCookie });
        seen.push([answered.status, answered.json.error?.data.code]);
      }
      ours = real;
      expect(seen[0]).toEqual(NAMING[path]);
      expect(seen[1]).toEqual(seen[0]);
      expect(await everything()).toBe(before);
    },
  );

  it.each(procedures.filter(([, type]) => type === 'mutation'))(
    '%s (%s) is taken from the pages of the console only, and never by GET',
    async (path, type) => {
      const before = await everything();
      const elsewhere: Record<string, string>[] = [
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: CONSOLE_ORIGIN, 'sec-fetch-site': 'cross-site' },
        { origin: CONSOLE_ORIGIN, 'sec-fetch-site': 'same-site' },
        { origin: `${CONSOLE_ORIGIN}.evil.example` },
      ];
      for (const headers of elsewhere) {
        const answered = await run(path, type, headers);
        expect([answered.status, answered.json.error.data.code]).toEqual([403, 'forbidden']);
      }
      const silent = await api.call('POST', `/trpc/${path}`, { body: CALLS[path]?.(), headers: { cookie } });
      expect(silent.status).toBe(403);
      const got = await query(path, CALLS[path]?.());
      expect([got.status, got.json.error.data.code]).toEqual([405, 'method_not_allowed']);
      expect(await everything()).toBe(before);
    },
  );

  it.each(procedures)('%s (%s) answers its own people', async (path, type) => {
    const answered = await run(path, type);
    expect([path, answered.status, answered.json.error]).toEqual([path, 200, undefined]);
  });

  it.each(procedures.filter(([path]) => CALLS[path]?.toString() !== CALLS['session.me']?.toString()))(
    '%s (%s) refuses fields it does not take, a workspace first of all',
    async (path, type) => {
      const input = { ...(CALLS[path]?.() as object), workspace_id: stranger.id };
      const answered = type === 'query' ? await query(path, input) : await mutate(path, input);
      expect([answered.status, answered.json.error.data.errors]).toMatchObject([
        400,
        [{ path: 'workspace_id', code: 'unknown_field' }],
      ]);
    },
  );
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

  it('of a refused change name the version that was overtaken', async () => {
    const answered = await mutate('routes.save', { ...route(ours.provider), id: ours.route, version: 1 });
    expect([answered.status, answered.json.error.data.code]).toEqual([409, 'conflict']);
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
    expect((await query('session.me', undefined, { authorization: `Bearer ${shop.keys.live}` })).status).toBe(401);
  });
});

describe('the virtual carriers', () => {
  it('are asked by number and address, escaped, and only what the console needs comes back', async () => {
    asked = [];
    const inbox = await query('simulator.inbox', { address: 'a/../../v1/log?x=@example.com' });
    expect(asked[0]?.url).toBe('/v1/inboxes/a%2F..%2F..%2Fv1%2Flog%3Fx%3D%40example.com/messages');
    expect(inbox.json.result.data).toEqual([
      {
        id: 'm1',
        at: 't',
        from: 'a',
        to: 'b',
        subject: 's',
        text: 'x',
        html: null,
        size_bytes: 9,
        headers: { received: 'one\ntwo' },
      },
    ]);
    await mutate('simulator.reply', { number: '+525512345678', text: 'BAJA' });
    expect(asked[1]).toEqual({ method: 'POST', url: '/v1/handsets/%2B525512345678/replies', body: '{"text":"BAJA"}' });
  });

  it('are not_found where there are none, and overloaded while they are silent', async () => {
    const { settings } = api.world;
    try {
      api.world.settings = { ...settings, simulatorUrl: undefined };
      const none = await query('simulator.handsets');
      expect([none.status, none.json.error.data.detail]).toEqual([404, expect.stringContaining('SIMULATOR_URL')]);
      expect((await query('session.me')).json.result.data.has_simulator).toBe(false);
      api.world.settings = { ...settings, simulatorUrl: 'http://127.0.0.1:1' };
      const silent = await query('simulator.handsets');
      expect([silent.status, silent.json.error.data.code]).toEqual([503, 'overloaded']);
    } finally {
      api.world.settings = settings;
    }
  });
});
