import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OldDatabase, openDatabaseBefore } from './migration.case.ts';

let before: OldDatabase;
beforeAll(async () => {
  before = await openDatabaseBefore('approvals');
});
afterAll(() => before.drop());

it('makes the one switch of a workspace the two kinds it stood for, and asks no more of anybody', async () => {
  const { sql } = before;
  await sql`insert into workspace (id, name, needs_second_person) values (gen_random_uuid(), 'Two', true), (gen_random_uuid(), 'One', false)`;
  await before.goOn();
  expect([...(await sql`select name, second_person_for::text[] as kinds from workspace order by name`)]).toEqual([
    { name: 'One', kinds: [] },
    { name: 'Two', kinds: ['templates', 'erasures'] },
  ]);
});
