import { z } from 'zod';

/** Most prefixes of one table. */
export const NETWORK_PREFIXES_MAX = 50_000;

/**
 * How the network of a number is known: by the range of numbers that was given to it (`prefix`), by a receipt that named another, as after a number was ported, by a service that was asked for this message
 * (`lookup`) or before it and is still believed (`cache`).
 */
export const NetworkSource = z.enum(['prefix', 'receipt', 'lookup', 'cache']);
export type NetworkSource = z.infer<typeof NetworkSource>;

/** The network of a number, as a decision is told it. */
export interface NetworkFact {
  /** MCC and MNC as digits. */
  code: string;
  name: string;
  source: NetworkSource;
}

/** Body of `POST /v1/networks/imports`: which ranges of numbers belong to which network. */
export const ImportNetworksRequest = z.strictObject({
  csv: z.string().min(1).max(3_500_000).describe('The text of the file, with its line of column names.'),
  file_name: z.string().trim().max(120).default('').describe('What the file is called; stands in the audit log.'),
  whole_table: z
    .boolean()
    .default(false)
    .describe('The file is the whole table: prefixes it leaves out are removed, samples included.'),
  dry_run: z.boolean().default(true).describe('Read and compare only, change nothing.'),
  skip_faulty: z
    .boolean()
    .default(false)
    .describe('Store the rows that are right although others are not; else a file with a faulty row changes nothing.'),
});
export type ImportNetworksRequest = z.infer<typeof ImportNetworksRequest>;

/** What a table of networks holds, and what came of it. */
export const ImportNetworksResult = z.object({
  rows: z.int(),
  right: z.int(),
  columns: z.array(z.object({ column: z.string(), field: z.string().nullable() })),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  faults: z.array(z.object({ line: z.int(), column: z.string(), message: z.string() })),
  fault_count: z.int(),
  error_csv: z.string().nullable(),
  stored: z.boolean(),
});
export type ImportNetworksResult = z.infer<typeof ImportNetworksResult>;

/** Filters of `GET /v1/networks`. */
export const ListNetworksQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z
    .string()
    .regex(/^\d{1,15}$/, 'must be the last prefix of the page before')
    .optional()
    .describe('`next_after` of the page before.'),
});
export type ListNetworksQuery = z.infer<typeof ListNetworksQuery>;

/** A range of numbers and its network. `sample` marks those that came with the installation, to try things with. */
export const NetworkPrefixView = z.object({
  prefix: z.string(),
  network: z.string(),
  country: z.string(),
  name: z.string(),
  sample: z.boolean(),
});
export type NetworkPrefixView = z.infer<typeof NetworkPrefixView>;

/** A page of the table by prefix. */
export const NetworkPrefixPage = z.object({
  total: z.int(),
  data: z.array(NetworkPrefixView),
  next_after: z.string().nullable(),
});
export type NetworkPrefixPage = z.infer<typeof NetworkPrefixPage>;
