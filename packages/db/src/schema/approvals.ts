import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { approvalAction, approvalState, environment } from './enums.ts';
import { owner } from './owner.ts';

/**
 * What one person asked for and a second one decides: a change that takes force when it is approved, or an export or an address
 * that may then be seen for a while. No address of a recipient is in it: a person is a keyed hash and the ends of the address.
 */
export const approval = pgTable(
  'approval',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    /** Null for what live and sandbox share. */
    environment: environment(),
    action: approvalAction().notNull(),
    state: approvalState().notNull().default('waiting'),
    /** What it is about, by the id it has outside; null for what is not there yet. */
    object: text(),
    name: text().notNull(),
    reason: text().notNull(),
    /** What is to be done, as the verb of the action takes it; null for what is only looked at. */
    wanted: jsonb(),
    before: jsonb(),
    after: jsonb(),
    /** Who asked and who decided: the id of a person, and the name at that time. */
    asked: jsonb().notNull(),
    decided: jsonb(),
    comment: text(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    usableUntil: instant('usable_until'),
  },
  (table) => [
    index('approval_list').on(table.workspace, table.id),
    index('approval_object').on(table.workspace, table.object),
  ],
);
