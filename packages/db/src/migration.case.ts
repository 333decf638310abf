import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { dropDatabase, testClusterUrl } from './testing.ts';

const FOLDER = fileURLToPath(new URL('../../../drizzle', import.meta.url));

/** A database that has come through the migrations before one of them: a test fills it, then lets the others come. */
export interface OldDatabase {
  url: string;
  sql: postgres.Sql;
  /** Runs the migration the database stands before, and all behind it. */
  goOn(): Promise<void>;
  drop(): Promise<void>;
}

/** Opens a database as it was before the migration of this name, such as `tenancy`. */
export async function openDatabaseBefore(migration: string): Promise<OldDatabase> {
  const name = `signalbox_test_${randomBytes(6).toString('hex')}`;
  const url = new URL(testClusterUrl());
  const admin = postgres(url.toString(), { max: 1, onnotice: () => undefined });
  await admin.unsafe(`create database ${name}`);
  url.pathname = `/${name}`;
  const sql = postgres(url.toString(), { max: 1, onnotice: () => undefined });
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const at = files.findIndex((file) => file.endsWith(`_${migration}.sql`));
  if (at < 0) throw new Error(`there is no migration ${migration}`);
  /** As drizzle does: statement by statement, in one transaction. */
  const run = (file: string) =>
    sql.begin(async (tx) => {
      for (const statement of readFileSync(join(FOLDER, file), 'utf8').split('--> statement-breakpoint'))
        await tx.unsafe(statement);
    });
  for (const file of files.slice(0, at)) await run(file);
  return {
    url: url.toString(),
    sql,
    async goOn() {
      for (const file of files.slice(at)) await run(file);
    },
    async drop() {
      await sql.end();
      await dropDatabase(admin, name);
      await admin.end();
    },
  };
}
