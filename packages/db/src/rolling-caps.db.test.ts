import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './connection.ts';
import { pruneRolling, type RollingRequest, readRollingUsed, releaseRolling, reserveRolling } from './repo/law.ts';
import { createTestDatabase, type TestDatabase } from './testing.ts';

const WINDOW_SECONDS = 3600;
let database: TestDatabase;
/** Two workers. */
let workers: [Database, Database];
let workspace: number;

beforeAll(async () => {
  database = await createTestDatabase();
  const open = () => openDatabase({ url: database.url, applicationName: 'test', maxConnections: 4 });
  workers = [open(), open()];
  const [row] = await workers[0].sql<{ number: number }[]>`
    insert into workspace (id, name) values (${randomUUID()}, 'One') returning number`;
  workspace = row?.number ?? 0;
});
afterAll(async () => {
  for (const worker of workers) await worker.close();
  await database.drop();
});

const owner = () => ({ workspace, environment: 'live' as const });
const request = (subject: string, limit: number): RollingRequest => ({
  rule: 'law/VN.cap',
  subject,
  limit,
  windowSeconds: WINDOW_SECONDS,
});

/** A step of two workers: some ask at the same time, some give back, time goes on. */
const step = fc.record({
  afterMs: fc.integer({ min: 0, max: (WINDOW_SECONDS * 1000) / 2 }),
  asks: fc.array(fc.record({ worker: fc.constantFrom(0, 1), givesBack: fc.boolean() }), { minLength: 1, maxLength: 5 }),
});

test('no window of its length ever holds more than a rolling cap allows, whoever counts at the same time, and whatever is given back', async () => {
  let serial = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 3 }),
      async (steps, limit) => {
        serial += 1;
        const asked = request(`person ${serial}`, limit);
        const kept: number[] = [];
        let nowMs = Date.UTC(2026, 2, 1);
        for (const { afterMs, asks } of steps) {
          nowMs += afterMs;
          const at = nowMs;
          const outcomes = await Promise.all(
            asks.map(async ({ worker, givesBack }) => {
              const { sql } = workers[worker as 0 | 1];
              const granted = (await reserveRolling(sql, owner(), [asked], at)).size === 1;
              return { granted, givesBack };
            }),
          );
          const granted = outcomes.filter((one) => one.granted);
          const room = limit - kept.filter((ms) => ms > at - WINDOW_SECONDS * 1000).length;
          // As many as there is room for, neither more nor fewer.
          expect(granted).toHaveLength(Math.min(asks.length, room));
          const back = granted.filter((one) => one.givesBack);
          await releaseRolling(
            workers[0].sql,
            owner(),
            back.map(() => asked),
            at,
          );
          kept.push(...granted.slice(back.length).map(() => at));
          const [used] = await readRollingUsed(workers[1].sql, owner(), [asked], at);
          expect(used).toBe(kept.filter((ms) => ms > at - WINDOW_SECONDS * 1000).length);
        }
        for (const from of kept) {
          expect(kept.filter((ms) => from <= ms && ms < from + WINDOW_SECONDS * 1000).length).toBeLessThanOrEqual(
            limit,
          );
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('counters are apart by person, rule, workspace and environment, and go when their window has ended', async () => {
  const { sql } = workers[0];
  const nowMs = Date.now();
  const one = request('apart', 1);
  const others = [
    { ...one, subject: 'another' },
    { ...one, rule: 'law/CN.identical' },
  ];
  expect((await reserveRolling(sql, owner(), [one, ...others], nowMs)).size).toBe(3);
  expect((await reserveRolling(sql, { ...owner(), environment: 'sandbox' }, [one], nowMs)).size).toBe(1);
  expect((await reserveRolling(sql, owner(), [one], nowMs)).size).toBe(0);
  await sql`update rolling_cap set ends_at = now() - interval '1 second' where subject = 'apart' and environment = 'live'`;
  await pruneRolling(sql, 1);
  const left = await sql`select rule, environment from rolling_cap where subject in ('apart', 'another') order by 1, 2`;
  expect(left.map(({ rule, environment }) => `${rule} ${environment}`)).toEqual([
    'law/VN.cap live',
    'law/VN.cap sandbox',
  ]);
});
