import {
  type CreateKeyInput,
  encodeId,
  NAMED_SCOPES,
  roleMay,
  rolesThatMay,
  type Scope,
  scopesOf,
} from '@signalbox/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestContext, Services } from '../context.ts';
import { type Stage, setStage, until } from '../dispatch/testing.ts';
import { openServices } from '../open-services.ts';
import type { KeyVerdict } from './key-ring.ts';
import { createKey, listKeys, revokeKey, rotateKey } from './keys.ts';
import { hashKey, spellKey } from './spell-key.ts';

const HERE = '192.0.2.1';
const NO_RULES = { scopes: null, allowed_networks: null, expires_in_days: null };

let stage: Stage;
let neighbour: RequestContext;
/** The same installation in a second process. */
let second: Services;

beforeAll(async () => {
  stage = await setStage();
  const [other] = await stage.services.database.sql<RequestContext['workspace'][]>`
    insert into workspace (id, name) values (${stage.services.ids.next()}, 'Neighbour') returning number, id, name`;
  if (other === undefined) throw new Error('no neighbour');
  neighbour = { ...stage.ctx, workspace: other };
  second = await openServices({
    databaseUrl: stage.database.url,
    masterKey: 'ab'.repeat(32),
    role: 'api',
    consoleOrigins: [],
    world: stage.services.world,
    log: stage.services.log,
  });
});
afterAll(async () => {
  await second.close();
  await stage.end();
});

const make = (name: string, rules: Partial<CreateKeyInput> = {}, ctx = stage.ctx) =>
  createKey({ ctx, role: 'owner', input: { name, ...NO_RULES, ...rules } });
const judge = (secret: string, address = HERE, services = stage.services): Promise<KeyVerdict> =>
  services.keys.authenticate(secret, address);
const isGood = async (secret: string, services = stage.services): Promise<boolean> =>
  (await judge(secret, HERE, services)).ok;

describe('S-09: a key', () => {
  test('works at once, tells workspace and environment, and only its hash is stored', async () => {
    const { database } = stage.services;
    for (const environment of ['live', 'sandbox'] as const) {
      const { key, secret } = await make('Shop', {}, { ...stage.ctx, environment });
      // The pattern a scanner of leaked secrets looks for.
      expect(secret).toMatch(
        environment === 'live'
          ? /^sb_live_[0-9a-z]{8}_[0-9A-Za-z_-]{43}[0-9A-Za-z]{6}$/
          : /^sb_test_[0-9a-z]{8}_[0-9A-Za-z_-]{43}[0-9A-Za-z]{6}$/,
      );
      expect(await judge(secret)).toMatchObject({
        ok: true,
        identity: { environment, workspace: { id: stage.ctx.workspace.id }, actor: { kind: 'key' } },
        scopes: new Set(scopesOf(null)),
      });
      expect(key).toMatchObject({ environment, state: 'active', revoked_at: null, prefix: secret.slice(8, 16) });
      const rows = await database.sql`select * from api_key`;
      expect(JSON.stringify(rows)).not.toContain(secret.slice(17, 60));
    }
    const list = await listKeys({ ctx: stage.ctx, input: {} });
    expect(list.map((key) => key.environment)).toEqual(['sandbox', 'live']);
    expect(JSON.stringify(list)).not.toMatch(/[0-9A-Za-z_-]{43}/);
  });

  test('with a typing mistake is told from an unknown one, and only the unknown one is looked up', async () => {
    const { secret } = await make('Near');
    const unknown = spellKey('live', new Uint8Array(37).fill(7)).secret;
    const { sql } = stage.services.database;
    const mistakes = Array.from({ length: 60 - 17 }, (_, index) => {
      const at = 17 + index;
      return secret.slice(0, at) + (secret[at] === 'A' ? 'B' : 'A') + secret.slice(at + 1);
    });
    for (const text of [...mistakes, secret.replace('sb_live', 'sb_test')]) {
      expect(await judge(text)).toEqual({ ok: false, why: 'mistyped' });
    }
    for (const text of [unknown, secret.slice(0, -1), `${secret}x`, '', 'sb_live_wrong']) {
      expect(await judge(text)).toEqual({ ok: false, why: 'unknown' });
    }
    await sql.begin(async (tx) => {
      // Whoever looked into the table now would wait for this lock.
      await tx`lock table api_key in access exclusive mode`;
      expect(await judge(mistakes[0] ?? '', '203.0.113.1')).toEqual({ ok: false, why: 'mistyped' });
    });
  });

  test('of the first kind, without a checksum, stays valid', async () => {
    const old = spellKey('live', new Uint8Array(37).fill(9));
    const secret = old.secret.slice(0, -6);
    await stage.services.database.sql`
      insert into api_key (id, workspace, environment, name, prefix, secret_hash)
      values (${stage.services.ids.next()}, ${stage.ctx.workspace.number}, 'live', 'old', ${old.prefix}, ${hashKey(secret)})`;
    await until('the old key works', () => isGood(secret));
  });

  test('carries its scopes', async () => {
    const scopes: Scope[] = ['messages:send', 'messages:read'];
    const { secret } = await createKey({
      ctx: stage.ctx,
      role: 'owner',
      input: { ...NO_RULES, name: 'Narrow', scopes },
    });
    const verdict = await judge(secret);
    expect(verdict.ok && verdict.scopes).toEqual(new Set(scopes));
  });

  test('gives out or erases what is held of people only where it names it, and only who may do so learns the secret of such a key', async () => {
    const plain = await judge((await make('Plain')).secret);
    for (const scope of NAMED_SCOPES) {
      expect(plain.ok && plain.scopes.has(scope)).toBe(false);
      const input = { ...NO_RULES, name: 'Rights', scopes: [scope] };
      await expect(createKey({ ctx: stage.ctx, role: 'engineer', input })).rejects.toMatchObject({
        code: 'forbidden',
        detail: expect.stringContaining(scope),
      });
      const { key, secret } = await createKey({ ctx: stage.ctx, role: 'owner', input });
      const named = await judge(secret);
      expect(named.ok && [...named.scopes]).toEqual([scope]);
      const rotation = { id: key.id, overlap_hours: 0 };
      await expect(rotateKey({ ctx: stage.ctx, role: 'engineer', input: rotation })).rejects.toMatchObject({
        code: 'forbidden',
      });
      expect(await isGood(secret)).toBe(true);
    }
  });

  test('without scopes does nothing that a maker of keys may not', () => {
    for (const role of rolesThatMay('keys:write')) {
      expect(scopesOf(null).filter((scope) => !roleMay(role, scope))).toEqual([]);
    }
  });

  test('that has expired is refused, also while it is remembered, and cannot be rotated', async () => {
    const { key, secret } = await make('Brief', { expires_in_days: 1 });
    expect(await isGood(secret)).toBe(true);
    await stage.services.database
      .sql`update api_key set expires_at = now() + interval '300 milliseconds' where prefix = ${key.prefix}`;
    await until('the key has expired', async () => !(await isGood(secret)));
    expect(await judge(secret)).toEqual({ ok: false, why: 'expired' });
    const [listed] = (await listKeys({ ctx: stage.ctx, input: {} })).filter((one) => one.id === key.id);
    expect(listed?.state).toBe('expired');
    await expect(
      rotateKey({ ctx: stage.ctx, role: 'owner', input: { id: key.id, overlap_hours: 1 } }),
    ).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  test('of a neighbour is neither seen, rotated nor revoked', async () => {
    const { key, secret } = await make('Ours');
    expect(await listKeys({ ctx: neighbour, input: {} })).toEqual([]);
    const unknown = encodeId('apiKey', stage.services.ids.next());
    for (const [ctx, id] of [
      [neighbour, key.id],
      [stage.ctx, unknown],
    ] as const) {
      await expect(revokeKey({ ctx, input: { id } })).rejects.toMatchObject({ code: 'not_found' });
      await expect(rotateKey({ ctx, role: 'owner', input: { id, overlap_hours: 0 } })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    expect(await isGood(secret)).toBe(true);
  });
});

describe('S-09: rotation', () => {
  test('gives the same key a new secret, and the old one works until the overlap ends', async () => {
    const { key, secret } = await make('Rotating');
    const rotated = await rotateKey({ ctx: stage.ctx, role: 'owner', input: { id: key.id, overlap_hours: 24 } });
    expect(rotated.key).toMatchObject({ id: key.id, prefix: key.prefix, state: 'active' });
    const overlapMs = Date.parse(rotated.key.previous_until ?? '') - Date.now();
    expect(overlapMs / 3_600_000).toBeCloseTo(24, 1);
    for (const process of [stage.services, second]) {
      await until('both secrets work', async () => (await isGood(secret, process)) && isGood(rotated.secret, process));
    }
    await stage.services.database
      .sql`update api_key set previous_until = now() + interval '300 milliseconds' where prefix = ${key.prefix}`;
    await until('the old secret has ended', async () => !(await isGood(secret)));
    expect(await isGood(rotated.secret)).toBe(true);
  });

  test('without an overlap, and a second rotation, end the older secret at once', async () => {
    const { key, secret } = await make('Leaked');
    const second = await rotateKey({ ctx: stage.ctx, role: 'owner', input: { id: key.id, overlap_hours: 24 } });
    const third = await rotateKey({ ctx: stage.ctx, role: 'owner', input: { id: key.id, overlap_hours: 0 } });
    await until('only the newest works', async () => !(await isGood(secret)) && !(await isGood(second.secret)));
    expect(await isGood(third.secret)).toBe(true);
  });
});

describe('S-10: a key with an allow-list', () => {
  test('works from its networks only, in any spelling of the address', async () => {
    const { key, secret } = await make('Fenced', {
      allowed_networks: ['203.0.113.0/24', '2001:DB8:0:0::/48', '203.0.113.0/24'],
    });
    expect(key.allowed_networks).toEqual(['203.0.113.0/24', '2001:db8::/48']);
    for (const inside of ['203.0.113.9', '::ffff:203.0.113.9', '2001:db8:0:9::1']) {
      expect((await judge(secret, inside)).ok).toBe(true);
    }
    for (const outside of ['203.0.114.9', '2001:db9::1', '::ffff:198.51.100.1', 'unknown', '']) {
      expect(await judge(secret, outside)).toEqual({ ok: false, why: 'elsewhere' });
    }
  });

  test('names each entry that is no network', async () => {
    const networks = ['203.0.113.0/24', '203.0.113.7/24', 'example.com'];
    await expect(make('Wrong', { allowed_networks: networks })).rejects.toMatchObject({
      code: 'request_invalid',
      fields: [{ path: 'allowed_networks.1' }, { path: 'allowed_networks.2' }],
    });
  });
});

describe('R-11: a revoked key', () => {
  test('is dead within one second on every process, in the middle of a burst', async () => {
    const { key, secret } = await make('Leaked');
    const bursts = [stage.services, second].map((process) => {
      const seen: { ok: boolean; at: number }[] = [];
      let running = true;
      const run = async (): Promise<void> => {
        while (running) {
          const at = performance.now();
          seen.push({ ok: await isGood(secret, process), at });
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      };
      const done = run();
      const end = (): Promise<void> => {
        running = false;
        return done;
      };
      return { seen, end };
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const revoked = await revokeKey({ ctx: stage.ctx, input: { id: key.id } });
    const committedBy = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 1200));
    for (const burst of bursts) {
      await burst.end();
      expect(burst.seen.some((one) => one.ok)).toBe(true);
      const lastAccepted = Math.max(...burst.seen.filter((one) => one.ok).map((one) => one.at));
      expect(lastAccepted - committedBy).toBeLessThan(1000);
      expect(burst.seen.at(-1)?.ok).toBe(false);
    }
    expect(revoked.state).toBe('revoked');
    expect(await revokeKey({ ctx: stage.ctx, input: { id: key.id } })).toEqual(revoked);
  });

  test('is not remembered by a look-up that began before the revocation', async () => {
    const { key, secret } = await make('Raced');
    const { sql } = stage.services.database;
    for (let round = 0; round < 20; round += 1) {
      await sql`update api_key set revoked_at = null where prefix = ${key.prefix}`;
      const looking = Promise.all([isGood(secret), isGood(secret, second)]);
      await sql`update api_key set revoked_at = now() where prefix = ${key.prefix}`;
      await looking;
      for (const process of [stage.services, second]) {
        await until('the key is refused', async () => !(await isGood(secret, process)));
      }
    }
  });
});

test('a key that is remembered is judged without the database and in less than a tenth of a millisecond', async () => {
  const { secret } = await make('Busy', { allowed_networks: ['192.0.2.0/24', '2001:db8::/32'] });
  // The news of the new key empties the memory once more.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await isGood(secret)).toBe(true);
  await stage.services.database.sql.begin(async (tx) => {
    // Whoever looked into the table now would wait for this lock.
    await tx`lock table api_key in access exclusive mode`;
    const rounds: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const startedMs = performance.now();
      for (let call = 0; call < 500; call += 1) await judge(secret);
      rounds.push((performance.now() - startedMs) / 500);
    }
    const median = rounds.sort((a, b) => a - b)[10] ?? 1;
    expect(median).toBeLessThan(0.1);
  });
});
