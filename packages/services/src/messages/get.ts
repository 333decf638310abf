import { decodeId, type MessageView, SignalboxError } from '@signalbox/contracts';
import { readMessageRows } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { readWithin } from '../tenant.ts';
import { viewMessages } from './view.ts';

/** The UUID inside a public message id; `not_found` for whatever is not one of ours. */
export function messageUuid(id: string): string {
  const uuid = decodeId('message', id);
  if (uuid === undefined) throw messageNotFound();
  return uuid;
}

/** The refusal for a message that is not in this workspace and environment. */
export const messageNotFound = (): SignalboxError =>
  new SignalboxError('not_found', { detail: 'There is no message with this id.' });

/** One message with its present state; `not_found` outside the caller's workspace and environment. */
export async function getMessage({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<MessageView> {
  const uuid = messageUuid(input.id);
  const [view] = await readWithin(ctx, 'The message takes too long to read; try again.', async (tx) =>
    viewMessages(ctx, tx, await readMessageRows(tx, ctx.workspace.number, ctx.environment, [uuid])),
  );
  if (view === undefined) throw messageNotFound();
  return view;
}
