import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { environment } from './enums.ts';

/**
 * One call of the public API, written in the background. PARTITION BY RANGE on its key in the migration: the id of a request is a UUIDv7
 * and carries its time. Bodies are masked before they come here.
 */
export const apiRequest = pgTable(
  'api_request',
  {
    id: uuid().primaryKey(),
    workspace: integer().notNull(),
    /** Null for a call from the playground of the console. */
    apiKey: integer('api_key'),
    durationUs: integer('duration_us').notNull(),
    requestBytes: integer('request_bytes').notNull(),
    answerBytes: integer('answer_bytes').notNull(),
    /** Calls of the workspace since the row before that were not kept. */
    notKept: integer('not_kept').notNull(),
    environment: environment().notNull(),
    status: smallint().notNull(),
    replayed: boolean().notNull(),
    method: text().notNull(),
    path: text().notNull(),
    operation: text().notNull(),
    error: text(),
    address: text().notNull(),
    query: jsonb(),
    request: jsonb(),
    answer: jsonb(),
  },
  (table) => [
    index('api_request_log').on(table.workspace, table.environment, table.id),
    index('api_request_refused').on(table.workspace, table.environment, table.id).where(sql`error is not null`),
  ],
);
