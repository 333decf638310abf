import { guardCell, readCell } from '@signalbox/core';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

/** A line of a file: its cells, and its number counted from 1. */
export interface CsvRecord {
  record: string[];
  info: { lines: number };
}

/** The lines of a file, the one of column names first; or why nothing of it can be read. */
export type CsvFile = { ok: true; records: CsvRecord[] } | { ok: false; fault: string };

/** How a CSV is read, besides the sign that parts its cells. */
export const CSV_OPTIONS = {
  bom: true,
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  // A portal that writes a text with quotation marks inside writes them plainly.
  relax_quotes: true,
} as const;

/** Reads a CSV text with whatever sign parts its cells: comma, semicolon, tab or bar. */
export function readCsv(csv: string): CsvFile {
  try {
    const records = parse(csv, { ...CSV_OPTIONS, delimiter: delimiterOf(csv) }) as unknown as CsvRecord[];
    return { ok: true, records: records.map(({ record, info }) => ({ record: record.map(readCell), info })) };
  } catch (error) {
    return {
      ok: false,
      fault: `The file is no readable CSV: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** The sign that parts the cells of a text, by its first line. */
export const delimiterOf = (csv: string): string => {
  const first = csv.slice(0, csv.search(/[\r\n]|$/));
  return [',', ';', '\t', '|'].reduce((best, sign) =>
    first.split(sign).length > first.split(best).length ? sign : best,
  );
};

/** The column that is added to faulty lines; in a file that is brought again it is not carried twice. */
export const WHAT_IS_WRONG = 'what_is_wrong';

/** Faulty lines as they came, with what is wrong in a column of its own: mended, the file can be brought again. */
export function writeErrorCsv(
  header: readonly string[],
  lines: readonly { cells: readonly string[]; faults: readonly { column: string; message: string }[] }[],
): string {
  return writeErrorHead(header) + writeErrorLines(header, lines);
}

/** The line of column names of such a file. */
export const writeErrorHead = (header: readonly string[]): string => writeLines([[...header, WHAT_IS_WRONG]]);

/** Its other lines. */
export const writeErrorLines = (
  header: readonly string[],
  lines: readonly { cells: readonly string[]; faults: readonly { column: string; message: string }[] }[],
): string =>
  writeLines(
    lines.map(({ cells, faults }) => [
      ...header.map((_, index) => cells[index] ?? ''),
      faults.map(({ column, message }) => (column === '' ? message : `${column}: ${message}`)).join('; '),
    ]),
  );

const writeLines = (rows: readonly (readonly string[])[]): string => stringify(rows.map((row) => row.map(guardCell)));

/** A word of a file as it is compared: small letters and digits, nothing else. */
export const foldWord = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');
