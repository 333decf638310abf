import type { ImportErrors, ImportErrorsQuery, ImportPage, ImportView, ListImportsQuery } from '@signalbox/contracts';
import type { FileEncoding } from '@signalbox/core';
import { readImportBytes, readImportErrors, readImports } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { writeErrorHead } from '../csv/read-csv.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { importOf } from './find-import.ts';
import { namesOf } from './judge-rows.ts';
import { HEAD_BYTES, readHead } from './read-head.ts';
import { viewImport } from './view.ts';

/** The imports of the environment, newest first. */
export async function listImports({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListImportsQuery;
}): Promise<ImportPage> {
  const before = decodeCursor(input.cursor);
  const rows = await inWorkspace(ctx, (tx) =>
    readImports(tx, ctx.workspace.number, { environment: ctx.environment, before, limit: input.limit + 1 }),
  );
  const page = pageOf(rows, input.limit);
  return { data: page.rows.map(viewImport), next_cursor: page.next_cursor };
}

/** One import as it stands now. */
export async function getImport({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<ImportView> {
  return inWorkspace(ctx, async (tx) => viewImport(await importOf(tx, ctx, input.id)));
}

/** The next piece of the error file; the first begins with the column names. Empty when no row was refused, or the file was dropped. */
export async function readRefusedRows({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ImportErrorsQuery & { id: string };
}): Promise<ImportErrors> {
  const after = input.cursor === undefined ? -1 : Number(input.cursor);
  if (input.cursor !== undefined && !/^\d{1,9}$/.test(input.cursor)) {
    throw refuseField(
      'cursor',
      'format_invalid',
      'This is not a cursor of ours; give `next_cursor` of the piece before.',
    );
  }
  return inWorkspace(ctx, async (tx) => {
    const row = await importOf(tx, ctx, input.id);
    const piece = await readImportErrors(tx, ctx.workspace.number, row.id, after);
    if (piece === undefined) return { csv: '', next_cursor: null };
    const more = await readImportErrors(tx, ctx.workspace.number, row.id, piece.n);
    const next = more === undefined ? null : String(piece.n);
    if (after >= 0) return { csv: piece.errors, next_cursor: next };
    const first = await readImportBytes(tx, ctx.workspace.number, row.id, { at: 0, limit: HEAD_BYTES });
    const { header } = readHead(first ?? Buffer.alloc(0), row.encoding as FileEncoding, row.delimiter ?? ',', 0);
    return { csv: writeErrorHead(namesOf(header)) + piece.errors, next_cursor: next };
  });
}
