import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { migrateDatabase } from './migrate.ts';
import { partitionDay } from './partitions.ts';

/** A database of one test file: migrated, empty, dropped by `drop`. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

// Named by what the migrations say, so that a server kept between runs never serves an old house.
const MIGRATIONS = fileURLToPath(new URL('../../../drizzle', import.meta.url));
const TEMPLATE = `signalbox_template_${fingerprintOf(MIGRATIONS)}_${partitionDay(Date.now())}`;

function fingerprintOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort())
    hash.update(readFileSync(join(folder, name)));
  return hash.digest('hex').slice(0, 12);
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.toString();
}

// The first test file of a run migrates a template; all others copy its files, which takes a tenth of a second.
async function ensureTemplate(admin: postgres.Sql, url: string): Promise<void> {
  await admin`select pg_advisory_lock(hashtext(${TEMPLATE}))`;
  try {
    const [found] = await admin`select 1 from pg_database where datname = ${TEMPLATE}`;
    if (found) return;
    const draft = `${TEMPLATE}_draft`;
    await admin.unsafe(`drop database if exists ${draft}`);
    await admin.unsafe(`create database ${draft}`);
    await migrateDatabase(withDatabase(url, draft), Date.now());
    await admin.unsafe(`alter database ${draft} rename to ${TEMPLATE}`);
  } finally {
    await admin`select pg_advisory_unlock(hashtext(${TEMPLATE}))`;
  }
}

/** Address of the PostgreSQL of this test run; its user may make databases and roles. */
export function testClusterUrl(): string {
  const url = process.env.SIGNALBOX_TEST_DATABASE_URL;
  if (!url) throw new Error('run database tests with: pnpm exec vitest run --project db');
  return url;
}

/**
 * Drops a database with whoever is still connected to it. WITH (FORCE) is refused to a user who is no superuser while autovacuum looks into
 * the database; a plain DROP ends autovacuum by itself and waits for the others to go.
 */
export async function dropDatabase(admin: postgres.Sql, name: string): Promise<void> {
  await admin`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and backend_type = 'client backend'`;
  await admin.unsafe(`drop database if exists ${name}`);
}

/** Makes a migrated, empty database on the test cluster. */
export async function createTestDatabase(clusterUrl = testClusterUrl()): Promise<TestDatabase> {
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => undefined });
  const name = `signalbox_test_${randomBytes(6).toString('hex')}`;
  try {
    await ensureTemplate(admin, clusterUrl);
    await admin.unsafe(`create database ${name} template ${TEMPLATE}`);
  } finally {
    await admin.end();
  }
  return {
    url: withDatabase(clusterUrl, name),
    async drop() {
      const dropper = postgres(clusterUrl, { max: 1, onnotice: () => undefined });
      await dropDatabase(dropper, name);
      await dropper.end();
    },
  };
}
