import { uuidFloor } from '@signalbox/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OldDatabase, openDatabaseBefore } from './migration.case.ts';

let before: OldDatabase;
beforeAll(async () => {
  before = await openDatabaseBefore('inbound');
});
afterAll(() => before.drop());

it('carries over replies of any age, each into the partition of its day, as texts that nothing is done about any more', async () => {
  const { sql } = before;
  await sql`insert into workspace (id, name) values (gen_random_uuid(), 'One')`;
  const ids = ['2026-02-02T23:59:59.999Z', '2026-02-03T00:00:00Z', '2024-02-29T12:00:00Z'].map((at) =>
    uuidFloor(Date.parse(at)),
  );
  for (const id of ids) {
    await sql`
      insert into reply (id, workspace, provider, from_address, to_address, body, raw)
      select ${id}, number, 1, '+12025550100', '12345', 'STOP', 'STOP' from workspace`;
  }
  await before.goOn();
  const rows = await sql`
    select id, tableoid::regclass::text as part, environment, body, outcome from inbound_message order by id`;
  expect(rows.map(({ id, part }) => [id, part])).toEqual([
    [ids[2], 'inbound_message_20240229'],
    [ids[0], 'inbound_message_20260202'],
    [ids[1], 'inbound_message_20260203'],
  ]);
  expect(rows[0]).toMatchObject({ environment: 'live', body: 'STOP', outcome: 'read' });
});
