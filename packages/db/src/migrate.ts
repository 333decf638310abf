import { fileURLToPath } from 'node:url';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { openDatabase } from './connection.ts';
import { makePartitions } from './partitions.ts';
import { openQueue } from './queue.ts';

const FOLDER = fileURLToPath(new URL('../../../drizzle', import.meta.url));
const PARTITION_DAYS_AHEAD = 7;

/** Brings a database up to date: our tables, the queue's, and the partitions of the coming week. Repeating it changes nothing. */
export async function migrateDatabase(url: string, nowMs: number): Promise<void> {
  const database = openDatabase({ url, maxConnections: 1, applicationName: 'signalbox-migrate' });
  try {
    // Two starters at once: the second waits, then finds nothing to do.
    const lock = await database.sql.reserve();
    try {
      await lock`select pg_advisory_lock(hashtext('signalbox.migrate'))`;
      await migrate(database.orm, { migrationsFolder: FOLDER });
      const queue = await openQueue({
        url,
        role: 'migrate',
        applicationName: 'signalbox-migrate',
        onError: () => undefined,
      });
      await queue.stop(0);
      await lock`select pg_advisory_unlock(hashtext('signalbox.migrate'))`;
    } finally {
      lock.release();
    }
    await makePartitions(database.sql, nowMs, PARTITION_DAYS_AHEAD);
  } finally {
    await database.close();
  }
}
