import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment, RateLimitKind } from '@signalbox/contracts';
import { type Database, openDatabase, readConfig } from '@signalbox/db';
import { createTestDatabase, type TestDatabase } from '@signalbox/db/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConfigStore, openConfigStore } from '../config/config-store.ts';
import { type Caller, createFairUse, type FairUse } from './fair-use.ts';

const log = { info() {}, warn() {}, error() {} };
const world = { nowMs: Date.now, fillRandom() {} };

interface Process {
  database: Database;
  config: ConfigStore;
  fairUse: FairUse;
}

let home: TestDatabase;
const processes: Process[] = [];

async function openProcess(): Promise<Process> {
  const database = openDatabase({ url: home.url, maxConnections: 4, applicationName: 'fair-use' });
  const config = await openConfigStore(database, log);
  const opened = { database, config, fairUse: createFairUse(database, config, world, log) };
  processes.push(opened);
  return opened;
}

let one: Process;
let other: Process;

beforeAll(async () => {
  home = await createTestDatabase();
  one = await openProcess();
  other = await openProcess();
});

afterAll(async () => {
  for (const { config, database } of processes) {
    await config.close();
    await database.close();
  }
  await home.drop();
});

async function addCaller(environment: Environment = 'live'): Promise<Caller> {
  const { sql } = one.database;
  const id = randomUUID();
  const [workspace] = await sql<{ number: number }[]>`
    insert into workspace (id, name) values (${id}, 'shop') returning number`;
  const keyId = randomUUID();
  const [key] = await sql<{ number: number }[]>`
    insert into api_key (id, workspace, environment, name, prefix, secret_hash)
    values (${keyId}, ${workspace?.number ?? 0}, ${environment}, 'key', ${keyId.slice(0, 8)}, 'x') returning number`;
  return {
    workspace: { number: workspace?.number ?? 0, id, name: 'shop' },
    environment,
    actor: { kind: 'key', id: keyId, number: key?.number ?? 0, name: 'Test' },
  };
}

async function limit(
  { workspace, environment, actor }: Caller,
  kind: RateLimitKind,
  perSecond: number,
  burst: number,
  country: string | null = null,
): Promise<void> {
  const { sql } = one.database;
  await sql`insert into rate_limit (id, workspace, environment, kind, api_key, country, per_second, burst)
    values (${randomUUID()}, ${workspace.number}, ${environment}, ${kind},
      ${kind === 'key' && actor.kind === 'key' ? actor.number : null}, ${country}, ${perSecond}, ${burst})
    on conflict (workspace, environment, kind, coalesce(api_key, 0), coalesce(country, ''))
      do update set per_second = excluded.per_second, burst = excluded.burst`;
  const { version } = await sql.begin((tx) => readConfig(tx));
  for (const { config } of processes) {
    for (let tries = 0; config.current().version < version; tries += 1) {
      if (tries > 100) throw new Error('the limit is not known after a second');
      await sleep(10);
    }
  }
}

const passes = (call: Promise<unknown>): Promise<boolean> =>
  call.then(
    () => true,
    (error) => {
      if (error.code !== 'rate_limited') throw error;
      return false;
    },
  );
const count = (outcomes: readonly boolean[]): number => outcomes.filter(Boolean).length;
const send = ({ fairUse }: Process, caller: Caller, messages: number, country = '') =>
  fairUse.countMessages(caller, new Map([[country, messages]]));

test('two processes together let through no more than the limit, and no less than what is at once', async () => {
  const caller = await addCaller();
  await limit(caller, 'workspace', 50, 40);
  const startedAt = performance.now();
  const outcomes = await Promise.all(
    Array.from({ length: 300 }, (_, index) => passes((index % 2 ? one : other).fairUse.countCall(caller))),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  expect(count(outcomes)).toBeGreaterThanOrEqual(40);
  expect(count(outcomes)).toBeLessThanOrEqual(40 + Math.ceil(seconds * 50));
});

test('over time the average of the limit comes through, whichever process is asked', async () => {
  const caller = await addCaller();
  await limit(caller, 'key', 100, 10);
  let through = 0;
  const startedAt = performance.now();
  while (performance.now() - startedAt < 2000) {
    const asked = await Promise.all([one, other].map(({ fairUse }) => passes(fairUse.countCall(caller))));
    through += count(asked);
    await sleep(2);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  expect(through).toBeLessThanOrEqual(10 + Math.ceil(seconds * 100));
  // What one process leased and did not use in time is lost to the other.
  expect(through).toBeGreaterThan(seconds * 100 * 0.6);
});

test('a refusal names the limit and a wait after which the call passes', async () => {
  const caller = await addCaller();
  await limit(caller, 'key', 2, 1);
  await one.fairUse.countCall(caller);
  const refused = await one.fairUse.countCall(caller).catch((error) => error);
  expect(refused).toMatchObject({ code: 'rate_limited', retryAfterSeconds: 1 });
  expect(refused.detail).toBe('This API key is limited to 2 a second, 1 at once.');
  expect(() => one.fairUse.assertNotSpent(caller)).toThrow();
  await sleep(refused.retryAfterSeconds * 1000);
  one.fairUse.assertNotSpent(caller);
  expect(await passes(one.fairUse.countCall(caller))).toBe(true);
});

test('a batch larger than the bucket passes when it is full, and what follows waits for it', async () => {
  const caller = await addCaller();
  await limit(caller, 'workspace', 100, 50);
  expect(await passes(send(one, caller, 150))).toBe(true);
  expect(await passes(send(other, caller, 1))).toBe(false);
  expect(await passes(send(one, caller, 1))).toBe(false);
});

test('a country that has used up its own limit refuses its messages and no others, and they cost the workspace nothing', async () => {
  const caller = await addCaller();
  await limit(caller, 'workspace', 0.1, 100);
  await limit(caller, 'country', 0.1, 5, 'IN');
  await send(one, caller, 5, 'IN');
  const closed = await one.fairUse.countMessages(
    caller,
    new Map([
      ['IN', 30],
      ['MX', 10],
    ]),
  );
  expect([...closed.keys()]).toEqual(['IN']);
  expect(closed.get('IN')?.detail).toBe('Messages to IN are limited to 0.1 a second, 5 at once.');
  expect(one.fairUse.standingOf(caller)?.remaining).toBe(85);
});

test('nobody pays for a neighbour: other keys, workspaces and the sandbox have buckets of their own', async () => {
  const [caller, neighbour] = [await addCaller(), await addCaller()];
  await limit(caller, 'key', 0.1, 1);
  await limit(caller, 'workspace', 0.1, 2);
  await limit(neighbour, 'workspace', 0.1, 1);
  const colleague: Caller = { ...caller, actor: { kind: 'key', id: 'other', number: 0, name: 'Other' } };
  const sandbox: Caller = { ...caller, environment: 'sandbox' };
  expect(await passes(one.fairUse.countCall(caller))).toBe(true);
  expect(await passes(one.fairUse.countCall(caller))).toBe(false);
  expect(await passes(one.fairUse.countCall(colleague))).toBe(true);
  expect(await passes(one.fairUse.countCall(colleague))).toBe(false);
  expect(await passes(one.fairUse.countCall(sandbox))).toBe(true);
  expect(await passes(one.fairUse.countCall(neighbour))).toBe(true);
});

test('a standing tells the tightest limit, and nothing where nothing limits', async () => {
  const caller = await addCaller();
  expect(one.fairUse.standingOf(caller)).toBeUndefined();
  await limit(caller, 'workspace', 0.5, 100);
  await limit(caller, 'key', 0.5, 10);
  await send(one, caller, 4);
  expect(one.fairUse.standingOf(caller)).toEqual({ limit: 10, remaining: 6, resetSeconds: 8 });
});

test('a limit that is raised holds at once, and one that is lifted holds nobody', async () => {
  const caller = await addCaller();
  await limit(caller, 'workspace', 0.01, 1);
  expect(await passes(one.fairUse.countCall(caller))).toBe(true);
  expect(await passes(one.fairUse.countCall(caller))).toBe(false);
  await limit(caller, 'workspace', 1000, 100);
  await sleep(20);
  expect(await passes(one.fairUse.countCall(caller))).toBe(true);
});

test('a known empty bucket refuses from memory, and a lease spares most questions', async () => {
  const caller = await addCaller();
  await limit(caller, 'workspace', 10_000, 10_000);
  const { sql } = one.database;
  const versionOf = async () => {
    const [row] = await sql<{ xmin: string }[]>`
      select b.xmin::text as xmin from rate_bucket b join rate_limit l on l.number = b.rule where l.workspace = ${caller.workspace.number}`;
    return row?.xmin;
  };
  const seen = new Set<string | undefined>();
  for (let call = 0; call < 2000; call += 1) {
    await one.fairUse.countCall(caller);
    if (call % 20 === 0) seen.add(await versionOf());
  }
  expect(seen.size).toBeLessThan(40);
});

test('when the database cannot be asked calls pass', async () => {
  const caller = await addCaller();
  await limit(caller, 'workspace', 1, 1);
  const lost = openDatabase({ url: home.url, maxConnections: 1, applicationName: 'lost' });
  await lost.close();
  const fairUse = createFairUse(lost, one.config, world, log);
  expect(await passes(fairUse.countCall(caller))).toBe(true);
  expect(await passes(fairUse.countCall(caller))).toBe(true);
});
