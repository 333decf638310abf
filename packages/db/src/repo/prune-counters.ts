import type { SqlRunner } from '../connection.ts';

/** The counters of windows, of rates and of caps, each with the column that says when its window has ended. */
const WINDOWS = [
  ['rate_counter', 'window_end'],
  ['rolling_cap', 'ends_at'],
] as const;

/** Forgets the counters whose window has ended, in steps that hold locks briefly; returns how many went. */
export async function pruneCounters(sql: SqlRunner, batchSize: number): Promise<number> {
  let removed = 0;
  for (const [table, ends] of WINDOWS) {
    for (let gone = batchSize; gone === batchSize; removed += gone) {
      const result = await sql`
        delete from ${sql(table)} where ctid = any(array(
          select ctid from ${sql(table)} where ${sql(ends)} < now() limit ${batchSize}))`;
      gone = result.count;
    }
  }
  return removed;
}
