import { boolean, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
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

/** A number that belongs to another network than its range says, as a receipt named it; believed until it is too old. */
export const numberNetwork = pgTable(
  'number_network',
  {
    workspace: owner(),
    /** E.164. */
    address: text().notNull(),
    /** MCC and MNC as digits. */
    network: text().notNull(),
    source: text().notNull(),
    until: instant('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.address] }), index('number_network_until').on(table.until)],
);
