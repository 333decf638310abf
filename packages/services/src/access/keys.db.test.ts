import { encodeId } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestContext } from '../context.ts';
import { type Stage, setStage, until } from '../dispatch/testing.ts';
import { openServices } from '../open-services.ts';
import { createKey, listKeys, revokeKey } from './keys.ts';

let stage: Stage;
let neighbour: RequestContext;

beforeAll(async () => {
  stage = await setStage();
  const [other] = await stage.services.database.sql<RequestContext['workspace'][]>`
    insert into workspace (id, name) values (${stage.services.ids.next()}, 'Neighbour') returning number, id, name`;
  if (other === undefined) throw new Error('no neighbour');
  neighbour = { ...stage.ctx, workspace: other };
});
afterAll(() => stage.end());

test('a new key works at once, tells workspace and environment, and only its hash is stored', async () => {
  const { keys, database } = stage.services;
  for (const environment of ['live', 'sandbox'] as const) {
    const { key, secret } = await createKey({ ctx: { ...stage.ctx, environment }, input: { name: 'Shop' } });
    expect(secret).toMatch(environment === 'live' ? /^sb_live_/ : /^sb_test_/);
    const identity = await keys.authenticate(secret);
    expect(identity).toMatchObject({ environment, workspace: { id: stage.ctx.workspace.id }, actor: { kind: 'key' } });
    expect(key).toMatchObject({ environment, revoked_at: null, prefix: secret.slice(8, 16) });
    const rows = await database.sql`select * from api_key`;
    expect(JSON.stringify(rows)).not.toContain(secret.slice(17));
  }
  const list = await listKeys({ ctx: stage.ctx, input: {} });
  expect(list.map((key) => key.environment)).toEqual(['sandbox', 'live']);
});

test('a revoked key is refused by every process within a moment, though each had it in memory', async () => {
  const { services, ctx } = stage;
  const second = await openServices({
    databaseUrl: stage.database.url,
    masterKey: 'ab'.repeat(32),
    role: 'api',
    consoleOrigins: [],
    world: services.world,
    log: services.log,
  });
  try {
    const { key, secret } = await createKey({ ctx, input: { name: 'Leaked' } });
    for (const process of [services, second]) expect(await process.keys.authenticate(secret)).toBeDefined();
    const revoked = await revokeKey({ ctx, input: { id: key.id } });
    expect(revoked.revoked_at).not.toBeNull();
    for (const process of [services, second]) {
      await until('the key is refused', async () => (await process.keys.authenticate(secret)) === undefined);
    }
    expect(await revokeKey({ ctx, input: { id: key.id } })).toEqual(revoked);
  } finally {
    await second.close();
  }
});

test('a neighbour neither sees nor revokes our keys', async () => {
  const { key, secret } = await createKey({ ctx: stage.ctx, input: { name: 'Ours' } });
  expect(await listKeys({ ctx: neighbour, input: {} })).toEqual([]);
  await expect(revokeKey({ ctx: neighbour, input: { id: key.id } })).rejects.toMatchObject({ code: 'not_found' });
  const unknown = encodeId('apiKey', stage.services.ids.next());
  await expect(revokeKey({ ctx: stage.ctx, input: { id: unknown } })).rejects.toMatchObject({ code: 'not_found' });
  expect(await stage.services.keys.authenticate(secret)).toBeDefined();
});

test('a text that is nearly a key is nobody', async () => {
  const { secret } = await createKey({ ctx: stage.ctx, input: { name: 'Near' } });
  const flipped = secret.slice(0, -1) + (secret.endsWith('A') ? 'B' : 'A');
  for (const text of [
    flipped,
    secret.replace('sb_live', 'sb_test'),
    secret.slice(0, -1),
    `${secret}x`,
    '',
    'sb_live_wrong',
  ]) {
    expect(await stage.services.keys.authenticate(text)).toBeUndefined();
  }
});
