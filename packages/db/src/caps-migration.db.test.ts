import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from './connection.ts';
import { type OldDatabase, openDatabaseBefore } from './migration.case.ts';
import { reserveCaps } from './repo/cap-counters.ts';
import { readEnabledCaps } from './repo/caps.ts';

let before: OldDatabase;
beforeAll(async () => {
  before = await openDatabaseBefore('caps');
});
afterAll(() => before.drop());

const DAY_SECONDS = 86_400;

it('keeps the caps there were, and lets nobody have more of what is counted by now', async () => {
  const id = randomUUID();
  const [place] = await before.sql<{ workspace: number; rule: number; country: number }[]>`
    with home as (insert into workspace (id, name) values (${randomUUID()}, 'Old') returning number),
      cap as (insert into cap_rule (id, workspace, environment, channel, classes, "limit", window_seconds)
        select ${id}, number, 'live', 'sms', '{marketing}', 2, ${DAY_SECONDS} from home returning number),
      region as (insert into region_config (workspace, country, enabled, marketing_per_day)
        select number, 'GB', true, 1 from home returning number)
    select home.number as workspace, cap.number as rule, region.number as country from home, cap, region`;
  const { workspace = 0, rule = 0, country = 0 } = place ?? {};
  const count = (number: number, address: string, used: number, startsAt: string) => before.sql`
    insert into cap_counter (rule, address, window_start, used) values (${number}, ${address}, now() - ${startsAt}::interval, ${used})`;
  await count(rule, 'full', 2, '1 hour');
  await count(rule, 'half', 1, '1 hour');
  await count(rule, 'long ago', 2, '2 days');
  await count(-country, 'full', 1, '1 hour');
  await before.goOn();
  const { sql, close } = openDatabase({ url: before.url, maxConnections: 1, applicationName: 'test' });
  try {
    expect(await readEnabledCaps(sql)).toMatchObject([
      {
        ...{ id, workspace, environment: 'live', channels: ['sms'], classes: ['marketing'], alsoCounts: [], limit: 2 },
        ...{ windowSeconds: DAY_SECONDS, calendar: null, minGapSeconds: null, kept: 0, overLimit: 'drop', version: 1 },
      },
    ]);
    const nowMs = Date.now() + 1000;
    const takes = async (name: string, subject: string, limit: number): Promise<boolean> => {
      const window = { countsFromMs: nowMs - DAY_SECONDS * 1000, gapFromMs: null, endsMs: nowMs + DAY_SECONDS * 1000 };
      const asked = { rule: name, subject, limit, ...window };
      return (await reserveCaps(sql, { workspace, environment: 'live' }, [asked], nowMs)).size === 1;
    };
    expect(await takes(`cap/${id}`, 'full', 2)).toBe(false);
    expect(await takes('country/GB', 'full', 1)).toBe(false);
    expect([await takes(`cap/${id}`, 'half', 2), await takes(`cap/${id}`, 'half', 2)]).toEqual([true, false]);
    expect(await takes(`cap/${id}`, 'long ago', 2)).toBe(true);
  } finally {
    await close();
  }
});
