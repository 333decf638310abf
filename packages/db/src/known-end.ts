import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { commitBehind, type Sql, type Transaction } from './connection.ts';

const ASK_AGAIN_MS = 250;
// The number of a transaction that a crash has undone may not have been given at all.
const NUMBER_IS_IN_THE_FUTURE = '22023';
const POOL_IS_CLOSED = 'CONNECTION_ENDED';

/** What the work of a transaction with a known end says of it. */
export interface KnownEnd<T> {
  /**
   * Asks for the transaction's number, which must be there before its last statements: without it nothing is ever asked of the server.
   * Behind the locks it waits for, because a transaction that has a number should not wait.
   */
  identify(): Promise<void>;
  /** Sends COMMIT behind the statements asked for so far (`commitBehind`); the transaction gives this value once it has committed. */
  commitWith(value: T): void;
}

/**
 * Runs a transaction as `begin` does, and knows how it ended. A connection that is lost at the commit leaves that open: the server is then
 * asked by the transaction's number as soon as it is back, and a transaction that has committed is no failure. For work that nobody else
 * will do once its rows are there.
 */
export async function beginKnown<T>(sql: Sql, work: (tx: Transaction, end: KnownEnd<T>) => Promise<T>): Promise<T> {
  let xid: string | null = null;
  let done: { value: T } | undefined;
  try {
    await sql.begin(async (tx) => {
      const value = await work(tx, {
        async identify() {
          const [row] = await tx<{ xid: string }[]>`select pg_current_xact_id()::text as xid`.execute();
          xid = row?.xid ?? null;
        },
        commitWith(given) {
          done = { value: given };
          commitBehind(tx);
        },
      });
      done ??= { value };
    });
  } catch (error) {
    if (done === undefined || xid === null || !(await hasCommitted(sql, xid))) throw error;
  }
  if (done === undefined) throw new Error('a transaction ended without its work');
  return done.value;
}

async function hasCommitted(sql: Sql, xid: string): Promise<boolean> {
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
