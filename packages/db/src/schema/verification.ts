import { bigint, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { channel, environment, verificationState } from './enums.ts';

/**
 * A code on its way to a person and back: PARTITION BY RANGE on `id` in the migration, dropped by the day like the messages it sent.
 * Named `otp_` because the sign-in library owns the plain name; one-time password is what the field calls such a code.
 */
export const otpVerification = pgTable(
  'otp_verification',
  {
    id: uuid().notNull(),
    expiresAt: instant('expires_at').notNull(),
    approvedAt: instant('approved_at'),
    /** When it was canceled or blocked, or failed. */
    endedAt: instant('ended_at'),
    workspace: integer().notNull(),
    apiKey: integer('api_key'),
    /** The route whose message brought the code that was typed. */
    route: integer(),
    environment: environment().notNull(),
    state: verificationState().notNull(),
    codeLength: smallint('code_length').notNull(),
    tries: smallint().notNull(),
    triesMax: smallint('tries_max').notNull(),
    channelTimeoutSeconds: smallint('channel_timeout_seconds').notNull(),
    address: text().notNull(),
    email: text(),
    sender: text(),
    country: text(),
    purpose: text().notNull(),
    appName: text('app_name').notNull(),
    locale: text().notNull(),
    domain: text(),
    /** HMAC of the id and the code under a key derived from the master key: equal codes have different hashes. */
    codeHash: text('code_hash').notNull(),
    /** The code sealed for this row, for as long as it may be sent again; null from the moment it is used, barred, canceled or blocked. */
    sealedCode: text('sealed_code'),
    /** Hash of what the code confirms besides the address; null when it confirms nothing else. */
    boundHash: text('bound_hash'),
    /** Why it was blocked or has failed: a code of the table of reasons. */
    reason: text(),
    /** The facts a block was judged by. */
    evidence: jsonb(),
    /** The blocks of numbers it is counted in, digits without "+"; null when it is counted in none. */
    blocks: text().array(),
    channels: channel().array().notNull(),
    /** UUIDs of the messages that carried the code, in the order they were accepted. */
    messageIds: uuid('message_ids').array().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspace, table.id] }),
    index('otp_verification_address').on(table.workspace, table.address, table.id),
  ],
);

/** How often something was done in a window of time, counted up only below its limit. */
export const rateCounter = pgTable(
  'rate_counter',
  {
    workspace: integer().notNull(),
    /** What is counted and in which environment, such as `live start address 600`. */
    scope: text().notNull(),
    /** Whose count it is: an address, a key, a workspace. */
    subject: text().notNull(),
    windowStart: instant('window_start').notNull(),
    windowEnd: instant('window_end').notNull(),
    limit: integer().notNull(),
    used: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspace, table.scope, table.subject, table.windowStart] }),
    index('rate_counter_end').on(table.windowEnd),
  ],
);

/** Verifications of an hour by a route that carried their code: how many it sent, and how many were converted by it. Route 0 counts those no route took. */
export const conversionTally = pgTable(
  'conversion_tally',
  {
    hour: instant('hour').notNull(),
    sent: bigint({ mode: 'number' }).notNull(),
    converted: bigint({ mode: 'number' }).notNull(),
    workspace: integer().notNull(),
    route: integer().notNull(),
    environment: environment().notNull(),
    country: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.environment, table.hour, table.route, table.country] })],
);
