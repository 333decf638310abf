import type { FileEncoding } from '@signalbox/core';
import { parse } from 'csv-parse/sync';
import { CSV_OPTIONS, type CsvRecord } from '../csv/read-csv.ts';

/** The column names of a file, and the rows below them that its first bytes hold whole, at most so many. */
export function readHead(
  bytes: Uint8Array,
  encoding: FileEncoding,
  delimiter: string,
  rows: number,
): { header: string[]; rows: string[][] } {
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  const records = parse(text, {
    ...CSV_OPTIONS,
    delimiter,
    to: rows + 1,
    // The last row of the piece may be cut anywhere.
    skip_records_with_error: true,
  }) as unknown as CsvRecord[];
  const [head, ...body] = records.map(({ record }) => record);
  return { header: head ?? [], rows: body };
}

/** So much of a file is read for its column names and first rows. */
export const HEAD_BYTES = 1024 * 1024;
