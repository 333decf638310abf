import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { workspace } from './access.ts';
import { instant } from './columns.ts';
import { environment, prefixAction, prefixOrigin } from './enums.ts';
import { owner } from './owner.ts';

/** Prefixes that codes do not go to, or go to whatever the rules find. What has ended stays, as evidence. */
export const listedPrefix = pgTable(
  'listed_prefix',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    action: prefixAction().notNull(),
    origin: prefixOrigin().notNull(),
    /** Digits without "+". */
    prefix: text().notNull(),
    /** ISO 3166-1 alpha-2 of the number that was met; null for what somebody listed and for codes shared by the world. */
    country: text(),
    reason: text().notNull(),
    /** What the rule had counted. */
    evidence: jsonb(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Null holds until it is lifted. */
    expiresAt: instant('expires_at'),
    liftedAt: instant('lifted_at'),
  },
  (table) => [
    // One that has expired keeps its place until the next one of the same prefix, which marks it as ended.
    uniqueIndex('listed_prefix_open')
      .on(table.workspace, table.environment, table.prefix)
      .where(sql`lifted_at is null`),
    index('listed_prefix_list').on(table.workspace, table.environment, table.id),
    check('listed_prefix_is_digits', sql`${table.prefix} ~ '^[1-9][0-9]{0,14}$'`),
  ],
);

/** The rules against fraud of a workspace that sets any, as a whole. */
export const fraudRules = pgTable('fraud_rules', {
  workspace: integer()
    .primaryKey()
    .references(() => workspace.number),
  rules: jsonb().notNull(),
  version: integer().notNull().default(1),
  updatedAt: instant('updated_at').notNull().defaultNow(),
});

/** Verifications of some minutes in a block of numbers: how many were sent a code, and how many converted. */
export const blockCounter = pgTable(
  'block_counter',
  {
    /** Start of the ten minutes the verifications began in. */
    windowStart: instant('window_start').notNull(),
    workspace: integer().notNull(),
    sent: integer().notNull(),
    converted: integer().notNull(),
    environment: environment().notNull(),
    /** Digits without "+". */
    prefix: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspace, table.environment, table.prefix, table.windowStart] }),
    index('block_counter_age').on(table.windowStart),
  ],
);

/** What codes have cost in a window: raised only while a limit is not passed. Integer millionths. */
export const spendCounter = pgTable(
  'spend_counter',
  {
    windowStart: instant('window_start').notNull(),
    usedMicros: bigint('used_micros', { mode: 'number' }).notNull(),
    workspace: integer().notNull(),
    windowSeconds: integer('window_seconds').notNull(),
    environment: environment().notNull(),
    /** ISO 3166-1 alpha-2; empty for the workspace as a whole. */
    country: text().notNull(),
    currency: text().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'spend_counter_window',
      columns: [
        table.workspace,
        table.environment,
        table.country,
        table.currency,
        table.windowSeconds,
        table.windowStart,
      ],
    }),
    index('spend_counter_age').on(table.windowStart),
  ],
);
