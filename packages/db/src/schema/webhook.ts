import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { environment, webhookFailure, webhookOffReason, webhookOrigin, webhookState } from './enums.ts';
import { owner } from './owner.ts';

/** A URL of a customer that events are posted to. Secrets are sealed; the one before a rotation signs along until its time is over. */
export const webhookEndpoint = pgTable(
  'webhook_endpoint',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull().unique(),
    workspace: owner(),
    environment: environment().notNull(),
    url: text().notNull(),
    description: text().notNull(),
    /** Empty means every event. */
    eventTypes: text('event_types').array().notNull(),
    secret: text().notNull(),
    previousSecret: text('previous_secret'),
    previousUntil: instant('previous_until'),
    rotatedAt: instant('rotated_at'),
    enabled: boolean().notNull().default(true),
    offReason: webhookOffReason('off_reason'),
    offSince: instant('off_since'),
    /** Since when nothing but failure: null after each success. */
    failingSince: instant('failing_since'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [index('webhook_endpoint_owner').on(table.workspace, table.environment)],
);

// The three tables below are PARTITION BY RANGE on their first key column in the migration: a UUIDv7 carries its time.

/** An event some endpoint has subscribed to: the body as it is signed, stored once for all endpoints and tries. */
export const webhookEvent = pgTable(
  'webhook_event',
  {
    /** Follows from the message and the place in its history, so that a job that runs twice stores it once. */
    id: uuid().primaryKey(),
    workspace: integer().notNull(),
    environment: environment().notNull(),
    type: text().notNull(),
    body: text().notNull(),
  },
  (table) => [index('webhook_event_owner').on(table.workspace, table.id)],
);

/** One event on its way to one endpoint. A claim counts the try up and puts `next_at` off before the first byte leaves: (id, tries) is the fence. */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    id: uuid().primaryKey(),
    eventId: uuid('event_id').notNull(),
    nextAt: instant('next_at').notNull(),
    settledAt: instant('settled_at'),
    workspace: integer().notNull(),
    endpoint: integer().notNull(),
    tries: smallint().notNull(),
    lastStatus: smallint('last_status'),
    state: webhookState().notNull(),
    origin: webhookOrigin().notNull(),
    lastFailure: webhookFailure('last_failure'),
    type: text().notNull(),
  },
  (table) => [
    index('webhook_delivery_log').on(table.endpoint, table.id),
    index('webhook_delivery_due').on(table.endpoint, table.nextAt).where(sql`state = 'pending'`),
  ],
);

/** One try: what was sent beside the body of the event, and what came back. */
export const webhookAttempt = pgTable(
  'webhook_attempt',
  {
    deliveryId: uuid('delivery_id').notNull(),
    at: instant('at').notNull(),
    workspace: integer().notNull(),
    durationMs: integer('duration_ms').notNull(),
    n: smallint().notNull(),
    status: smallint(),
    failure: webhookFailure(),
    url: text().notNull(),
    signature: text().notNull(),
    detail: text(),
    response: text(),
  },
  (table) => [primaryKey({ columns: [table.deliveryId, table.n] })],
);
