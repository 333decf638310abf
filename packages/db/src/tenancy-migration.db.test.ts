import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dropDatabase, testClusterUrl } from './testing.ts';

const FOLDER = fileURLToPath(new URL('../../../drizzle', import.meta.url));
const name = `signalbox_test_${randomBytes(6).toString('hex')}`;
let admin: postgres.Sql;
let sql: postgres.Sql;

beforeAll(async () => {
  const url = new URL(testClusterUrl());
  admin = postgres(url.toString(), { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  url.pathname = `/${name}`;
  sql = postgres(url.toString(), { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await dropDatabase(admin, name);
  await admin.end();
});

/** Runs a migration as drizzle does: statement by statement, in one transaction. */
const run = (file: string) =>
  sql.begin(async (tx) => {
    for (const statement of readFileSync(join(FOLDER, file), 'utf8').split('--> statement-breakpoint')) {
      await tx.unsafe(statement);
    }
  });

it('makes each workspace of before an organisation of its own, with its people and its name, and keeps sessions open', async () => {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const tenancy = files.findIndex((file) => file.endsWith('_tenancy.sql'));
  for (const file of files.slice(0, tenancy)) await run(file);
  const ids = [randomUUID(), randomUUID()];
  for (const id of ids) await sql`insert into workspace (id, name) values (${id}, 'Shop')`;
  await sql`insert into "user" (id, name, email) values ('usr', 'Ana', 'ana@example.com')`;
  await sql`insert into session (id, token, user_id, expires_at) values ('ses', 'token', 'usr', now() + interval '1 day')`;
  for (const file of files.slice(tenancy)) await run(file);

  const rows = await sql<{ id: string; organisationId: string; organisation: string; zone: string }[]>`
    select w.id, o.id as "organisationId", o.name as organisation, w.time_zone as zone
    from workspace w join organisation o on o.number = w.organisation order by w.number`;
  expect(rows).toEqual(ids.map((id) => ({ id, organisationId: id, organisation: 'Shop', zone: 'UTC' })));
  expect(await sql`select active_workspace from session`).toEqual([{ active_workspace: null }]);
  expect(await sql`select count(*)::int as count from organisation`).toEqual([{ count: 2 }]);
});
