import { encodeId, IMPORT_QUEUE, type ImportJob, type ImportView } from '@signalbox/contracts';
import { moveImport } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { importOf, notNow } from './find-import.ts';
import { UNDO_HOURS, undoUntilMs, viewImport } from './view.ts';

/**
 * Takes an import back in a job, within a day: each consent it brought is withdrawn in the ledger, where nothing is ever deleted, unless the person
 * said something since or had agreed before.
 */
export async function undoImport({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<ImportView> {
  return inWorkspace(ctx, async (tx, asOwner) => {
    const row = await importOf(tx, ctx, input.id, true);
    const untilMs = undoUntilMs(row);
    if (untilMs === null) throw notNow(`The import is ${row.state}: there is nothing to take back.`);
    if (untilMs <= ctx.services.world.nowMs())
      throw notNow(`An import can be undone for ${UNDO_HOURS} hours; record withdrawals for its people instead.`);
    await moveImport(tx, ctx.workspace.number, { id: row.id, state: 'undoing' });
    await recordAudit(tx, ctx, {
      action: 'import.undo_started',
      object: { kind: 'import', id: encodeId('contactImport', row.id), name: row.fileName },
      before: { state: row.state, ...row.counts },
      after: { state: 'undoing' },
    });
    const made = viewImport(await importOf(tx, ctx, input.id));
    await asOwner();
    const job: ImportJob = { workspace: ctx.workspace.number, environment: ctx.environment, id: row.id };
    await ctx.services.queue.enqueue(tx, IMPORT_QUEUE, [{ data: job }]);
    return made;
  });
}
