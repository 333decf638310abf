import { type CreateImportRequest, encodeId, type ImportView } from '@signalbox/contracts';
import { insertImport, readStaged } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { findList } from '../lists/lists.ts';
import { inWorkspace } from '../tenant.ts';
import { importOf, notNow } from './find-import.ts';
import { viewImport } from './view.ts';

/** How many files of a workspace may be here at once. */
const FILES_MAX = 500;

/** Begins the import of a file of people onto a list; the file comes in parts. */
export async function createImport({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: CreateImportRequest;
}): Promise<ImportView> {
  const id = ctx.services.ids.next();
  return inWorkspace(ctx, async (tx) => {
    const list = await findList(tx, ctx, input.list_id);
    const { files } = await readStaged(tx, ctx.workspace.number);
    if (files >= FILES_MAX) {
      throw notNow(
        `${FILES_MAX} files are here already; each is kept for a day, so that it can be undone. Wait for one to go.`,
      );
    }
    await insertImport(tx, ctx.workspace.number, {
      id,
      environment: ctx.environment,
      list: list.id,
      fileName: input.file_name,
      size: input.size ?? null,
    });
    const publicId = encodeId('contactImport', id);
    const made = await importOf(tx, ctx, publicId);
    await recordAudit(tx, ctx, {
      action: 'import.created',
      object: { kind: 'import', id: publicId, name: input.file_name },
      before: null,
      after: { list: list.name, file: input.file_name },
    });
    return viewImport(made);
  });
}
