import { createHash } from 'node:crypto';
import {
  type AddImportPartRequest,
  IMPORT_FILE_MAX_BYTES,
  IMPORT_PART_MAX_BYTES,
  type ImportView,
} from '@signalbox/contracts';
import {
  asAsciiBytes,
  type CsvScan,
  type FileEncoding,
  guessEncoding,
  SCAN_BEGIN,
  scanCsv,
  withoutMark,
} from '@signalbox/core';
import { addImportPart, type ImportRow, readStaged } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { delimiterOf } from '../csv/read-csv.ts';
import { refuseField } from '../field-refusal.ts';
import { foldTitle } from '../lists/read-person.ts';
import { inWorkspace } from '../tenant.ts';
import { importOf, notNow } from './find-import.ts';
import { readHead } from './read-head.ts';
import { viewImport } from './view.ts';

const MIB = 1024 * 1024;
/** What the files of a workspace may take up together. */
const STAGED_MAX_BYTES = 1024 * MIB;

/**
 * Stores the next bytes of a file. A part that is here already changes nothing, so that a call whose answer was lost is made again; a gap is refused
 * with the place to go on at. What no file of people would hold is refused as soon as it comes, with its row and the cure.
 */
export async function addImportPartTo({
  ctx,
  input: { id, at, data },
}: {
  ctx: RequestContext;
  input: AddImportPartRequest & { id: string };
}): Promise<ImportView> {
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > IMPORT_PART_MAX_BYTES) {
    throw refuseField('data', 'too_large', 'A part has at most 2 MiB before base64; cut the file into smaller parts.');
  }
  return inWorkspace(ctx, async (tx) => {
    const row = await importOf(tx, ctx, id, true);
    if (row.state !== 'uploading') throw notNow('The file is closed: it was started. Begin another import.');
    if (at + bytes.length <= row.bytes) return viewImport(row);
    if (at !== row.bytes) {
      throw refuseField(
        'at',
        'out_of_order',
        `The next part begins at ${row.bytes}: so many bytes of the file are here.`,
      );
    }
    if (row.size !== null && at + bytes.length > row.size) {
      throw refuseField(
        'data',
        'too_large',
        `The file has ${row.size} bytes as it was told; this part goes on behind them.`,
      );
    }
    const { bytes: staged } = await readStaged(tx, ctx.workspace.number);
    assertRoom(row.bytes + bytes.length, staged + bytes.length);
    const watched = watch(row, bytes);
    const part = { id: row.id, at, base64: data, size: bytes.length };
    await addImportPart(tx, ctx.workspace.number, { ...part, ...watched });
    return viewImport(await importOf(tx, ctx, id));
  });
}

function assertRoom(file: number, all: number): void {
  if (file > IMPORT_FILE_MAX_BYTES)
    throw refuseField(
      'data',
      'too_large',
      'A file has at most 256 MiB: cut it into several, each with its column names.',
    );
  if (all > STAGED_MAX_BYTES) {
    throw refuseField(
      'data',
      'no_room',
      'The files of the last day take up 1 GiB together, which is all there is: wait until older ones are dropped.',
    );
  }
}

/** Judges the bytes by what is known of the file, which its first part tells. */
function watch(
  row: ImportRow,
  bytes: Buffer,
): { encoding: FileEncoding; delimiter: string; headerKey: string; scan: CsvScan } {
  const known = row.encoding === null ? beginningOf(bytes) : null;
  const encoding = known?.encoding ?? (row.encoding as FileEncoding);
  const delimiter = known?.delimiter ?? row.delimiter ?? ',';
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) {
    throw refuseField('data', 'odd_length', 'The file is written in UTF-16: send parts of an even number of bytes.');
  }
  const text = known === null ? bytes : withoutMark(bytes, encoding);
  const scanned = scanCsv((row.scan as CsvScan | null) ?? SCAN_BEGIN, asAsciiBytes(text, encoding), delimiter);
  if (!scanned.ok) throw refuseField('data', 'out_of_bounds', scanned.message);
  // Only what the watch let pass is read for its column names.
  const headerKey = known === null ? (row.headerKey ?? '') : headerKeyOf(bytes, encoding, delimiter);
  return { encoding, delimiter, headerKey, scan: scanned.scan };
}

function beginningOf(bytes: Buffer): { encoding: FileEncoding; delimiter: string } {
  const guess = guessEncoding(bytes);
  if (!guess.ok) throw refuseField('data', 'no_csv', guess.message);
  const { encoding } = guess;
  // The same bound as for a row: a longer line of names is refused by the watch.
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, MIB), { stream: true });
  return { encoding, delimiter: delimiterOf(text) };
}

function headerKeyOf(bytes: Buffer, encoding: FileEncoding, delimiter: string): string {
  const { header } = readHead(bytes, encoding, delimiter, 0);
  return createHash('sha256').update(header.map(foldTitle).join('\n')).digest('base64url');
}
