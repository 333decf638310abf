import { encodeId, type ImportView } from '@signalbox/contracts';
import { askImportToStop, moveImport } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { importOf, notNow } from './find-import.ts';
import { viewImport } from './view.ts';

/** Stops an import: one that is read stops behind the step that is under way, and what was stored stays; one that waits is closed. */
export async function cancelImport({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { id: string };
}): Promise<ImportView> {
  const workspace = ctx.workspace.number;
  return inWorkspace(ctx, async (tx) => {
    const row = await importOf(tx, ctx, input.id, true);
    if (row.state === 'checking' || row.state === 'running') await askImportToStop(tx, workspace, row.id);
    else if (row.state === 'uploading' || row.state === 'checked') {
      await moveImport(tx, workspace, { id: row.id, state: 'canceled', isEnd: true });
    } else throw notNow(`The import is ${row.state}: there is nothing to stop.`);
    await recordAudit(tx, ctx, {
      action: 'import.canceled',
      object: { kind: 'import', id: encodeId('contactImport', row.id), name: row.fileName },
      before: { state: row.state, rows: row.rows },
      after: { state: 'canceled' },
    });
    return viewImport(await importOf(tx, ctx, input.id));
  });
}
