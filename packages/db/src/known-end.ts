import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Sql, Transaction } from './connection.ts';

const ASK_AGAIN_MS = 250;
// The number of a transaction that a crash has undone may not have been given at all.
const NUMBER_IS_IN_THE_FUTURE = '22023';
const POOL_IS_CLOSED = 'CONNECTION_ENDED';

/**
 * Runs a transaction as `begin` does, and knows how it ended. A connection that is lost at the commit leaves that open: the server is then
 * asked by the transaction's number as soon as it is back, and a transaction that has committed is no failure. For work that nobody else
 * will do once its rows are there.
 */
export async function beginKnown<T>(sql: Sql, work: (tx: Transaction) => Promise<T>): Promise<T> {
  let done: { xid: string | null; value: T } | undefined;
  try {
    await sql.begin(async (tx) => {
      const value = await work(tx);
      // Asked last: the number is given by the first write, and must not come before a lock that the work waits for.
      const [row] = await tx<{ xid: string | null }[]>`select pg_current_xact_id_if_assigned()::text as xid`;
      done = { xid: row?.xid ?? null, value };
    });
  } catch (error) {
    if (done === undefined || !(await hasCommitted(sql, done.xid))) throw error;
  }
  if (done === undefined) throw new Error('a transaction ended without its work');
  return done.value;
}

async function hasCommitted(sql: Sql, xid: string | null): Promise<boolean> {
  // Nothing was written: there is nothing to lose.
  if (xid === null) return true;
  for (;;) {
    try {
      const [row] = await sql<{ status: string | null }[]>`select pg_xact_status(${xid}::xid8) as status`;
      if (row?.status !== 'in progress') return row?.status === 'committed';
    } catch (error) {
      if (error instanceof postgres.PostgresError && error.code === NUMBER_IS_IN_THE_FUTURE) return false;
      if ((error as { code?: unknown }).code === POOL_IS_CLOSED) return false;
    }
    await sleep(ASK_AGAIN_MS);
  }
}
