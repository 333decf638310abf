import { boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { owner } from './owner.ts';

/** Which range of numbers belongs to which network; both environments share it. */
export const networkPrefix = pgTable(
  'network_prefix',
  {
    workspace: owner(),
    /** Digits without "+". */
    prefix: text().notNull(),
    /** MCC and MNC as digits. */
    network: text().notNull(),
    country: text().notNull(),
    name: text().notNull(),
    sample: boolean().notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.prefix] })],
);
