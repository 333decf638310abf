import { sql } from 'drizzle-orm';
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { user } from './access.ts';
import { instant } from './columns.ts';
import { environment } from './enums.ts';
import { owner } from './owner.ts';
import { route } from './routing.ts';

const routeOf = () =>
  integer()
    .notNull()
    .references(() => route.number, { onDelete: 'cascade' });

/** A breaker of one worker that is not closed, as it told it last; country `*` is the route as a whole. */
export const breakerReport = pgTable(
  'breaker_report',
  {
    route: routeOf(),
    country: text().notNull(),
    worker: text().notNull(),
    workspace: owner(),
    reportedAt: instant('reported_at').notNull(),
    /** A BreakerMemory. */
    memory: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.route, table.country, table.worker] })],
);

/** Something an operator should know of a route, from when until when; one open row for each thing. */
export const routeAlert = pgTable(
  'route_alert',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    route: routeOf(),
    country: text().notNull(),
    kind: text().notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    facts: jsonb().notNull(),
  },
  (table) => [
    uniqueIndex('route_alert_open').on(table.route, table.country, table.kind).where(sql`ended_at is null`),
    index('route_alert_recent').on(table.workspace, table.startedAt),
  ],
);

/** Which alerts of a workspace a person gets by mail, in which language, and when the last of these mails left. */
export const alertChoice = pgTable(
  'alert_choice',
  {
    workspace: owner(),
    environment: environment().notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    kinds: text().array().notNull(),
    locale: text().notNull(),
    mailedAt: instant('mailed_at'),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.environment, table.userId] })],
);

/** An alert that a person is still to be told of by mail: that it began, or that it is over. */
export const alertMail = pgTable(
  'alert_mail',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    alert: uuid()
      .notNull()
      .references(() => routeAlert.id, { onDelete: 'cascade' }),
    hasEnded: boolean('has_ended').notNull(),
    workspace: owner(),
    environment: environment().notNull(),
    notedAt: instant('noted_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.alert, table.hasEnded] }),
    index('alert_mail_workspace').on(table.workspace),
  ],
);

/** A time in which a route carries nothing, by a person's word; without an end it lasts until it is lifted. */
export const routePause = pgTable(
  'route_pause',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    route: routeOf(),
    fromAt: instant('from_at').notNull(),
    untilAt: instant('until_at'),
    reason: text().notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('route_pause_route').on(table.workspace, table.route)],
);
