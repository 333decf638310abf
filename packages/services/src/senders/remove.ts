import { decodeId } from '@signalbox/contracts';
import { deleteSender } from '@signalbox/db';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { factsOf, notFound } from './set.ts';

/** Takes a sender off the file; nothing changes at the operator. `not_found` when there is none of this id. */
export async function removeSender({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<null> {
  const id = decodeId('sender', input.id);
  await inWorkspace(ctx, async (tx) => {
    const before = id === undefined ? undefined : await deleteSender(tx, ctx.workspace.number, id);
    if (before === undefined) throw notFound();
    await recordAudit(tx, ctx, {
      action: 'sender.removed',
      object: { kind: 'sender', id: input.id, name: `${before.sender} ${before.country}` },
      before: factsOf(before),
      after: null,
      environment: null,
    });
  });
  await ctx.services.config.refresh();
  return null;
}
