import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { environment } from './enums.ts';
import { owner } from './owner.ts';

/**
 * How a workspace reads a rule of a country where the law is not settled, and which phrases it has found harmless that a list of words would
 * stop. One row for each rule and both environments: what is tried in the sandbox must be what holds in live.
 */
export const legalAnswer = pgTable(
  'legal_answer',
  {
    workspace: owner(),
    /** The rule in the pack of its country, such as `SA.hours`. */
    rule: text().notNull(),
    /** A reading of the rule, or `none`; null leaves it to the pack. */
    reading: text(),
    exceptions: text().array().notNull(),
    /** Why: what a lawyer or the provider said. */
    note: text().notNull(),
    version: integer().notNull().default(1),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspace, table.rule] })],
);

/** What was counted against a cap, by person: the instants themselves, so that no edge of a window lets more pass and a change of the cap holds for what went before. */
export const rollingCap = pgTable(
  'rolling_cap',
  {
    // No foreign key: it is written for each message, and a counter outlives nothing for longer than its window.
    workspace: integer().notNull(),
    environment: environment().notNull(),
    /** Whose cap it is: `law/VN.cap` by the pack of a country, `country/VN` by the word of the workspace, `cap/` and a UUID. */
    rule: text().notNull(),
    /** The address of the person, or for a cap on equal texts a hash of address and text. */
    subject: text().notNull(),
    /** What the last count was judged by; null where it was not judged. An upsert reads its own question from here. */
    limit: integer(),
    countsFromMs: bigint('counts_from_ms', { mode: 'number' }),
    gapFromMs: bigint('gap_from_ms', { mode: 'number' }),
    /** Milliseconds since 1970, in order; those out of the window are dropped with the next count. */
    taken: bigint({ mode: 'number' }).array().notNull(),
    /** When the last of them leaves the window. */
    endsAt: instant('ends_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspace, table.environment, table.rule, table.subject] }),
    index('rolling_cap_ends').on(table.endsAt),
  ],
);
