import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { commitBehind, type Sql, type Transaction } from './connection.ts';

const ASK_AGAIN_MS = 250;
// The number of a transaction that a crash has undone may not have been given at all.
const NUMBER_IS_IN_THE_FUTURE = '22023';
const SERVER_GOES_AWAY = '57P';
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
 * Runs a transaction as `begin` does, and knows how it ended. A connection that is lost at the commit leaves that open: as soon as the
 * server is back and no longer at it, `isThere` looks for the rows that this transaction and no other can have written (their `xmin` is its
 * number), and when they are there it is no failure. For work that nobody else will do once its rows are there. The number alone is not
 * enough: after a crash the server gives numbers again that were given before, and the next owner's commit would be taken for ours.
 */
export async function beginKnown<T>(
  sql: Sql,
  work: (tx: Transaction, end: KnownEnd<T>) => Promise<T>,
  isThere: (value: T, xid: string) => Promise<boolean>,
): Promise<T> {
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
    if (done === undefined || xid === null || isRefusal(error)) throw error;
    if (!(await hasCommitted(sql, xid, isThere, done.value))) throw error;
  }
  if (done === undefined) throw new Error('a transaction ended without its work');
  return done.value;
}

/** A statement that the server refused has undone the transaction for sure; a server that goes away (class 57P) leaves its end open. */
const isRefusal = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && !error.code.startsWith(SERVER_GOES_AWAY);

async function hasCommitted<T>(
  sql: Sql,
  xid: string,
  isThere: (value: T, xid: string) => Promise<boolean>,
  value: T,
): Promise<boolean> {
  for (;;) {
    try {
      if (!(await isInProgress(sql, xid))) return await isThere(value, xid);
    } catch (error) {
      if ((error as { code?: unknown }).code === POOL_IS_CLOSED) return false;
    }
    await sleep(ASK_AGAIN_MS);
  }
}

async function isInProgress(sql: Sql, xid: string): Promise<boolean> {
  try {
    const [row] = await sql<{ status: string | null }[]>`select pg_xact_status(${xid}::xid8) as status`;
    return row?.status === 'in progress';
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === NUMBER_IS_IN_THE_FUTURE) return false;
    throw error;
  }
}
