import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { environment } from './enums.ts';
import { owner } from './owner.ts';
import { weightSet } from './weights.ts';

/** Other weights tried against those in force, for a share of the recipients. It runs while nothing stopped it and the weights have the version it began with. */
export const experiment = pgTable(
  'experiment',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull().unique(),
    workspace: owner(),
    environment: environment().notNull(),
    set: integer('weight_set')
      .notNull()
      .references(() => weightSet.number, { onDelete: 'cascade' }),
    setVersion: integer('set_version').notNull(),
    name: text().notNull(),
    challengerName: text('challenger_name').notNull(),
    /** Rows of a WeightRow each. */
    control: jsonb().notNull(),
    challenger: jsonb().notNull(),
    sharePermille: smallint('share_permille').notNull(),
    /** An ExperimentMeasure. */
    measure: text().notNull(),
    differencePpm: integer('difference_ppm').notNull(),
    /** An ExperimentGuard. */
    guard: jsonb().notNull(),
    maxOutcomes: integer('max_outcomes').notNull(),
    /** The currency its costs are counted in; null where prices cannot be compared. */
    currency: text(),
    startedAt: instant('started_at').notNull(),
    startedBy: text('started_by').notNull(),
    untilAt: instant('until_at').notNull(),
    endedAt: instant('ended_at'),
    /** An ExperimentStop; null while it runs. */
    stop: text(),
    stopRoute: text('stop_route'),
    /** An ExperimentResult. */
    result: jsonb(),
    judgedAt: instant('judged_at'),
    adoptedAt: instant('adopted_at'),
    /** `set` or `proposed`. */
    adoptedAs: text('adopted_as'),
  },
  (table) => [
    uniqueIndex('experiment_running').on(table.set).where(sql`stop is null`),
    index('experiment_workspace').on(table.workspace, table.environment),
  ],
);

/** What was counted of one arm and group of recipients of an experiment, by ten minutes of the submission. Written by adding only, gone when the experiment has ended. */
export const experimentTally = pgTable(
  'experiment_tally',
  {
    experiment: integer()
      .notNull()
      .references(() => experiment.number, { onDelete: 'cascade' }),
    span: instant('span').notNull(),
    /** `control` or `challenger`. */
    arm: text().notNull(),
    group: smallint('person_group').notNull(),
    workspace: owner(),
    accepted: integer().notNull(),
    resolved: integer().notNull(),
    priced: integer().notNull(),
    costMicros: bigint('cost_micros', { mode: 'number' }).notNull(),
    settledMilli: bigint('settled_milli', { mode: 'number' }).notNull(),
    successMilli: bigint('success_milli', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.experiment, table.span, table.arm, table.group] })],
);
