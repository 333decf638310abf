import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { environment } from './enums.ts';
import { owner } from './owner.ts';
import { route } from './routing.ts';

/** What a part costs by a route in an area, for a span of time. Empty texts mean any; spans of one area never overlap. */
export const price = pgTable(
  'price',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    route: integer()
      .notNull()
      .references(() => route.number, { onDelete: 'cascade' }),
    country: text().notNull(),
    /** MCC and MNC as digits. */
    network: text().notNull(),
    /** Digits without "+". */
    prefix: text().notNull(),
    priceMicros: bigint('price_micros', { mode: 'number' }).notNull(),
    currency: text().notNull(),
    validFrom: instant('valid_from').notNull(),
    validUntil: instant('valid_until'),
  },
  (table) => [
    uniqueIndex('price_area').on(table.route, table.country, table.network, table.prefix, table.validFrom),
    index('price_workspace').on(table.workspace, table.id),
  ],
);

/** A change of prices: who, by which file, which rows went and which came, so that it can be undone. */
export const priceChange = pgTable(
  'price_change',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    at: instant('at').notNull(),
    actorKind: text('actor_kind').notNull(),
    actorName: text('actor_name').notNull(),
    fileName: text('file_name').notNull(),
    /** A PriceCounts. */
    counts: jsonb().notNull(),
    /** Rows as they were, and ids of those that came. */
    removed: jsonb().notNull(),
    added: uuid().array().notNull(),
    undoes: uuid(),
    undoneBy: uuid('undone_by'),
  },
  (table) => [index('price_change_recent').on(table.workspace, table.environment, table.id)],
);

/** What one unit of a currency is worth in the currency of the workspace, from a day on; both environments share it. */
export const exchangeRate = pgTable(
  'exchange_rate',
  {
    workspace: owner(),
    /** The currency the rate is told in: a workspace that changes its own keeps these apart. */
    base: text().notNull(),
    currency: text().notNull(),
    validFrom: instant('valid_from').notNull(),
    /** Billionths. */
    rateNanos: bigint('rate_nanos', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.base, table.currency, table.validFrom] })],
);
