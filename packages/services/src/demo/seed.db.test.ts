import { randomFillSync } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '@signalbox/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listRegistries, setRegistry } from '../compliance/registries.ts';
import type { RequestContext, Services } from '../context.ts';
import { openServices } from '../open-services.ts';
import { previewRouting } from '../routing/preview.ts';
import { listProviders, saveProvider } from '../routing/providers.ts';
import { listRoutes } from '../routing/routes.ts';
import { type SeededDemo, type SeedInput, seedDemo } from './seed.ts';

let database: TestDatabase;
let services: Services;
let first: SeededDemo;
let input: SeedInput;
let live: RequestContext;

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

beforeAll(async () => {
  database = await createTestDatabase();
  input = {
    databaseUrl: database.url,
    masterKey: 'cd'.repeat(32),
    simulator: { host: '127.0.0.1', port: 4900, smppPort: 4901, smtpPort: 4902, vendorPort: 4903 },
    apiUrl: 'http://127.0.0.1:4000',
  };
  first = await seedDemo(input);
  services = await openServices({
    databaseUrl: database.url,
    masterKey: input.masterKey,
    role: 'api',
    consoleOrigins: ['http://127.0.0.1:3000'],
    egressAllow: ['127.0.0.1:4903'],
    world: { nowMs: Date.now, fillRandom: (bytes) => void randomFillSync(bytes) },
    log: quiet,
  });
  const verdict = await services.keys.authenticate(first.api_keys.live, '127.0.0.1');
  if (!verdict.ok) throw new Error('the demo key does not work');
  live = { ...verdict.identity, services, requestId: 'req_test', address: null };
});

afterAll(async () => {
  await services.close();
  await database.drop();
});

test('the keys and the sign-in work, each in its place', async () => {
  expect(live.environment).toBe('live');
  expect(await services.keys.authenticate(first.api_keys.sandbox, '127.0.0.1')).toMatchObject({
    identity: { environment: 'sandbox' },
  });
  const answer = await services.auth.handler(
    new Request('http://127.0.0.1:3000/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:3000' },
      body: JSON.stringify(first.sign_in),
    }),
  );
  expect(answer.status).toBe(200);
  const cookie = answer.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
  const signedIn = await services.auth.userOf(new Headers({ cookie }));
  expect(signedIn).toMatchObject({ workspace: { name: 'Demo Store', id: live.workspace.id } });
});

test('texts, codes, marketing, mails and calls have routes in both environments', async () => {
  for (const ctx of [live, { ...live, environment: 'sandbox' as const }]) {
    for (const [channel, to] of [
      ['sms', '+525512345678'],
      ['sms', '+819012345678'],
      ['email', 'ana@example.com'],
      ['voice', '+525512345678'],
    ] as const) {
      const preview = await previewRouting({ ctx, input: { to, channel, class: 'marketing' } });
      // Nothing is connected here: a route that fits is only down.
      expect(preview.blocked).toBe('all_down');
    }
  }
});

test('a second seed gives the same secrets, doubles nothing, follows moved carriers and keeps what a person changed', async () => {
  const providers = await listProviders({ ctx: live, input: {} });
  const aurora = providers.find((one) => one.name === 'Aurora');
  if (aurora === undefined) throw new Error('no Aurora');
  const { id, version, environment, name, protocol } = aurora;
  const settings = { ...aurora.settings, window: 55 };
  await saveProvider({ ctx: live, input: { id, version, environment, name, protocol, enabled: false, settings } });
  const moved = { ...input, apiUrl: 'http://127.0.0.1:4999', simulator: { ...input.simulator, smppPort: 5901 } };
  expect(await seedDemo(moved)).toEqual(first);
  await services.config.refresh();
  const after = await listProviders({ ctx: live, input: {} });
  expect(after).toHaveLength(providers.length);
  expect(after.find((one) => one.name === 'Aurora')).toMatchObject({
    enabled: false,
    settings: { window: 55, port: 5901, password: 'stored' },
  });
  const courier = after.find((one) => one.name === 'Courier');
  expect(courier?.settings.callback_url).toBe(`http://127.0.0.1:4999/callbacks/${courier?.id}`);
  expect(await listRoutes({ ctx: live, input: {} })).toHaveLength(7);
  const [rows] = await services.database.sql`
    select (select count(*)::int from workspace) as workspaces, (select count(*)::int from cap_rule) as caps,
      (select count(*)::int from api_key) as keys`;
  expect(rows).toEqual({ workspaces: 1, caps: 2, keys: 2 });
});

test('live has a public registry that the virtual vendor answers for; it follows the vendor, and what a person changed of it stays', async () => {
  const [made, ...others] = (await listRegistries({ ctx: live, input: {} })).data;
  if (made === undefined) throw new Error('no registry');
  expect(others).toEqual([]);
  expect(made).toMatchObject({ key: 'sg-dnc', country: 'SG', meaning: 'blocks', enabled: true, secret_stored: true });
  expect(made.service.url).toBe('http://127.0.0.1:4903/v1/registry');
  const { key, version, name, country, channels, meaning, service } = made;
  const changed = { version, name, country, channels, meaning, service, enabled: false, unanswered: 'stop' } as const;
  await setRegistry({ ctx: live, input: { key, registry: changed } });
  await seedDemo({ ...input, simulator: { ...input.simulator, vendorPort: 5903 } });
  const after = (await listRegistries({ ctx: live, input: {} })).data;
  expect(after).toMatchObject([{ key, enabled: false, unanswered: 'stop', secret_stored: true }]);
  expect(after[0]?.service).toEqual({ ...service, url: 'http://127.0.0.1:5903/v1/registry' });
});

test('a demo key that was revoked is replaced by another, which stays the same from then on', async () => {
  await services.database.sql`update api_key set revoked_at = now() where environment = 'live'`;
  const second = await seedDemo(input);
  expect(second.api_keys.live).not.toBe(first.api_keys.live);
  expect(second.api_keys.sandbox).toBe(first.api_keys.sandbox);
  expect((await seedDemo(input)).api_keys).toEqual(second.api_keys);
  expect(await services.keys.authenticate(second.api_keys.live, '127.0.0.1')).toMatchObject({ ok: true });
});
