import { z } from 'zod';
import { headerText } from './public-api.ts';
import { Channel, Environment } from './words.ts';

/**
 * How far the import of a file is. `uploading` takes parts of the file; `checking` reads all of it and stores nobody, which ends as `checked`;
 * `running` stores people; `done`, `canceled` and `failed` are ends; `undoing` takes back what was stored, which ends as `undone`.
 */
export const ImportState = z.enum([
  'uploading',
  'checking',
  'checked',
  'running',
  'done',
  'canceled',
  'failed',
  'undoing',
  'undone',
]);
export type ImportState = z.infer<typeof ImportState>;

/** What a column of the file holds. */
export const ImportField = z.enum(['address', 'given_at', 'locale', 'ip', 'reference']);
export type ImportField = z.infer<typeof ImportField>;

/** Largest part of a file, in bytes before base64. */
export const IMPORT_PART_MAX_BYTES = 2 * 1024 * 1024;

/** Largest file, in bytes. */
export const IMPORT_FILE_MAX_BYTES = 256 * 1024 * 1024;

/** Body of `POST /v1/contacts/imports`. */
export const CreateImportRequest = z.strictObject({
  list_id: z.string().max(60).describe('The list the people come onto: lst_ and 26 characters.'),
  file_name: headerText(200).default('contacts.csv').describe('What people know the file by.'),
  size: z
    .int()
    .min(1)
    .max(IMPORT_FILE_MAX_BYTES, {
      error: 'must be at most 256 MiB: cut the file into several, each with its column names',
    })
    .optional()
    .describe('How large the file is, in bytes: then it cannot be started before all of it is here.'),
});
export type CreateImportRequest = z.infer<typeof CreateImportRequest>;

/** Body of `POST /v1/contacts/imports/{id}/parts`: the next bytes of the file. */
export const AddImportPartRequest = z.strictObject({
  at: z.int().min(0).describe('Where the part begins in the file, in bytes: what was sent before it.'),
  data: z
    .base64({ error: 'must be base64' })
    .min(4)
    .max(Math.ceil(IMPORT_PART_MAX_BYTES / 3) * 4)
    .describe('At most 2 MiB of the file as base64. A part sent again changes nothing.'),
});
export type AddImportPartRequest = z.infer<typeof AddImportPartRequest>;

/** How a file is read and where its consents come from. */
export const ImportRules = z.strictObject({
  source: headerText(200).describe('Where the consents come from; kept in the ledger with each of them.'),
  reference: headerText(400).describe('The proof of the file as a whole: what you find it by in your own files.'),
  given_at: z.iso
    .datetime({ offset: true, error: 'must be an RFC 3339 instant such as 2026-11-23T09:00:00Z' })
    .optional()
    .describe('When the consents were given, for rows that do not say so themselves.'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'must be two capital letters such as MX' })
    .optional()
    .describe(
      'The country of numbers that are written without "+" and country code; left out, such numbers are refused.',
    ),
  duplicates: z
    .enum(['keep', 'renew'])
    .default('keep')
    .describe(
      'Who is on the list already: `keep` leaves them as they are, `renew` adds the consent of the file and its language.',
    ),
  columns: z
    .array(ImportField.nullable())
    .max(500)
    .optional()
    .describe('What each column holds, in their order; null is not read. Left out, columns are known by their names.'),
});
export type ImportRules = z.infer<typeof ImportRules>;

/** Body of `POST /v1/contacts/imports/{id}/start`. */
export const StartImportRequest = z.strictObject({
  ...ImportRules.shape,
  dry_run: z.boolean().default(true).describe('Read and judge the whole file, and store nobody.'),
});
export type StartImportRequest = z.infer<typeof StartImportRequest>;

/** What became of the rows; each row is counted once, so they add up to the rows that were read. */
export const ImportCounts = z.object({
  /** Stored in the ledger and on the list; in a check, what is right. */
  added: z.int(),
  /** On the list already, or the ledger had the consent already. */
  known: z.int(),
  /** Their person stands in an earlier row of the file. */
  repeated: z.int(),
  /** They withdrew later than the file says they agreed, or were erased, and stay out. */
  withdrawn_since: z.int(),
  /** They cannot be used; the error file has them. */
  refused: z.int(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

/** The import of a file of people. */
export const ImportView = z.object({
  id: z.string(),
  list_id: z.string(),
  list_name: z.string(),
  channel: Channel,
  environment: Environment,
  file_name: z.string(),
  state: ImportState,
  /** How large the file is, where it was told. */
  size: z.int().nullable(),
  /** Bytes of the file that are here, and of those how many were read. */
  bytes: z.int(),
  bytes_read: z.int(),
  /** Rows that were read, without the line of column names. */
  rows: z.int(),
  counts: ImportCounts,
  /** Rows whose address was put right: spaces, brackets, a missing country code. */
  fixed: z.int(),
  /** How often a row was refused for what. */
  reasons: z.array(z.object({ code: z.string(), count: z.int() })),
  /** The first rows that were refused. */
  faults: z.array(z.object({ line: z.int(), column: z.string(), message: z.string() })),
  rules: ImportRules.nullable(),
  /** Why nothing more comes of it; null unless it failed. */
  failure: z.string().nullable(),
  /** What an undo did: how many consents it withdrew, and how many it left because something came after them or was there before. */
  undone: z.object({ withdrawn: z.int(), left: z.int() }).nullable(),
  created_at: z.string(),
  started_at: z.string().nullable(),
  finished_at: z.string().nullable(),
  /** Until when it can be undone, and its error file fetched; null when it cannot. */
  undo_until: z.string().nullable(),
});
export type ImportView = z.infer<typeof ImportView>;

/** Which imports to show. */
export const ListImportsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(60).optional(),
});
export type ListImportsQuery = z.infer<typeof ListImportsQuery>;

/** Imports, newest first. */
export const ImportPage = z.object({ data: z.array(ImportView), next_cursor: z.string().nullable() });
export type ImportPage = z.infer<typeof ImportPage>;

/** How the beginning of a file looks. */
export const ImportPreview = z.object({
  encoding: z.string(),
  delimiter: z.string(),
  /** Each column with what it is taken to hold: as the last file with these columns was read, else by its name. */
  columns: z.array(z.object({ column: z.string(), field: ImportField.nullable() })),
  remembered: z.boolean(),
  rows: z.array(z.array(z.string())),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** Which refused rows to give. */
export const ImportErrorsQuery = z.strictObject({ cursor: z.string().max(20).optional() });
export type ImportErrorsQuery = z.infer<typeof ImportErrorsQuery>;

/** A piece of the error file: refused rows as they came, with what is wrong in a last column. Pieces put together are the file. */
export const ImportErrors = z.object({ csv: z.string(), next_cursor: z.string().nullable() });
export type ImportErrors = z.infer<typeof ImportErrors>;
