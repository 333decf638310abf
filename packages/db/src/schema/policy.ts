import { boolean, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { calendarUnit, channel, environment, overCap, trafficClass } from './enums.ts';
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

/** A frequency cap: at most `limit` messages of the classes to one address in a window, and none too soon after another. */
export const capRule = pgTable('cap_rule', {
  number: integer().primaryKey().generatedAlwaysAsIdentity(),
  id: uuid().notNull().unique(),
  workspace: owner(),
  environment: environment().notNull(),
  name: text().notNull(),
  enabled: boolean().notNull().default(true),
  /** Null is every channel. */
  channels: channel().array(),
  classes: trafficClass().array().notNull(),
  /** Classes that use it up and are never stopped by it. */
  alsoCounts: trafficClass('also_counts').array().notNull().default([]),
  /** Null for one that only keeps messages apart. */
  limit: integer(),
  /** The window: the last so many seconds, or a stretch of the calendar. */
  windowSeconds: integer('window_seconds'),
  calendar: calendarUnit(),
  minGapSeconds: integer('min_gap_seconds'),
  /** A CapScope: which messages are counted. */
  scope: jsonb().notNull().default({ templates: [], metadata: null }),
  /** So many of the limit are kept for what `kept_for`, a CapScope, describes. */
  kept: integer().notNull().default(0),
  keptFor: jsonb('kept_for').notNull().default({ templates: [], metadata: null }),
  overLimit: overCap('over_limit').notNull().default('drop'),
  version: integer().notNull().default(1),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});
