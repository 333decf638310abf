import { decodeId, encodeId } from '@signalbox/contracts';
import { deleteSender, lockSenders, type SenderRow, type SqlRunner } from '@signalbox/db';
import { assertNoSecondPerson } from '../approvals/second-person.ts';
import { recordAudit } from '../audit/record.ts';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { factsOf, notFound } from './set.ts';

/**
 * Takes a sender off the file; nothing changes at the operator. `not_found` when there is none of this id, `forbidden` where a second person
 * approves it.
 */
export async function removeSender({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<null> {
  await inWorkspace(ctx, async (tx) => {
    await assertNoSecondPerson(tx, ctx, 'senders');
    await takeOff(tx, ctx, await judgeRemoval(tx, ctx, input));
  });
  await ctx.services.config.refresh();
  return null;
}

/** The sender that is to be taken off; `not_found` when there is none of this id. */
export async function judgeRemoval(tx: SqlRunner, ctx: RequestContext, input: { id: string }): Promise<SenderRow> {
  const id = decodeId('sender', input.id);
  const found = (await lockSenders(tx, ctx.workspace.number)).find((one) => one.id === id);
  if (found === undefined) throw notFound();
  return found;
}

/** Takes a sender off the file in the transaction it was judged in; the caller refreshes what processes know. */
export async function takeOff(tx: SqlRunner, ctx: RequestContext, before: SenderRow): Promise<void> {
  await deleteSender(tx, ctx.workspace.number, before.id);
  await recordAudit(tx, ctx, {
    action: 'sender.removed',
    object: { kind: 'sender', id: encodeId('sender', before.id), name: `${before.sender} ${before.country}` },
    before: factsOf(before),
    after: null,
    environment: null,
  });
}
