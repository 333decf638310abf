import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OldDatabase, openDatabaseBefore } from './migration.case.ts';

let before: OldDatabase;
beforeAll(async () => {
  before = await openDatabaseBefore('senders');
});
afterAll(() => before.drop());

it('makes the senders that a country allowed registered ones, and lets a message name no others there', async () => {
  const { sql } = before;
  await sql`insert into workspace (id, name) values (gen_random_uuid(), 'One')`;
  const say = async (country: string, senders: object | null) => {
    const given = senders === null ? null : sql.json(senders as never);
    await sql`insert into region_config (workspace, country, enabled, senders) select number, ${country}, true, ${given} from workspace`;
  };
  await say('MX', { sms: { default: 'SHOP', allowed: ['SHOP', '28000', '+525512345678'] } });
  await say('BR', { sms: { default: 'LOJA', allowed: null } });
  await say('default', { sms: null, email: { default: null, allowed: ['"Shop" <Shop@Example.com>'] } });
  await say('GB', null);
  await before.goOn();
  expect([...(await sql`select country, key, kind, status from sender order by country, key`)]).toEqual([
    { country: 'MX', key: '+525512345678', kind: 'long_number', status: 'registered' },
    { country: 'MX', key: '28000', kind: 'short_code', status: 'registered' },
    { country: 'MX', key: 'SHOP', kind: 'alphanumeric', status: 'registered' },
    { country: 'default', key: 'shop@example.com', kind: 'mailbox', status: 'registered' },
  ]);
  const kept = await sql<{ country: string; senders: object }[]>`select country, senders from region_config`;
  expect(Object.fromEntries(kept.map(({ country, senders }) => [country, senders]))).toEqual({
    MX: { sms: { default: 'SHOP', registered_only: true } },
    BR: { sms: { default: 'LOJA', registered_only: false } },
    default: { sms: null, email: { default: null, registered_only: true } },
    GB: null,
  });
});
