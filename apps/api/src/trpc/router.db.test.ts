import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encodeId } from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Called, CONSOLE_ORIGIN, openTestApi, type Tenant, type TestApi } from '../testing.ts';
import { appRouter } from './router.ts';

let carriers: Server;
let api: TestApi;
let shop: Tenant;
let stranger: Tenant;
let cookie: string;
let strangerCookie: string;
/** Real things of the shop. */
let ours: { message: string; provider: string; route: string; key: string; webhook: string; unwanted: string };

beforeAll(async () => {
  carriers = createServer((_request, response) => response.end('{"data":[],"carrier":"any"}'));
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

const query = (path: string, input?: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.query(path, input, { cookie, ...headers });
const mutate = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Called> =>
  api.mutate(path, body, { cookie, ...headers });

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

async function addWebhook(): Promise<string> {
  const webhook = { url: 'https://hooks.example.com/' };
  return (await mutate('webhooks.create', { environment, webhook })).json.result.data.id;
}

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
    webhook: await addWebhook(),
    unwanted: await addWebhook(),
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
  'webhooks.list': () => ({ environment }),
  'webhooks.get': () => ({ environment, id: ours.webhook }),
  'webhooks.create': () => ({ environment, webhook: { url: 'https://hooks.example.com/new' } }),
  'webhooks.change': () => ({ environment, id: ours.webhook, change: { description: 'changed' } }),
  'webhooks.remove': () => ({ environment, id: ours.unwanted }),
  'webhooks.rotate': () => ({ environment, id: ours.webhook }),
  'webhooks.test': () => ({ environment, id: ours.webhook }),
  'webhooks.replay': () => ({ environment, id: ours.webhook, replay: { since: '2026-01-01T00:00:00Z' } }),
  'webhooks.deliveries': () => ({ environment, id: ours.webhook }),
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
  'webhooks.get': [404, 'not_found'],
  'webhooks.change': [404, 'not_found'],
  'webhooks.remove': [404, 'not_found'],
  'webhooks.rotate': [404, 'not_found'],
  'webhooks.test': [404, 'not_found'],
  'webhooks.replay': [404, 'not_found'],
  'webhooks.deliveries': [404, 'not_found'],
};
/** Ids of the right form behind which there is nothing. */
const nothing = (): typeof ours => ({
  message: encodeId('message', api.services.ids.next()),
  provider: encodeId('provider', api.services.ids.next()),
  route: encodeId('route', api.services.ids.next()),
  key: encodeId('apiKey', api.services.ids.next()),
  webhook: encodeId('webhook', api.services.ids.next()),
  unwanted: encodeId('webhook', api.services.ids.next()),
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
  for (const table of [
    'message',
    'suppression',
    'consent',
    'provider',
    'route',
    'api_key',
    'webhook_endpoint',
    'webhook_delivery',
  ]) {
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

describe('two people who change one thing', () => {
  it('do not overwrite each other: the second is told to read again', async () => {
    const answered = await mutate('routes.save', { ...route(ours.provider), id: ours.route, version: 1 });
    expect([answered.status, answered.json.error.data.code]).toEqual([409, 'conflict']);
  });
});
