import { bigint, boolean, date, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
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

/** What is known of a number beyond its range, by a receipt that named another network or by a service that was asked; believed until it is too old. */
export const numberNetwork = pgTable(
  'number_network',
  {
    workspace: owner(),
    /** E.164. */
    address: text().notNull(),
    /** MCC and MNC as digits; null where a service that was asked could not tell. */
    network: text(),
    source: text().notNull(),
    /** Whether its phone can be reached, and until when that is believed; null where nobody told. */
    reach: text(),
    reachUntil: instant('reach_until'),
    /** When it was heard of. */
    at: instant('at').notNull().defaultNow(),
    until: instant('until').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.address] }), index('number_network_until').on(table.until)],
);

/** The service that is asked for the networks of numbers, and for which of them; both environments share it. */
export const numberLookup = pgTable('number_lookup', {
  workspace: owner().primaryKey(),
  enabled: boolean().notNull(),
  /** A LookupService. */
  service: jsonb().notNull(),
  /** Each a LookupRule. */
  rules: jsonb().notNull(),
  /** Sealed. */
  secret: text(),
  version: integer().notNull(),
});

/** What a service was asked for on a day (UTC), and what it cost: that of networks, or a registry. */
export const lookupDay = pgTable(
  'lookup_day',
  {
    workspace: owner(),
    /** `lookup`, or `registry/` and its key. */
    service: text().notNull().default('lookup'),
    day: date().notNull(),
    currency: text().notNull(),
    asked: integer().notNull(),
    answered: integer().notNull(),
    spentMicros: bigint('spent_micros', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.service, table.day, table.currency] })],
);
