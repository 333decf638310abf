import { bigint, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { trafficClass } from './enums.ts';
import { owner } from './owner.ts';
import { route } from './routing.ts';

const routeOf = () =>
  integer()
    .notNull()
    .references(() => route.number, { onDelete: 'cascade' });

// The cell of every figure: one route, one country and network, one class. An empty text is "not known", so that it can be part of a key.
const cell = () => ({
  span: instant('span').notNull(),
  workspace: owner(),
  route: routeOf(),
  class: trafficClass().notNull(),
  country: text().notNull(),
  network: text().notNull(),
});

/** What became of the submissions of one cell in one minute (see SignalRow in contracts). Written by adding only. */
export const routeSignal = pgTable(
  'route_signal',
  {
    ...cell(),
    costMicros: bigint('cost_micros', { mode: 'number' }).notNull(),
    accepted: integer().notNull(),
    resolved: integer().notNull(),
    delivered: integer().notNull(),
    failed: integer().notNull(),
    failedMilli: integer('failed_milli').notNull(),
    silent: integer().notNull(),
    refusedMilli: integer('refused_milli').notNull(),
    throttled: integer().notNull(),
    expectant: integer().notNull(),
    converted: integer().notNull(),
    hasty: integer().notNull().default(0),
    hastyConverted: integer('hasty_converted').notNull().default(0),
    parts: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.span, table.workspace, table.route, table.class, table.country, table.network] }),
  ],
);

/** How long after their submission receipts and proven arrivals of a cell came: counts by bucket (see bucketOf in core). */
export const routeDelay = pgTable(
  'route_delay',
  {
    ...cell(),
    /** `delivered`, `failed` or `proven`. */
    kind: text().notNull(),
    bucket: smallint().notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.span,
        table.workspace,
        table.route,
        table.class,
        table.country,
        table.network,
        table.kind,
        table.bucket,
      ],
    }),
  ],
);

/** What is believed of a cell by the last reading of the figures: what decisions are made from. */
export const routeBelief = pgTable(
  'route_belief',
  {
    workspace: owner(),
    route: routeOf(),
    class: trafficClass().notNull(),
    country: text().notNull(),
    network: text().notNull(),
    changedAt: instant('changed_at').notNull(),
    /** A RouteSignal. */
    signal: jsonb().notNull(),
    /** The CellEstimate behind it. */
    estimate: jsonb().notNull(),
    /** `ejected` or `drifting` against its peers; null for one that keeps up. */
    outlier: text(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.route, table.class, table.country, table.network] })],
);

/** How far the receipts of a route are believed: a RouteHonesty. */
export const routeHonesty = pgTable('route_honesty', {
  route: integer()
    .primaryKey()
    .references(() => route.number, { onDelete: 'cascade' }),
  workspace: owner(),
  changedAt: instant('changed_at').notNull(),
  honesty: jsonb().notNull(),
});
