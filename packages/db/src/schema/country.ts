import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { channel } from './enums.ts';
import { owner } from './owner.ts';

/**
 * How a workspace works in one country, or in all that have no row of their own (`default`). Null inherits: a country from the default
 * row, the default row from nothing. One row serves both environments: what is tried in the sandbox must be what holds in live.
 */
export const regionConfig = pgTable(
  'region_config',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    workspace: owner(),
    /** ISO 3166-1 alpha-2, or `default`. */
    country: text().notNull(),
    enabled: boolean().notNull(),
    /** ISO 4217. */
    currency: text(),
    /** BCP 47, the preferred one first. */
    languages: text().array(),
    channels: channel().array(),
    /** For each channel the sender of messages that name none, and those that may be named. */
    senders: jsonb(),
    /** Weekly spans in the local time of the recipient. */
    openingHours: jsonb('opening_hours'),
    /** Days without marketing. */
    closedDates: date('closed_dates', { mode: 'string' }).array(),
    /** Most that one part may cost. */
    maxPriceMicros: bigint('max_price_micros', { mode: 'number' }),
    maxPriceCurrency: text('max_price_currency'),
    /** Longest validity of a message that carries no code. */
    validForSeconds: integer('valid_for_seconds'),
    /** Most marketing messages to one person on one channel in a day, instead of the caps of the workspace. */
    marketingPerDay: integer('marketing_per_day'),
    version: integer().notNull().default(1),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('region_config_country').on(table.workspace, table.country),
    check('region_config_names_a_country', sql`${table.country} = 'default' or ${table.country} ~ '^[A-Z]{2}$'`),
    check(
      'region_config_price_has_a_currency',
      sql`(${table.maxPriceMicros} is null) = (${table.maxPriceCurrency} is null)`,
    ),
  ],
);
