import { uuidFloor } from '@signalbox/contracts';
import type { Sql } from './connection.ts';

const DAY_MS = 86_400_000;

// A day's table only ever grows, and alike: looked at each time it grew by a tenth, as PostgreSQL would, it costs a tenth of all its work.
const GROWING = `autovacuum_analyze_threshold = 50000, autovacuum_analyze_scale_factor = 0.5,
  autovacuum_vacuum_insert_threshold = 200000, autovacuum_vacuum_insert_scale_factor = 0.5`;

/** The tables that hold one partition a day, by the time inside their key. */
export const PARTITIONED_TABLES = [
  'message',
  'message_group',
  'attempt',
  'event',
  'part_ref',
  'receipt',
  'inbound_message',
  'otp_verification',
  'webhook_event',
  'webhook_packet',
  'webhook_outcome',
  'api_request',
] as const;

/** Day of an instant as it stands in a partition's name, such as `20261123` (UTC). */
export function partitionDay(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10).replaceAll('-', '');
}

/**
 * Makes the daily partitions from yesterday to `daysAhead` days from now; those that exist are left alone.
 * Safe to run from several processes at once: an advisory lock lets one work at a time.
 */
export async function makePartitions(sql: Sql, nowMs: number, daysAhead: number): Promise<void> {
  const statements: string[] = [];
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  for (let day = today - DAY_MS; day <= today + daysAhead * DAY_MS; day += DAY_MS) {
    for (const table of PARTITIONED_TABLES) {
      statements.push(
        `create table if not exists ${table}_${partitionDay(day)} partition of ${table}
           for values from ('${uuidFloor(day)}') to ('${uuidFloor(day + DAY_MS)}') with (${GROWING})`,
      );
    }
  }
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('signalbox.partitions'))`;
    await tx`set local lock_timeout = '5s'`;
    await tx.unsafe(`set local client_min_messages = warning; ${statements.join(';')}`);
  });
}

/**
 * Drops every daily partition of the tables, all unless told, older than `keepDays` days and tells their names. Messages of that age
 * are gone with their history.
 */
export async function dropPartitions(
  sql: Sql,
  nowMs: number,
  keepDays: number,
  tables: readonly (typeof PARTITIONED_TABLES)[number][] = PARTITIONED_TABLES,
): Promise<string[]> {
  const oldest = partitionDay(nowMs - keepDays * DAY_MS);
  const rows = await sql<{ name: string }[]>`
    select child.relname as name
    from pg_inherits
    join pg_class child on child.oid = inhrelid
    join pg_class parent on parent.oid = inhparent
    where parent.relname = any(${[...tables]}::text[])
      and right(child.relname, 8) ~ '^[0-9]{8}$' and right(child.relname, 8) < ${oldest}`;
  for (const { name } of rows) {
    // One short transaction a partition: a sender waits for the lock of one drop, never for all of them.
    await sql.begin(async (tx) => {
      await tx`set local lock_timeout = '5s'`;
      await tx.unsafe(`drop table ${name}`);
    });
  }
  return rows.map((row) => row.name);
}
