import { sql } from 'drizzle-orm';
import { check, date, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { channel, trafficClass } from './enums.ts';
import { owner } from './owner.ts';

/** A sender as it is registered in a country, at an operator and for a class. Like what is said of countries, both environments share it. */
export const sender = pgTable(
  'sender',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    channel: channel().notNull(),
    /** ISO 3166-1 alpha-2, or `default` for every country without a sender of its own. */
    country: text().notNull(),
    /** MCC and MNC of the operator; null is all of them. */
    network: text(),
    /** Null is every class. */
    class: trafficClass(),
    /** As messages name it. */
    sender: text().notNull(),
    /** As it is compared: of a mail the address alone. */
    key: text().notNull(),
    kind: text().notNull(),
    status: text().notNull(),
    /** Its id at the operator or the register. */
    reference: text(),
    registeredOn: date('registered_on', { mode: 'string' }),
    expiresOn: date('expires_on', { mode: 'string' }),
    /** What operators put around it. */
    affix: jsonb(),
    /** A list of SenderDocument. */
    documents: jsonb().notNull(),
    notes: text().notNull(),
    /** The last day on which a live message named it. */
    lastUsedOn: date('last_used_on', { mode: 'string' }),
    version: integer().notNull().default(1),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    unique('sender_place')
      .on(table.workspace, table.channel, table.country, table.network, table.class, table.key)
      .nullsNotDistinct(),
    check('sender_names_a_country', sql`${table.country} = 'default' or ${table.country} ~ '^[A-Z]{2}$'`),
  ],
);
