import type { SqlRunner } from '../connection.ts';

/** What one process at a time does for all. */
export type Duty = 'learner' | 'success model' | 'backlog meter';

/** True for one caller at a time, until its transaction ends. */
export async function takeTurn(tx: SqlRunner, duty: Duty): Promise<boolean> {
  const [row] = await tx<
    { taken: boolean }[]
  >`select pg_try_advisory_xact_lock(hashtextextended(${`signalbox ${duty}`}, 0)) as taken`;
  return row?.taken === true;
}
