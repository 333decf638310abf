import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { workspace } from './access.ts';
import { instant } from './columns.ts';
import { channel, channelMode, environment, messageState, receiptVerdict, trafficClass } from './enums.ts';

// Column order is storage order: wide aligned columns first, so that no byte of a row is padding. These four tables are
// PARTITION BY RANGE on their first key column in the migration; a UUIDv7 carries its time, so the key finds its day.

/** A message as accepted: written once, never updated. The instant of acceptance is inside the id. */
export const message = pgTable(
  'message',
  {
    id: uuid().notNull(),
    expiresAt: instant('expires_at').notNull(),
    sendAt: instant('send_at'),
    maxPriceMicros: bigint('max_price_micros', { mode: 'number' }),
    workspace: integer().notNull(),
    apiKey: integer('api_key'),
    environment: environment().notNull(),
    class: trafficClass().notNull(),
    channel: channel().notNull(),
    parts: smallint(),
    maxPriceCurrency: text('max_price_currency'),
    country: text(),
    address: text().notNull(),
    sender: text(),
    subject: text(),
    body: text(),
    html: text(),
    clientRef: text('client_ref'),
    metadata: jsonb(),
    /** The body as it is sent, sealed, when `body` shows it masked: a code of ours is nowhere at rest in the clear. */
    sealedBody: text('sealed_body'),
    /**
     * What this message is one channel of: the group of its send, or the verification whose next channel may follow it. Null for a message
     * that stands alone, which is how whoever ends it knows, without a question, that nothing follows.
     */
    sentFor: uuid('sent_for'),
    /** What it was written by, a WrittenBy; null for content of the caller's own. */
    template: jsonb(),
    /** What marketing is about, as the ledger names it; null for what names no topic. */
    topic: text(),
    /** The language a call is spoken in; null for what is read. */
    locale: text(),
  },
  (table) => [
    primaryKey({ columns: [table.workspace, table.id] }),
    // A filter for each hundred pages: who asks for all messages of a person reads those that may hold one. An index of addresses would slow every accept.
    index('message_person').using('brin', sql`lower(${table.address}) text_bloom_ops`),
  ],
);

/**
 * A send over several channels. It carries the id of its first message; each message names it in `sent_for`. PARTITION BY RANGE on `id` in
 * the migration, dropped by the day like its messages.
 */
export const messageGroup = pgTable(
  'message_group',
  {
    id: uuid().notNull(),
    /** The end of the validity of the whole: no channel goes after it. */
    expiresAt: instant('expires_at').notNull(),
    workspace: integer().notNull(),
    /** How long a channel waits for its receipt; null when all go at once. */
    timeoutSeconds: integer('timeout_seconds'),
    environment: environment().notNull(),
    mode: channelMode().notNull(),
    channels: channel().array().notNull(),
    /** UUIDs of the messages that went, in the order of `channels`. */
    messageIds: uuid('message_ids').array().notNull(),
    /** Why each message after the first went: a reason of the one before it. */
    reasons: text().array().notNull(),
    /** Address and content of the channels whose turn has not come, in order; null when none goes any more. */
    waiting: jsonb(),
    /** Why the waiting channels do not go; null while they may, or when all have gone. */
    stopped: text(),
    /** The substitution rule that chose the order of the channels, a Substituted; null where the caller's order stands. */
    substitution: jsonb(),
  },
  (table) => [
    primaryKey({ columns: [table.workspace, table.id] }),
    index('message_group_substituted').on(table.workspace, table.id).where(sql`${table.substitution} is not null`),
  ],
);

/**
 * The turns at a message: who takes turn n holds the only right to act on it. A turn with a worker is a claim, written before the first
 * byte leaves; one without is used up without a submission, and the event of the same number says why. The routing record is the plan plus the draw, which follows from id and n.
 */
export const attempt = pgTable(
  'attempt',
  {
    messageId: uuid('message_id').notNull(),
    claimedAt: instant('claimed_at').notNull(),
    plan: bigint({ mode: 'bigint' }),
    workspace: integer().notNull(),
    route: integer(),
    worker: integer(),
    n: smallint().notNull(),
    facts: jsonb(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.n] })],
);

/** The history of a message after its first turn; the newest event is its state. (message, seq) lets a change happen once. */
export const event = pgTable(
  'event',
  {
    messageId: uuid('message_id').notNull(),
    at: instant('at').notNull(),
    workspace: integer().notNull(),
    state: messageState().notNull(),
    seq: smallint().notNull(),
    attempt: smallint().notNull(),
    late: boolean().notNull(),
    /** Provider number, colon, canonical reference of the first part: what a receipt is matched by. */
    ref: text(),
    reason: text(),
    /** Of the receipt this event stands for; null for all other events. */
    verdict: receiptVerdict(),
    /** The receipt lies in its own table when it did not find its submission at once. */
    receiptId: uuid('receipt_id'),
    /** The receipt as it came, when it found its submission at once: then it is stored here and nowhere else. */
    raw: text(),
    data: jsonb(),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.seq] }),
    index('event_ref').on(table.ref).where(sql`ref is not null`),
    // When what is held is judged afresh: the sweep finds those whose job was lost.
    index('event_release').on(sql`((data->>'release_at_ms')::int8)`).where(sql`state = 'held'`),
    // Without the state in its key: under row-level security the server may not search by an enum, whose comparison it does not hold leakproof.
    index('event_problem').on(table.workspace, table.messageId).where(sql`state not in ('sent', 'delivered')`),
  ],
);

/** References of the second and further parts of long texts, and the verdicts that came for any part of them. */
export const partRef = pgTable(
  'part_ref',
  {
    messageId: uuid('message_id').notNull(),
    workspace: integer().notNull(),
    attempt: smallint().notNull(),
    part: smallint().notNull(),
    verdict: receiptVerdict(),
    ref: text().notNull(),
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.attempt, table.part] }),
    index('part_ref_ref').on(table.ref),
  ],
);

/** Receipts as they came that did not find their submission in the process that took them, stored before they are acknowledged. The others lie in the event they caused. */
export const receipt = pgTable(
  'receipt',
  {
    id: uuid().notNull(),
    provider: integer().notNull(),
    workspace: integer().notNull(),
    verdict: receiptVerdict().notNull(),
    raw: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.id] })],
);

/** Receipts that found no message yet: matched again for 72 hours. */
export const orphanReceipt = pgTable(
  'orphan_receipt',
  {
    receiptId: uuid('receipt_id').primaryKey(),
    workspace: integer()
      .notNull()
      .references(() => workspace.number),
    verdict: receiptVerdict().notNull(),
    ref: text().notNull(),
    reason: text(),
    /** The network it names, MCC and MNC as digits. */
    network: text(),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [index('orphan_receipt_ref').on(table.ref)],
);

/** Where the first answer to an idempotency key stands, which is replayed to every repeat for a day. */
export const idempotency = pgTable('idempotency', {
  /** Digest of workspace, environment, route and key: a text of that length would make the index several times as large and as slow. */
  id: uuid().primaryKey(),
  packet: bigint({ mode: 'number' }).notNull(),
  workspace: integer().notNull(),
  /** Of its line in the packet, from 1. */
  place: smallint().notNull(),
});

/** The answers that one transaction stored for a workspace: with a row for each, storing them would cost half as much again and take twice the room. */
export const idempotencyPacket = pgTable(
  'idempotency_packet',
  {
    number: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    createdAt: instant('created_at').notNull(),
    workspace: integer().notNull(),
    keys: uuid().array().notNull(),
    /** A line for each: fingerprint of the call, request id, status, key, and the body as it was answered. Stored uncompressed (migration). */
    answers: text().notNull(),
  },
  (table) => [index('idempotency_packet_created').on(table.createdAt)],
);

/** The caller's own references: unique for ever in a workspace and environment. */
export const clientRef = pgTable(
  'client_ref',
  {
    workspace: integer().notNull(),
    environment: environment().notNull(),
    ref: text().notNull(),
    messageId: uuid('message_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.environment, table.ref] })],
);

/** How many messages of an hour of acceptance stand where: kept in the transaction that stores the events it counts. */
export const tally = pgTable(
  'tally',
  {
    hour: instant('hour').notNull(),
    workspace: integer().notNull(),
    environment: environment().notNull(),
    channel: channel().notNull(),
    class: trafficClass().notNull(),
    country: text().notNull(),
    state: messageState().notNull(),
    count: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.workspace, table.environment, table.hour, table.channel, table.class, table.country, table.state],
    }),
  ],
);

/** A worker process and the instant it last said it lives; attempts of a worker past its lease are taken from it. */
export const workerLease = pgTable('worker_lease', {
  number: integer().primaryKey().generatedAlwaysAsIdentity(),
  name: text().notNull(),
  startedAt: instant('started_at').notNull().defaultNow(),
  renewedAt: instant('renewed_at').notNull().defaultNow(),
  endedAt: instant('ended_at'),
});

/** How far a sweep has come, by its name. */
export const sweepMark = pgTable('sweep_mark', {
  name: text().primaryKey(),
  reached: uuid().notNull(),
});
