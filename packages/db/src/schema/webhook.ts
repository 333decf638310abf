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
    /** Above 1, packets go out as one request each. */
    eventsPerRequest: smallint('events_per_request').notNull().default(1),
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

// webhook_event, webhook_packet and webhook_outcome are PARTITION BY RANGE of the id that carries their time, a UUIDv7, in the migration.

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

/**
 * Deliveries that were made together for one endpoint, the event of each at its place: written once. The id of a delivery is that of its packet
 * with the place in the last 16 bits.
 */
export const webhookPacket = pgTable(
  'webhook_packet',
  {
    id: uuid().notNull(),
    workspace: integer().notNull(),
    endpoint: integer().notNull(),
    origin: webhookOrigin().notNull(),
    /** One request carries all of them. */
    together: boolean().notNull(),
    eventIds: uuid('event_ids').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.endpoint, table.id] })],
);

/**
 * Deliveries of a packet that wait for the same try: claimed together, sent one by one. A claim counts `claims` up and puts `next_at` off before
 * the first byte leaves: (id, claims) is the fence. The row goes when something came of all of them.
 */
export const webhookDue = pgTable(
  'webhook_due',
  {
    id: uuid().primaryKey(),
    packet: uuid().notNull(),
    nextAt: instant('next_at').notNull(),
    workspace: integer().notNull(),
    endpoint: integer().notNull(),
    claims: integer().notNull(),
    /** Which try they wait for, from 1. */
    n: smallint().notNull(),
    places: smallint().array().notNull(),
  },
  (table) => [
    index('webhook_due_next').on(table.endpoint, table.nextAt),
    index('webhook_due_packet').on(table.endpoint, table.packet),
  ],
);

/**
 * What came of deliveries of a packet: a row for those that were tried together and ended alike, or were cancelled, and then without a try.
 * Never updated: the highest `n` of a delivery says its state, and one that is in no row waits for its first try.
 */
export const webhookOutcome = pgTable(
  'webhook_outcome',
  {
    packet: uuid().notNull(),
    /** When the earliest of these tries began. */
    at: instant('at').notNull(),
    /** When they are tried next, while they are pending. */
    nextAt: instant('next_at'),
    endpoint: integer().notNull(),
    workspace: integer().notNull(),
    n: smallint().notNull(),
    /** The least of the places: no other row of this try has it. */
    first: smallint().notNull(),
    status: smallint(),
    state: webhookState().notNull(),
    failure: webhookFailure(),
    url: text(),
    // What is each try's own, in the order of the places; one of each for a packet that goes together. Signatures are joined by line feeds; texts that are all empty are left out.
    places: smallint().array().notNull(),
    afterMs: integer('after_ms').array(),
    durationMs: integer('duration_ms').array(),
    signatures: text(),
    details: text().array(),
    responses: text().array(),
  },
  (table) => [primaryKey({ columns: [table.endpoint, table.packet, table.n, table.first] })],
);
