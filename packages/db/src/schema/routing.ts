import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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
import { channel, environment, protocol, trafficClass } from './enums.ts';
import { owner } from './owner.ts';

/** A company we send through. Secrets are sealed (AES-256-GCM) in `secrets`, everything else is readable in `settings`. */
export const provider = pgTable(
  'provider',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull().unique(),
    workspace: owner(),
    environment: environment().notNull(),
    name: text().notNull(),
    protocol: protocol().notNull(),
    enabled: boolean().notNull().default(true),
    settings: jsonb().notNull(),
    secrets: text(),
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('provider_name').on(table.workspace, table.environment, sql`lower(${table.name})`)],
);

/** A provider usable for countries, prefixes and classes of one channel, at a price and a weight. Empty lists mean all. */
export const route = pgTable(
  'route',
  {
    number: integer().primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull().unique(),
    workspace: owner(),
    environment: environment().notNull(),
    provider: integer()
      .notNull()
      .references(() => provider.number),
    name: text().notNull(),
    channel: channel().notNull(),
    countries: text().array().notNull(),
    prefixes: text().array().notNull(),
    classes: trafficClass().array().notNull(),
    tier: smallint().notNull(),
    weight: smallint().notNull(),
    priceMicros: bigint('price_micros', { mode: 'number' }).notNull(),
    currency: text().notNull(),
    enabled: boolean().notNull().default(true),
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('route_name').on(table.workspace, table.environment, sql`lower(${table.name})`)],
);

/** What a worker last told about the connections of a provider. */
export const connectionReport = pgTable(
  'connection_report',
  {
    provider: integer()
      .notNull()
      .references(() => provider.number, { onDelete: 'cascade' }),
    worker: text().notNull(),
    reportedAt: instant('reported_at').notNull(),
    up: boolean().notNull(),
    connections: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.worker] })],
);

/** One row that counts changes of routes, providers, caps and keys; a decision names the number it was made under. */
export const configVersion = pgTable('config_version', {
  only: boolean().primaryKey().default(true),
  version: bigint({ mode: 'number' }).notNull(),
});

/** The facts of a routing decision, stored once for all messages that share them and found by their hash. */
export const routingPlan = pgTable(
  'routing_plan',
  {
    workspace: owner(),
    key: bigint({ mode: 'bigint' }).notNull(),
    facts: jsonb().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.key] })],
);
