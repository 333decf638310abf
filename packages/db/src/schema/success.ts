import { boolean, doublePrecision, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { channel, environment, trafficClass } from './enums.ts';
import { owner } from './owner.ts';
import { route } from './routing.ts';

/** What became of submissions that the success model does not tell apart, by ten minutes of the submission. Written by adding only. */
export const successTally = pgTable(
  'success_tally',
  {
    span: instant('span').notNull(),
    workspace: owner(),
    route: integer()
      .notNull()
      .references(() => route.number, { onDelete: 'cascade' }),
    class: trafficClass().notNull(),
    /** Empty where there is none, as the network. */
    country: text().notNull(),
    network: text().notNull(),
    /** 1, 2, or 3 for three and more. */
    parts: smallint().notNull(),
    /** A SenderForm. */
    sender: text().notNull(),
    accepted: integer().notNull(),
    resolved: integer().notNull(),
    settledMilli: integer('settled_milli').notNull(),
    successMilli: integer('success_milli').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'success_tally_cell',
      columns: [
        table.span,
        table.workspace,
        table.route,
        table.class,
        table.country,
        table.network,
        table.parts,
        table.sender,
      ],
    }),
  ],
);

/** A version of the success model of a channel. Written once. */
export const successModel = pgTable(
  'success_model',
  {
    workspace: owner(),
    environment: environment().notNull(),
    channel: channel().notNull(),
    version: integer().notNull(),
    madeAt: instant('made_at').notNull(),
    /** The last span it learned from; null for the first version. */
    through: instant('through'),
    /** A SuccessModel. */
    model: jsonb().notNull(),
    /** What the signals said when it was made, in millionths by route, class, country and network: what its time is judged beside. */
    signals: jsonb().notNull(),
    /** Outcomes it learned from beyond the version before it. */
    outcomes: integer().notNull(),
    /** Mean log loss of those, as they had been foretold; null where nothing foretold them. */
    modelLoss: doublePrecision('model_loss'),
    signalsLoss: doublePrecision('signals_loss'),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.environment, table.channel, table.version] })],
);

/** How the success model stands for the traffic of a class in a country, and whether decisions go by it. */
export const successScope = pgTable(
  'success_scope',
  {
    workspace: owner(),
    environment: environment().notNull(),
    channel: channel().notNull(),
    class: trafficClass().notNull(),
    country: text().notNull(),
    inUse: boolean('in_use').notNull().default(false),
    switchedAt: instant('switched_at'),
    switchedBy: text('switched_by'),
    /** A ScopeRecord. */
    record: jsonb().notNull(),
    judgedAt: instant('judged_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.environment, table.channel, table.class, table.country] })],
);
