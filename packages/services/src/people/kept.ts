import { type KeptFor, type KeptTables, REQUEST_LOG_DAYS } from '@signalbox/contracts';
import { RECIPIENT_TABLES, readOldestDays } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';

/** Days of what is dropped after a number of them that no setting changes. */
const DAYS: Partial<Record<KeptFor, number>> = { one_day: 1, request_log_days: REQUEST_LOG_DAYS };

/** The record of processing: each table that holds something of recipients, what erasure does to it, and how long it is kept. */
export async function readKept({ ctx }: { ctx: RequestContext; input: object }): Promise<KeptTables> {
  const tables = RECIPIENT_TABLES.map(({ table }) => table);
  const oldest = await inWorkspace(ctx, (tx) => readOldestDays(tx, tables));
  return {
    data: RECIPIENT_TABLES.map(({ table, kind, columns, erasure, kept }) => ({
      table,
      kind,
      columns: [...columns],
      erasure,
      kept_for: kept,
      days: DAYS[kept] ?? null,
      oldest_day: oldest.get(table) ?? null,
    })),
  };
}
