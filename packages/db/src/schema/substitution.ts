import { integer, jsonb, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { environment } from './enums.ts';
import { owner } from './owner.ts';

/** By which rules sends over several channels begin with another of them, the first that fits before the others. */
export const substitution = pgTable(
  'substitution',
  {
    workspace: owner(),
    environment: environment().notNull(),
    /** Each a SubstitutionRule, in order. */
    rules: jsonb().notNull(),
    version: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.environment] })],
);
