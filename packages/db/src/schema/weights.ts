import { index, integer, jsonb, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { channel, environment, trafficClass } from './enums.ts';
import { owner } from './owner.ts';

/** The weights of the routes of one tier for a class of traffic in a country (or, with an empty country, everywhere else). */
export const weightSet = pgTable(
  'weight_set',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull().unique(),
    workspace: owner(),
    environment: environment().notNull(),
    channel: channel().notNull(),
    class: trafficClass().notNull(),
    tier: smallint().notNull(),
    country: text().notNull(),
    /** `automatic`, `approval` or `off`: what learning may do here. */
    mode: text().notNull(),
    explorePpm: integer('explore_ppm').notNull(),
    /** Rows of a WeightRow each; thousandths that sum to 1000. */
    weights: jsonb().notNull(),
    /** A StoredRamp while a change is on its way. */
    ramp: jsonb(),
    version: integer().notNull().default(1),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('weight_set_scope').on(
      table.workspace,
      table.environment,
      table.channel,
      table.class,
      table.tier,
      table.country,
    ),
  ],
);

/** A change of weights, made or proposed: who, why, before, after, and what it was decided from. */
export const weightChange = pgTable(
  'weight_change',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    set: integer('weight_set')
      .notNull()
      .references(() => weightSet.number, { onDelete: 'cascade' }),
    at: instant('at').notNull(),
    /** `made`, `proposed`, `approved`, `rejected` or `superseded`. */
    state: text().notNull(),
    /** The version the set had after a change that was made; null for one that only waits. */
    version: integer(),
    actorKind: text('actor_kind').notNull(),
    actorName: text('actor_name').notNull(),
    why: text().notNull(),
    before: jsonb().notNull(),
    after: jsonb().notNull(),
    /** The WeightQuestion and WeightStep of one that was learned, the simulation of one that a person made. */
    evidence: jsonb(),
    undoes: uuid(),
  },
  (table) => [index('weight_change_set').on(table.set, table.id)],
);
