import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { migrateDatabase } from './migrate.ts';

/** A database of one test file: migrated, empty, dropped by `drop`. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

const TEMPLATE = 'signalbox_test_template';

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

/** Makes a migrated, empty database on the test cluster; `clusterUrl` is the address the test run provides. */
export async function createTestDatabase(clusterUrl: string): Promise<TestDatabase> {
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
      await dropper.unsafe(`drop database if exists ${name} with (force)`);
      await dropper.end();
    },
  };
}
