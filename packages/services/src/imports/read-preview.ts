import { type ImportPreview, ImportRules } from '@signalbox/contracts';
import type { FileEncoding } from '@signalbox/core';
import { type ImportRow, readImportBytes, readRememberedRules, type Transaction } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { fieldsOf } from '../lists/read-person.ts';
import { inWorkspace } from '../tenant.ts';
import { importOf, notNow } from './find-import.ts';
import { HEAD_BYTES, readHead } from './read-head.ts';

const SHOWN = 20;

/** How the beginning of a file looks: its encoding, its columns with what they are taken to hold, and its first rows. */
export async function readImportPreview({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<ImportPreview> {
  return inWorkspace(ctx, async (tx) => previewOf(tx, ctx, await importOf(tx, ctx, input.id)));
}

/** The same of a row that was read. */
export async function previewOf(tx: Transaction, ctx: RequestContext, row: ImportRow): Promise<ImportPreview> {
  const first = await readImportBytes(tx, ctx.workspace.number, row.id, { at: 0, limit: HEAD_BYTES });
  if (first === undefined || row.encoding === null || row.delimiter === null) {
    throw notNow(
      row.droppedAtMs === null ? 'No part of the file is here yet.' : 'The file was dropped a day after its import.',
    );
  }
  const { header, rows } = readHead(first, row.encoding as FileEncoding, row.delimiter, SHOWN);
  const known = ImportRules.safeParse(await readRememberedRules(tx, ctx.workspace.number, row.headerKey ?? ''));
  const remembered = known.success ? known.data.columns : undefined;
  const fields = remembered ?? fieldsOf(header);
  return {
    encoding: row.encoding,
    delimiter: row.delimiter,
    columns: header.map((column, index) => ({ column, field: fields[index] ?? null })),
    remembered: remembered !== undefined,
    rows,
  };
}
