import {
  bigint,
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
import { environment } from './enums.ts';
import { owner } from './owner.ts';

/**
 * The audit log: one chain a workspace, appended by `append_audit` and by nothing else. The hash of a row is taken over the hash of the row
 * before, so that no row can be changed, dropped or moved without every later hash telling.
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    workspace: owner(),
    seq: bigint({ mode: 'number' }).notNull(),
    id: uuid().notNull().unique(),
    // To the millisecond, as the hash spells it: what a clock says beyond that would be in no hash.
    at: timestamp('at', { withTimezone: true, mode: 'date', precision: 3 }).notNull(),
    environment: environment(),
    actorKind: text('actor_kind').notNull(),
    actorId: text('actor_id').notNull(),
    /** What the actor was called at that time. */
    actorName: text('actor_name').notNull(),
    action: text().notNull(),
    objectKind: text('object_kind').notNull(),
    objectId: text('object_id').notNull(),
    objectName: text('object_name').notNull(),
    before: jsonb(),
    after: jsonb(),
    address: text(),
    requestId: text('request_id').notNull(),
    prevHash: text('prev_hash').notNull(),
    hash: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspace, table.seq] }),
    // Two entries behind one: a chain cannot fork.
    uniqueIndex('audit_entry_chain').on(table.workspace, table.prevHash),
    index('audit_entry_actor').on(table.workspace, table.actorId, table.seq),
    index('audit_entry_object').on(table.workspace, table.objectId, table.seq),
    index('audit_entry_action').on(table.workspace, table.action, table.seq),
    index('audit_entry_at').on(table.workspace, table.at),
  ],
);

/** Where each chain ends: without it, dropping the newest entries would leave a chain that fits. */
export const auditHead = pgTable('audit_head', {
  workspace: integer()
    .primaryKey()
    .references(() => workspace.number),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
});
