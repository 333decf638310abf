import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { owner } from './owner.ts';

/** What marketing may be about, as people choose among it. Live and sandbox share it. */
export const topic = pgTable(
  'topic',
  {
    workspace: owner(),
    /** As messages, templates and entries of the consent ledger name it. */
    key: text().notNull(),
    /** What people read, by BCP 47 language. */
    names: jsonb().$type<Record<string, string>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.key] })],
);
