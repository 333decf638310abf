import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from './connection.ts';
import { type CapRequest, readCapCounters, releaseCaps, reserveCaps } from './repo/cap-counters.ts';
import { pruneCounters } from './repo/prune-counters.ts';
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
const HOUR_MS = WINDOW_SECONDS * 1000;
/** A cap over the last hour, or over the hour of the clock, as the domain would ask for it at an instant. */
const request = (
  subject: string,
  cap: { limit: number; isCalendar?: boolean; gapMs?: number | null },
  nowMs: number,
): CapRequest => ({
  ...{ rule: 'law/VN.cap', subject, limit: cap.limit, endsMs: nowMs + HOUR_MS },
  countsFromMs: cap.isCalendar === true ? Math.floor(nowMs / HOUR_MS) * HOUR_MS - 1 : nowMs - HOUR_MS,
  gapFromMs: cap.gapMs == null ? null : nowMs - cap.gapMs,
});

/** A step of two workers: some ask at the same time, some give back, time goes on. */
const step = fc.record({
  afterMs: fc.integer({ min: 0, max: HOUR_MS / 2 }),
  asks: fc.array(fc.record({ worker: fc.constantFrom(0, 1), givesBack: fc.boolean() }), { minLength: 1, maxLength: 5 }),
});
const cap = fc.record({
  limit: fc.integer({ min: 1, max: 3 }),
  isCalendar: fc.boolean(),
  gapMs: fc.option(fc.integer({ min: 1, max: HOUR_MS })),
});

test('no window of a cap ever holds more than it allows, and no two messages come too close, whoever counts at the same time, and whatever is given back', async () => {
  let serial = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), cap, async (steps, given) => {
      serial += 1;
      const subject = `person ${serial}`;
      let kept: number[] = [];
      let nowMs = Date.UTC(2026, 2, 1);
      for (const { afterMs, asks } of steps) {
        nowMs += afterMs;
        const at = nowMs;
        const asked = request(subject, given, at);
        const outcomes = await Promise.all(
          asks.map(async ({ worker, givesBack }) => {
            const { sql } = workers[worker as 0 | 1];
            const granted = (await reserveCaps(sql, owner(), [asked], at)).size === 1;
            return { granted, givesBack };
          }),
        );
        const granted = outcomes.filter((one) => one.granted);
        const isTooSoon = kept.some((ms) => asked.gapFromMs !== null && ms > asked.gapFromMs);
        const inWindow = kept.filter((ms) => ms > (asked.countsFromMs ?? 0)).length;
        const room = isTooSoon ? 0 : Math.min(given.limit - inWindow, given.gapMs === null ? given.limit : 1);
        // As many as there is room for, neither more nor fewer.
        expect(granted).toHaveLength(Math.min(asks.length, room));
        const back = granted.filter((one) => one.givesBack);
        await releaseCaps(
          workers[0].sql,
          owner(),
          back.map(() => ({ ...asked, atMs: at })),
        );
        kept = [...kept, ...granted.slice(back.length).map(() => at)];
        const [held] = await readCapCounters(workers[1].sql, owner(), [asked]);
        const counts = (ms: number) => ms > (asked.countsFromMs ?? 0);
        expect(held?.filter(counts)).toEqual(kept.filter(counts));
      }
      for (const [index, from] of kept.entries()) {
        const window = (ms: number) =>
          given.isCalendar
            ? Math.floor(ms / HOUR_MS) === Math.floor(from / HOUR_MS)
            : from <= ms && ms < from + HOUR_MS;
        expect(kept.filter(window).length).toBeLessThanOrEqual(given.limit);
        const next = kept[index + 1];
        if (given.gapMs !== null && next !== undefined) expect(next - from).toBeGreaterThanOrEqual(given.gapMs);
      }
    }),
    { numRuns: 40 },
  );
});

test('workers that count the same people by the same caps in any order never wait for each other for ever', async () => {
  const nowMs = Date.UTC(2026, 5, 1);
  const people = Array.from({ length: 40 }, (_, index) => request(`crossing ${index}`, { limit: 3 }, nowMs));
  const granted = await Promise.all(
    Array.from({ length: 6 }, (_, index) =>
      (workers[index % 2] as Database).sql.begin((tx) =>
        reserveCaps(tx, owner(), index % 2 === 0 ? people : people.toReversed(), nowMs),
      ),
    ),
  );
  expect(granted.reduce((sum, { size }) => sum + size, 0)).toBe(40 * 3);
});

test('what only uses a cap up is counted beyond its limit, and leaves no room for the rest', async () => {
  const { sql } = workers[0];
  const nowMs = Date.UTC(2026, 6, 1);
  const capped = request('tired', { limit: 2 }, nowMs);
  for (let n = 0; n < 3; n += 1)
    expect((await reserveCaps(sql, owner(), [{ ...capped, limit: null }], nowMs + n)).size).toBe(1);
  expect((await reserveCaps(sql, owner(), [request('tired', { limit: 2 }, nowMs + 3)], nowMs + 3)).size).toBe(0);
});

test('a claim that is lost with its transaction leaves nothing counted', async () => {
  const { sql } = workers[0];
  const nowMs = Date.UTC(2026, 7, 1);
  const asked = request('crashed', { limit: 1 }, nowMs);
  const crash = workers[1].sql.begin(async (tx) => {
    await reserveCaps(tx, owner(), [asked], nowMs);
    throw new Error('the worker died');
  });
  await expect(crash).rejects.toThrow('the worker died');
  expect((await reserveCaps(sql, owner(), [asked], nowMs)).size).toBe(1);
});

test('counters are apart by person, rule, workspace and environment, and go when their window has ended', async () => {
  const { sql } = workers[0];
  const nowMs = Date.now();
  const one = request('apart', { limit: 1 }, nowMs);
  const others = [
    { ...one, subject: 'another' },
    { ...one, rule: 'law/CN.identical' },
  ];
  expect((await reserveCaps(sql, owner(), [one, ...others], nowMs)).size).toBe(3);
  expect((await reserveCaps(sql, { ...owner(), environment: 'sandbox' }, [one], nowMs)).size).toBe(1);
  expect((await reserveCaps(sql, owner(), [one], nowMs)).size).toBe(0);
  await sql`update rolling_cap set ends_at = now() - interval '1 second' where subject = 'apart' and environment = 'live'`;
  await pruneCounters(sql, 1);
  const left = await sql`select rule, environment from rolling_cap where subject in ('apart', 'another') order by 1, 2`;
  expect(left.map(({ rule, environment }) => `${rule} ${environment}`)).toEqual([
    'law/VN.cap live',
    'law/VN.cap sandbox',
  ]);
});
