import {
  bigint,
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';
import { optInList } from './consent.ts';
import { environment, importState } from './enums.ts';
import { owner } from './owner.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** The import of a file of people onto a list: how far it is, and what became of its rows. It holds no cell of the file. */
export const contactImport = pgTable(
  'contact_import',
  {
    id: uuid().primaryKey(),
    workspace: owner(),
    environment: environment().notNull(),
    list: uuid()
      .notNull()
      .references(() => optInList.id, { onDelete: 'cascade' }),
    fileName: text('file_name').notNull(),
    state: importState().notNull().default('uploading'),
    /** Somebody asked to stop it: the worker does before its next step. */
    isStopping: boolean('is_stopping').notNull().default(false),
    /** How large the file is, where it was told: it is read when all of it is here. */
    size: bigint({ mode: 'number' }),
    bytes: bigint({ mode: 'number' }).notNull().default(0),
    encoding: text(),
    delimiter: text(),
    /** Where the watch over cells and columns stands at the end of what is here. */
    scan: jsonb(),
    /** SHA-256 of the column names: files with the same ones are read the same way. */
    headerKey: text('header_key'),
    rules: jsonb(),
    bytesRead: bigint('bytes_read', { mode: 'number' }).notNull().default(0),
    rows: integer().notNull().default(0),
    /** Steps that are committed; the fence between two workers that take the same job. */
    steps: integer().notNull().default(0),
    counts: jsonb().notNull().default({}),
    fixed: integer().notNull().default(0),
    reasons: jsonb().notNull().default({}),
    faults: jsonb().notNull().default([]),
    failure: text(),
    undone: jsonb(),
    createdAt: instant('created_at').notNull().defaultNow(),
    startedAt: instant('started_at'),
    finishedAt: instant('finished_at'),
    /** When the file, the refused rows and the way back were dropped. */
    droppedAt: instant('dropped_at'),
  },
  (table) => [
    index('contact_import_recent').on(table.workspace, table.environment, table.id),
    index('contact_import_header').on(table.workspace, table.headerKey, table.id),
  ],
);

/** The bytes of a file, as they came. */
export const contactImportPart = pgTable(
  'contact_import_part',
  {
    import: uuid()
      .notNull()
      .references(() => contactImport.id, { onDelete: 'cascade' }),
    /** Where it begins in the file. */
    at: bigint({ mode: 'number' }).notNull(),
    workspace: owner(),
    bytes: bytea().notNull(),
  },
  (table) => [primaryKey({ columns: [table.import, table.at] })],
);

/** Rows of a file that were stored together: the places of their entries in the ledger, and what was refused of them. */
export const contactImportStep = pgTable(
  'contact_import_step',
  {
    import: uuid()
      .notNull()
      .references(() => contactImport.id, { onDelete: 'cascade' }),
    n: integer().notNull(),
    workspace: owner(),
    /** First and last place in the chain; null when none was added. */
    firstSeq: bigint('first_seq', { mode: 'number' }),
    lastSeq: bigint('last_seq', { mode: 'number' }),
    /** Refused rows as they came, with what is wrong: lines of CSV. */
    errors: text(),
    isUndone: boolean('is_undone').notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.import, table.n] })],
);
