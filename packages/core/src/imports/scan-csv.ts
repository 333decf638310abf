/** Where the watch over a file stands between two parts of it. Plain data, so that it can be kept with the file. */
export interface CsvScan {
  /** Rows that have ended. */
  rows: number;
  /** Columns, cell and row so far of the row that is open, in bytes. */
  columns: number;
  cell: number;
  row: number;
  isQuoted: boolean;
  /** Inside quotation marks, and the last byte was one: the next tells whether it closed the cell. */
  isClosing: boolean;
}

/** The bounds of a file: beyond them is no file of people, but one that was cut wrongly or made to hurt. */
export const CSV_BOUNDS = { rows: 2_000_000, columns: 500, cell: 64 * 1024, row: 1024 * 1024 } as const;

/** The watch before the first byte. */
export const SCAN_BEGIN: CsvScan = { rows: 0, columns: 1, cell: 0, row: 0, isQuoted: false, isClosing: false };

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Goes on watching a file over its next bytes, of an encoding that writes ASCII as ASCII. Answers where the watch stands, or one sentence with
 * the row and the cure when a bound is passed: it is known as soon as the byte is here, and nothing of a cell is held for it.
 */
export function scanCsv(
  from: CsvScan,
  bytes: Uint8Array,
  delimiter: string,
): { ok: true; scan: CsvScan } | { ok: false; message: string } {
  const part = delimiter.charCodeAt(0);
  let { rows, columns, cell, row, isQuoted, isClosing } = from;
  const refuse = (message: string) => ({ ok: false, message: `Row ${rows + 1} ${message}` }) as const;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (isQuoted) {
      if (isClosing && byte !== QUOTE && (byte === part || byte === LF || byte === CR)) isQuoted = isClosing = false;
      else isClosing = byte === QUOTE && !isClosing;
    } else if (byte === QUOTE && cell === 0) {
      isQuoted = true;
    }
    if (!isQuoted && (byte === LF || byte === CR)) {
      if (row > 0) rows += 1;
      if (rows > CSV_BOUNDS.rows)
        return refuse('is one too many: cut the file into files of two million rows at most.');
      columns = 1;
      cell = row = 0;
      continue;
    }
    row += 1;
    if (!isQuoted && byte === part) {
      columns += 1;
      cell = 0;
      if (columns > CSV_BOUNDS.columns) {
        return refuse(`has more than ${CSV_BOUNDS.columns} columns: leave out those that are not needed.`);
      }
      continue;
    }
    cell += 1;
    if (cell > CSV_BOUNDS.cell) {
      return refuse(
        'has a cell of more than 64 KiB: most likely a quotation mark is not closed; close it or take it out.',
      );
    }
    if (row > CSV_BOUNDS.row) return refuse('is longer than 1 MiB: leave out the columns that are not needed.');
  }
  return { ok: true, scan: { rows, columns, cell, row, isQuoted, isClosing } };
}
