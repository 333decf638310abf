import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { channel, environment, personRequestKind, personRequestState, trafficClass } from './enums.ts';
import { owner } from './owner.ts';

/**
 * What people asked of us about themselves, and what came of it. The address is in no column: `person` is its keyed hash, `masked` the ends of
 * it that tell it apart for somebody who knows it.
 */
export const personRequest = pgTable(
  'person_request',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    channel: channel().notNull(),
    kind: personRequestKind().notNull(),
    state: personRequestState().notNull(),
    person: text().notNull(),
    masked: text().notNull(),
    reason: text().notNull(),
    /** What an erasure lets nothing more be sent of; none for a copy. */
    blockedClasses: trafficClass('blocked_classes').array().notNull(),
    /** Who asked and who decided: the id of a person or a key, and the name at that time. */
    asked: jsonb().notNull(),
    decided: jsonb(),
    createdAt: instant('created_at').notNull(),
    /** The last day of the answer by law. */
    dueAt: instant('due_at').notNull(),
    endedAt: instant('ended_at'),
    /** What an erasure removed, sealed by the house: an ErasureCertificate. */
    certificate: jsonb(),
    /** What a rectification changed, before and after, addresses masked: a list of PersonChange. */
    changes: jsonb(),
  },
  (table) => [index('person_request_list').on(table.workspace, table.environment, table.id)],
);
