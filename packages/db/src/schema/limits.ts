import { sql } from 'drizzle-orm';
import { check, doublePrecision, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { apiKey } from './access.ts';
import { instant } from './columns.ts';
import { environment, rateLimitKind } from './enums.ts';
import { owner } from './owner.ts';

/**
 * How much may come in a second, and at once: from one API key, from a whole workspace, or for one country, as ISO 3166-1 writes it.
 */
export const rateLimit = pgTable(
  'rate_limit',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull().unique(),
    workspace: owner(),
    environment: environment().notNull(),
    kind: rateLimitKind().notNull(),
    apiKey: integer('api_key').references(() => apiKey.number),
    country: text(),
    perSecond: doublePrecision('per_second').notNull(),
    burst: integer().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('rate_limit_subject').on(
      table.workspace,
      table.environment,
      table.kind,
      sql`coalesce(${table.apiKey}, 0)`,
      sql`coalesce(${table.country}, '')`,
    ),
    index('rate_limit_key').on(table.apiKey),
    check('rate_limit_positive', sql`${table.perSecond} > 0 and ${table.burst} > 0`),
    check(
      'rate_limit_names_its_subject',
      sql`(${table.kind} = 'key') = (${table.apiKey} is not null) and (${table.kind} = 'country') = (${table.country} is not null)`,
    ),
  ],
);

/** What is left of a limit, for all processes together. Lost in a crash of the server, and full again then. */
export const rateBucket = pgTable('rate_bucket', {
  rule: integer().primaryKey(),
  tokens: doublePrecision().notNull(),
  granted: doublePrecision().notNull(),
  at: instant('at').notNull(),
});
