import { boolean, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { optInList } from './consent.ts';
import {
  channel,
  environment,
  inboundOutcome,
  keywordKind,
  keywordReplyKind,
  stopScope,
  trafficClass,
} from './enums.ts';
import { owner } from './owner.ts';

/**
 * A text a person sent, whole: stored before the carrier is answered, read by a job a moment later. PARTITION BY RANGE on the id, whose time is
 * that of its arrival.
 */
export const inboundMessage = pgTable(
  'inbound_message',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    provider: integer().notNull(),
    fromAddress: text('from_address').notNull(),
    toAddress: text('to_address').notNull(),
    body: text().notNull(),
    raw: text().notNull(),
    parts: smallint().notNull().default(1),
    /** ISO 3166-1 alpha-2 of who wrote. */
    country: text(),
    /** Whether the provider keeps opt-outs and has answered already. */
    answered: boolean().notNull().default(false),
    /** What was done; null until it is read. */
    outcome: inboundOutcome(),
    keyword: text(),
    scope: stopScope(),
    /** The message that answered it. */
    replyMessage: uuid('reply_message'),
  },
  (table) => [
    // Without the environment: behind row-level security no index is searched by an enum.
    index('inbound_message_recent').on(table.workspace, table.id),
    index('inbound_message_from').on(table.workspace, table.fromAddress, table.id),
  ],
);

/** What carriers have brought of late, by what it is known again by: a text that is brought twice is one. */
export const inboundSeen = pgTable(
  'inbound_seen',
  {
    provider: integer().notNull(),
    key: text().notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.key] }), index('inbound_seen_at').on(table.at)],
);

/** Parts of a text that wait for the others. */
export const inboundPart = pgTable(
  'inbound_part',
  {
    provider: integer().notNull(),
    fromAddress: text('from_address').notNull(),
    toAddress: text('to_address').notNull(),
    reference: integer().notNull(),
    total: smallint().notNull(),
    part: smallint().notNull(),
    body: text().notNull(),
    raw: text().notNull(),
    answered: boolean().notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({
      columns: [table.provider, table.fromAddress, table.toAddress, table.reference, table.total, table.part],
    }),
  ],
);

/** A keyword of a workspace. */
export const keyword = pgTable(
  'keyword',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    word: text().notNull(),
    /** The word as texts are compared with it. */
    folded: text().notNull(),
    /** The number people write to; empty is every number. */
    number: text().notNull(),
    kind: keywordKind().notNull(),
    list: uuid().references(() => optInList.id, { onDelete: 'cascade' }),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [uniqueIndex('keyword_word').on(table.workspace, table.environment, table.folded, table.number)],
);

/** What answers a keyword, in the words of the workspace. */
export const keywordReply = pgTable(
  'keyword_reply',
  {
    workspace: owner(),
    environment: environment().notNull(),
    kind: keywordReplyKind().notNull(),
    locale: text().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.environment, table.kind, table.locale] })],
);

/** What a stop of a person has set and nothing has lifted yet: exactly this is what a start takes back. */
export const keywordStop = pgTable(
  'keyword_stop',
  {
    workspace: owner(),
    environment: environment().notNull(),
    channel: channel().notNull(),
    address: text().notNull(),
    inbound: uuid().notNull(),
    /** The withdrawal in the ledger; null when marketing was withdrawn already. */
    consent: uuid(),
    /** The classes it added to the suppression of the address. */
    classes: trafficClass().array().notNull(),
    /** The reason of the suppression before it; null when there was none. */
    reasonBefore: text('reason_before'),
    /** The reason it left: another one means that somebody has decided anew since. */
    reasonAfter: text('reason_after').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.environment, table.channel, table.address] })],
);
