import { pipeline, Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CSV_BOUNDS, type FileEncoding } from '@signalbox/core';
import { readImportBytes } from '@signalbox/db';
import { type InfoRecord, parse } from 'csv-parse';
import type { RequestContext } from '../context.ts';
import { CSV_OPTIONS, type CsvRecord } from '../csv/read-csv.ts';
import { inWorkspace } from '../tenant.ts';

/** A file that is here whole. */
interface ImportFile {
  id: string;
  encoding: FileEncoding;
  delimiter: string;
}

/** Nothing further of the file can be read, for the reason given: a sentence with the cure. */
export class FileUnreadable extends Error {}

// What is read in one go: some milliseconds, between which others have their turn, and little memory.
const SLICE_BYTES = 32 * 1024;

/**
 * Reads the lines of a file, the one of column names first, holding little of it at a time. `onRead` hears how many bytes went in. Throws
 * `FileUnreadable` for what is no CSV.
 */
export async function* readLines(
  ctx: RequestContext,
  file: ImportFile,
  onRead: (bytes: number) => void,
): AsyncGenerator<CsvRecord> {
  const { encoding, delimiter } = file;
  const parser = parse({
    ...{ ...CSV_OPTIONS, delimiter, max_record_size: CSV_BOUNDS.row * 2, info: false },
    // Of the numbers that come with a row the line is kept, and none of the dozen others: hundreds of rows are held at a time.
    // The types take it for granted that a record keeps its form.
    on_record: ((record: string[], { lines }: InfoRecord): CsvRecord => ({ record, info: { lines } })) as never,
  });
  // Its error is thrown by the loop below.
  pipeline(Readable.from(textOf(ctx, file.id, encoding, onRead)), parser, () => undefined);
  let line = 0;
  try {
    for await (const record of parser) {
      line = (record as CsvRecord).info.lines;
      yield record as CsvRecord;
    }
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new FileUnreadable(
        `Behind line ${line} the file is not written in UTF-8 as its beginning is: save all of it as UTF-8.`,
      );
    }
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) {
      throw new FileUnreadable(
        `Behind line ${line} the file is no readable CSV: most likely a quotation mark is not closed.`,
      );
    }
    throw error;
  }
}

async function* textOf(
  ctx: RequestContext,
  id: string,
  encoding: FileEncoding,
  onRead: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  let at = 0;
  for (;;) {
    const place = { at, limit: SLICE_BYTES };
    const slice = await inWorkspace(ctx, (tx) => readImportBytes(tx, ctx.workspace.number, id, place));
    if (slice === undefined) break;
    at += slice.length;
    const text = decoder.decode(slice, { stream: true });
    onRead(at);
    if (text !== '') yield text;
    await nextTurn();
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
