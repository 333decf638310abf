import { SignalboxError } from '@signalbox/contracts';
import { type Transaction, withTenant } from '@signalbox/db';
import type { RequestContext } from './context.ts';

const READ_MS = 5000;
const STATEMENT_TIMEOUT = '57014';

const isTimeout = (error: unknown): boolean => (error as { code?: string } | null)?.code === STATEMENT_TIMEOUT;

/** Reads or writes behind the walls of the caller's workspace; `asOwner` steps back for tables a tenant may not write. */
export function inWorkspace<T>(
  ctx: RequestContext,
  work: (tx: Transaction, asOwner: () => Promise<unknown>) => Promise<T>,
): Promise<T> {
  return withTenant(ctx.services.database.sql, [ctx.workspace.number], work);
}

/**
 * Reads behind the walls of the caller's workspace with a limit on each statement, five seconds unless told: beyond it the read is
 * refused as `overloaded` with `narrower`, the sentence that says what would make it quick.
 */
export async function readWithin<T>(
  ctx: RequestContext,
  narrower: string,
  work: (tx: Transaction) => Promise<T>,
  withinMs: number = READ_MS,
): Promise<T> {
  try {
    return await inWorkspace(ctx, async (tx) => {
      // One core at most: a search of the console must not take the cores that carry messages.
      await tx`select set_config('statement_timeout', ${`${withinMs}ms`}, true), set_config('max_parallel_workers_per_gather', '0', true)`;
      return work(tx);
    });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new SignalboxError('overloaded', {
      detail: narrower,
      retryAfterSeconds: 1,
      internal: 'a read took too long',
    });
  }
}
