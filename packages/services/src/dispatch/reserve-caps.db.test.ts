import type { PolicyFacts } from '@signalbox/contracts';
import { type Database, type LoadedMessage, openDatabase, readCapCounters } from '@signalbox/db';
import { createTestDatabase, type TestDatabase } from '@signalbox/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CapBook, CapWish } from '../config/cap-book.ts';
import { giveBackUntaken, reserveAll } from './reserve-caps.ts';
import { until } from './testing.ts';

let place: TestDatabase;
let database: Database;
beforeAll(async () => {
  place = await createTestDatabase();
  database = openDatabase({ url: place.url, applicationName: 'test', maxConnections: 5 });
});
afterAll(async () => {
  await database.close();
  await place.drop();
});

const nowMs = Date.UTC(2026, 5, 1);
const question = { workspace: 1, environment: 'live' as const, nowMs };

/** A message of a person that each of these caps counts. */
const messageTo = (address: string, ...rules: string[]) =>
  ({
    id: `${address} ${rules.join()}`,
    environment: 'live',
    address,
    body: '',
    metadata: { rules: rules.join() },
  }) as never as LoadedMessage;

/** Caps that count what a message names, and are full after nine. */
const book: CapBook = {
  text: 'scripted',
  wishesOf: ({ address, metadata }) =>
    (metadata?.rules ?? '').split(',').map((rule): CapWish => {
      const window = { countsFromMs: nowMs - 1000, endsMs: nowMs + 1000, gapFromMs: null, zone: null, zoneOf: null };
      const shape = { limit: 9, windowSeconds: 1, gapSeconds: null, calendar: null };
      const request = {
        rule,
        subject: address,
        limit: 9,
        countsFromMs: nowMs - 1000,
        gapFromMs: null,
        endsMs: nowMs + 1000,
      };
      const counter = { of: 'person', because: 'limit', shape, window, request };
      return { cap: { ...shape, ruleId: rule }, window, counters: [counter] } as never as CapWish;
    }),
};

/** Facts by which nothing but caps can stop a message. */
const factsOf = (messages: readonly LoadedMessage[]) =>
  new Map(
    messages.map(({ id }): [string, PolicyFacts] => [
      id,
      {
        ...{ class: 'transactional', channel: 'sms', nowMs, expiresAtMs: nowMs + 60_000, consent: null, geo: null },
        ...{
          suppression: null,
          sender: null,
          template: null,
          screening: null,
          reach: null,
          registries: [],
          hours: null,
        },
        ...{ cap: null, fraud: null, spend: null, dlt: null },
      },
    ]),
  );

const reserve = (messages: readonly LoadedMessage[], returning: Parameters<typeof giveBackUntaken>[1] = []) =>
  database.sql.begin(async (tx) => {
    const reserved = await reserveAll(tx, book, question, messages, factsOf(messages), returning);
    await giveBackUntaken(tx, returning);
    return [...reserved.counters.keys()];
  });

const waitingForLocks = async (count: number) => {
  const [row] = await database.sql<{ waiting: number }[]>`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.waiting === count;
};

/** Runs `one` until it waits at a counter that somebody holds, `other` until it waits too, and lets both go on. */
async function cross<T>(held: string, address: string, one: () => Promise<T>, other: () => Promise<T>): Promise<T[]> {
  const gate = Promise.withResolvers<void>();
  const isHeld = Promise.withResolvers<void>();
  const holder = database.sql.begin(async (tx) => {
    await reserveAll(tx, book, question, [messageTo(address, held)], factsOf([messageTo(address, held)]));
    isHeld.resolve();
    await gate.promise;
  });
  await isHeld.promise;
  const both = [one()];
  await until('the first waits', () => waitingForLocks(1));
  both.push(other());
  await until('both wait', () => waitingForLocks(2));
  gate.resolve();
  await holder;
  return Promise.all(both);
}

const usedOf = async (address: string, ...rules: string[]) =>
  (
    await readCapCounters(
      database.sql,
      question,
      rules.map((rule) => ({ rule, subject: address })),
    )
  ).map(({ length }) => length);

it('counts batches with several messages to one person under different caps beside each other, in one order of locks', async () => {
  const address = '+525512340001';
  // Counted by rounds: the first holds b and waits for c, which another has; the second wants a and b.
  const early = messageTo(address, 'b', 'c');
  const late = messageTo(address, 'a', 'b');
  const counted = await cross(
    'c',
    address,
    () => reserve([early, late]),
    () => reserve([messageTo(address, 'a', 'b')]),
  );
  expect(counted.map(({ length }) => length)).toEqual([2, 1]);
  expect(await usedOf(address, 'a', 'b', 'c')).toEqual([2, 3, 2]);
});

it('holds what may be given back from the beginning, in the same order', async () => {
  const address = '+525512340002';
  const earlier = messageTo(address, 'a');
  await reserve([earlier]);
  const counted = { cap: { counted: [{ rule: 'a', of: 'person' }] }, nowMs };
  const untaken = { workspace: question.workspace, message: earlier, facts: counted };
  await cross(
    'c',
    address,
    () => reserve([messageTo(address, 'b', 'c')], [untaken]),
    () => reserve([messageTo(address, 'a', 'b')]),
  );
  expect(await usedOf(address, 'a', 'b', 'c')).toEqual([1, 2, 2]);
});
