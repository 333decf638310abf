import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OldDatabase, openDatabaseBefore } from './migration.case.ts';

let before: OldDatabase;
beforeAll(async () => {
  before = await openDatabaseBefore('tenancy');
});
afterAll(() => before.drop());

it('makes each workspace of before an organisation of its own, with its people and its name, and keeps sessions open', async () => {
  const { sql } = before;
  const ids = [randomUUID(), randomUUID()];
  for (const id of ids) await sql`insert into workspace (id, name) values (${id}, 'Shop')`;
  await sql`insert into "user" (id, name, email) values ('usr', 'Ana', 'ana@example.com')`;
  await sql`insert into session (id, token, user_id, expires_at) values ('ses', 'token', 'usr', now() + interval '1 day')`;
  await before.goOn();

  const rows = await sql<{ id: string; organisationId: string; organisation: string; zone: string }[]>`
    select w.id, o.id as "organisationId", o.name as organisation, w.time_zone as zone
    from workspace w join organisation o on o.number = w.organisation order by w.number`;
  expect(rows).toEqual(ids.map((id) => ({ id, organisationId: id, organisation: 'Shop', zone: 'UTC' })));
  expect(await sql`select active_workspace from session`).toEqual([{ active_workspace: null }]);
  expect(await sql`select count(*)::int as count from organisation`).toEqual([{ count: 2 }]);
});
