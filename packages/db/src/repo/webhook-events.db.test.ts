import { uuidFloor } from '@signalbox/contracts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../connection.ts';
import { createTestDatabase, type TestDatabase } from '../testing.ts';
import { insertWebhookEvents, type NewWebhookEvent, readWebhookEvents } from './webhook-events.ts';

let home: TestDatabase;
let database: Database;
beforeAll(async () => {
  home = await createTestDatabase();
  database = openDatabase({ url: home.url, maxConnections: 1, applicationName: 'test' });
});
afterAll(async () => {
  await database.close();
  await home.drop();
});

const nowMs = Date.now();
let made = 0;
function nextId(): string {
  made += 1;
  return uuidFloor(nowMs).slice(0, -6) + made.toString(16).padStart(6, '0');
}

const eventOf = (body: string): NewWebhookEvent => ({
  id: nextId(),
  workspace: 1,
  environment: 'live',
  type: 'message.sent',
  body,
});

// What PostgreSQL cannot hold is kept out by the schemas of what comes in.
const text = fc.string({ unit: 'binary' }).map((one) => one.replaceAll('\u0000', ''));
const data = fc.dictionary(
  fc.string({ unit: 'grapheme-ascii' }),
  fc.oneof(text, fc.integer(), fc.constant('\n"\\n\r')),
);

describe('events of webhooks', () => {
  it('are stored as they are signed, letter by letter, each with its own body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(data, { maxLength: 20 }), async (all) => {
        const events = all.map((one) => eventOf(JSON.stringify(one))).reverse();
        const fresh = await insertWebhookEvents(database.sql, events);
        expect(fresh).toEqual(new Set(events.map(({ id }) => id)));
        const stored = await readWebhookEvents(
          database.sql,
          events.map(({ id }) => id),
        );
        expect(new Map(stored.map(({ id, body }) => [id, body]))).toEqual(
          new Map(events.map(({ id, body }) => [id, body])),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('are fresh once: what was stored before is left as it was and not told', async () => {
    const events = ['{"a":1}', '{"a":2}', '{"a":3}'].map(eventOf);
    await insertWebhookEvents(database.sql, events.slice(0, 2));
    const changed = events.map((event) => ({ ...event, body: '{"a":9}' }));
    expect([...(await insertWebhookEvents(database.sql, changed))]).toEqual([events[2]?.id]);
    expect([...(await insertWebhookEvents(database.sql, changed))]).toEqual([]);
    const stored = await readWebhookEvents(
      database.sql,
      events.map(({ id }) => id),
    );
    expect(stored.map(({ body }) => body).sort()).toEqual(['{"a":1}', '{"a":2}', '{"a":9}']);
  });

  it('a body of several lines is refused with all beside it: the rows would not fit the ids', async () => {
    const events = ['{"a":1}', '{\n"a":2}'].map(eventOf);
    await expect(insertWebhookEvents(database.sql, events)).rejects.toThrow(/no partition/);
    expect(
      await readWebhookEvents(
        database.sql,
        events.map(({ id }) => id),
      ),
    ).toEqual([]);
  });
});
