import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { workspace } from './access.ts';
import { instant } from './columns.ts';
import { channel, consentState, environment, listMemberState } from './enums.ts';
import { owner } from './owner.ts';

/**
 * The consent ledger: one chain a workspace, appended by `append_consent` and by nothing else. A hash stands over all that is no personal data;
 * over the address and the proof it stands by way of `person`, a salted hash: who is erased takes address, proof and salt along, and the
 * chain still fits. The columns of the chain are null in no row; the migration that brings them says so once it has filled them.
 */
export const consent = pgTable(
  'consent',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    channel: channel().notNull(),
    address: text().notNull(),
    state: consentState().notNull(),
    source: text().notNull(),
    at: instant('at').notNull(),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
    purpose: text().notNull().default('marketing'),
    /** What within the purpose; null is all of it. */
    topic: text(),
    list: uuid(),
    locale: text(),
    /** SHA-256 of the wording that was shown; its text is in `consent_wording`. */
    wording: text(),
    wordingVersion: text('wording_version'),
    /** ISO 3166-1 alpha-2 country whose law it was given under. */
    jurisdiction: text(),
    /** How it is known, as canonical JSON: the bytes are the evidence. */
    proof: text(),
    /** What the event is known again by: the same one, brought twice, is one entry. */
    eventKey: text('event_key'),
    seq: bigint({ mode: 'number' }),
    salt: text(),
    person: text(),
    prevHash: text('prev_hash'),
    hash: text(),
  },
  (table) => [
    index('consent_address').on(table.workspace, table.environment, table.channel, table.address, table.at),
    uniqueIndex('consent_seq').on(table.workspace, table.seq),
    // Two entries behind one: a chain cannot fork.
    uniqueIndex('consent_chain').on(table.workspace, table.prevHash),
    uniqueIndex('consent_event').on(table.workspace, table.environment, table.eventKey),
  ],
);

/** Where each chain of consents ends. */
export const consentHead = pgTable('consent_head', {
  workspace: integer()
    .primaryKey()
    .references(() => workspace.number),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
});

/** The wordings people were shown, by their hash. */
export const consentWording = pgTable(
  'consent_wording',
  {
    workspace: owner(),
    hash: text().notNull(),
    text: text().notNull(),
    firstAt: instant('first_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.hash] })],
);

/** A list people opt in to, on one channel. */
export const optInList = pgTable(
  'opt_in_list',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    channel: channel().notNull(),
    name: text().notNull(),
    purpose: text().notNull(),
    topic: text(),
    doubleOptIn: boolean('double_opt_in').notNull(),
    /** How long a link to confirm is good for. */
    confirmHours: integer('confirm_hours').notNull(),
    /** Who asks for the confirmation; null is the sender of the provider. */
    sender: text(),
    /** What people are shown when they opt in, by locale: `{ en: { text, version } }`. */
    wordings: jsonb().notNull(),
    /** Whether anybody can ask to be on it on the page of the list, and how many in an hour. */
    signUpOpen: boolean('sign_up_open').notNull().default(false),
    signUpHourly: integer('sign_up_hourly').notNull().default(500),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date', precision: 3 }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex('opt_in_list_name').on(table.workspace, table.environment, table.name)],
);

/** How a person stands to a list. What is pending past `confirm_by` has expired, by the clock and without a job. */
export const listMember = pgTable(
  'list_member',
  {
    list: uuid()
      .notNull()
      .references(() => optInList.id, { onDelete: 'cascade' }),
    address: text().notNull(),
    workspace: owner(),
    state: listMemberState().notNull(),
    locale: text().notNull(),
    source: text().notNull(),
    since: timestamp('since', { withTimezone: true, mode: 'date', precision: 3 }).notNull().defaultNow(),
    confirmBy: instant('confirm_by'),
    /** The message that asks for the confirmation. */
    message: uuid(),
    /** How the wish to be on the list is known, while it waits for its confirmation: canonical JSON. */
    proof: text(),
    /** The entry of the ledger that made the state; null while it is pending. */
    consent: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.list, table.address] }),
    index('list_member_person').on(table.workspace, table.address),
  ],
);
