import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { environment } from './enums.ts';
import { owner } from './owner.ts';
import { route } from './routing.ts';

/** How many messages a route took in a country in a day (UTC), and what they cost in the currency of the route. Written by adding only. */
export const routeUse = pgTable(
  'route_use',
  {
    day: instant('day').notNull(),
    workspace: owner(),
    route: integer()
      .notNull()
      .references(() => route.number, { onDelete: 'cascade' }),
    /** Empty where there is none. */
    country: text().notNull(),
    taken: bigint({ mode: 'number' }).notNull(),
    costMicros: bigint('cost_micros', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.day, table.route, table.country] })],
);

/** The largest share of the texts to a country that one supplier may carry; an empty country is each that has no limit of its own. */
export const concentrationLimit = pgTable(
  'concentration_limit',
  {
    workspace: owner(),
    environment: environment().notNull(),
    country: text().notNull(),
    permille: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.environment, table.country] })],
);
