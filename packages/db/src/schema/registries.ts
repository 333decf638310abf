import { boolean, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { channel } from './enums.ts';
import { owner } from './owner.ts';

/** A public registry that marketing is checked against; it holds for live. */
export const registry = pgTable(
  'registry',
  {
    workspace: owner(),
    key: text().notNull(),
    name: text().notNull(),
    enabled: boolean().notNull(),
    /** Null for every country. */
    country: text(),
    channels: channel().array().notNull(),
    meaning: text().notNull(),
    unanswered: text().notNull(),
    /** A RegistryService. */
    service: jsonb().notNull(),
    /** Sealed. */
    secret: text(),
    version: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.key] })],
);

/** What a registry said of an address; it holds until it is too old by the law of the registry. */
export const registryAnswer = pgTable(
  'registry_answer',
  {
    workspace: owner(),
    /** E.164, or a mail address in small letters. */
    address: text().notNull(),
    registry: text().notNull(),
    listed: boolean().notNull(),
    at: instant('at').notNull(),
    until: instant('until').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspace, table.address, table.registry] }),
    index('registry_answer_until').on(table.until),
  ],
);
