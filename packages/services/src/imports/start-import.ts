import {
  encodeId,
  IMPORT_QUEUE,
  type ImportField,
  type ImportJob,
  type ImportView,
  type StartImportRequest,
} from '@signalbox/contracts';
import { isCountry } from '@signalbox/core';
import { beginImport } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { refuseField } from '../field-refusal.ts';
import { inWorkspace } from '../tenant.ts';
import { importOf, notNow } from './find-import.ts';
import { previewOf } from './read-preview.ts';
import { viewImport } from './view.ts';

/** Begins to read a file in a job: to judge its rows, or to store its people. */
export async function startImport({
  ctx,
  input: { id, dry_run: isCheck, ...rules },
}: {
  ctx: RequestContext;
  input: StartImportRequest & { id: string };
}): Promise<ImportView> {
  return inWorkspace(ctx, async (tx, asOwner) => {
    const row = await importOf(tx, ctx, id, true);
    if (row.state !== 'uploading' && row.state !== 'checked') {
      throw notNow(`The import is ${row.state}: only one that is uploading or checked can be started.`);
    }
    if (row.bytes === 0) throw notNow('No part of the file is here yet.');
    if (row.size !== null && row.bytes < row.size) {
      throw notNow(`${row.bytes} of ${row.size} bytes of the file are here: send the rest first.`);
    }
    const { columns } = await previewOf(tx, ctx, row);
    const state = isCheck ? 'checking' : 'running';
    const settled = { ...rules, columns: settleColumns(rules.columns, columns) };
    if (rules.country !== undefined && !isCountry(rules.country)) {
      throw refuseField('country', 'unknown', `No numbers belong to ${rules.country}: give a country such as MX.`);
    }
    await beginImport(tx, ctx.workspace.number, { id: row.id, state, rules: settled });
    await recordAudit(tx, ctx, {
      action: 'import.started',
      object: { kind: 'import', id: encodeId('contactImport', row.id), name: row.fileName },
      before: { state: row.state },
      after: { state, list: row.listName, source: rules.source, reference: rules.reference },
    });
    const made = viewImport(await importOf(tx, ctx, id));
    await asOwner();
    const job: ImportJob = { workspace: ctx.workspace.number, environment: ctx.environment, id: row.id };
    await ctx.services.queue.enqueue(tx, IMPORT_QUEUE, [{ data: job }]);
    return made;
  });
}

/** What each column holds: as told, else as it is taken. One holds the address, and nothing is held by two. */
function settleColumns(
  told: readonly (ImportField | null)[] | undefined,
  columns: readonly { column: string; field: ImportField | null }[],
): (ImportField | null)[] {
  const fields = columns.map(({ field }, index) => (told === undefined ? field : (told[index] ?? null)));
  if ((told?.length ?? 0) > columns.length) {
    throw refuseField(
      'columns',
      'too_many',
      `The file has ${columns.length} columns; say for each of them what it holds.`,
    );
  }
  if (!fields.includes('address')) {
    throw refuseField(
      'columns',
      'address_missing',
      'No column is known to hold the address: say which one does, or name it “address” in the file.',
    );
  }
  const twice = fields.find((field, index) => field !== null && fields.indexOf(field) !== index);
  if (twice === undefined) return fields;
  throw refuseField('columns', 'twice', `Two columns hold ${twice}: choose one of them.`);
}
