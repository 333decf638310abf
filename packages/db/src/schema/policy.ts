import { boolean, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { channel, environment, trafficClass } from './enums.ts';
import { owner } from './owner.ts';

/** Addresses that get nothing of the named classes. One row for each address and channel. */
export const suppression = pgTable(
  'suppression',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    channel: channel().notNull(),
    address: text().notNull(),
    classes: trafficClass().array().notNull(),
    reason: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('suppression_address').on(table.workspace, table.environment, table.channel, table.address)],
);

/** A frequency cap: at most `limit` messages of the classes to one address in a window of `windowSeconds`. */
export const capRule = pgTable('cap_rule', {
  number: integer().primaryKey().generatedAlwaysAsIdentity(),
  id: uuid().notNull().unique(),
  workspace: owner(),
  environment: environment().notNull(),
  channel: channel().notNull(),
  classes: trafficClass().array().notNull(),
  limit: integer().notNull(),
  windowSeconds: integer('window_seconds').notNull(),
  enabled: boolean().notNull().default(true),
});

/** How much of a cap is used: one row for each rule, address and window, counted up only below the limit. */
export const capCounter = pgTable(
  'cap_counter',
  {
    rule: integer().notNull(),
    address: text().notNull(),
    windowStart: instant('window_start').notNull(),
    used: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.rule, table.address, table.windowStart] })],
);
