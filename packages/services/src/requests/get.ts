import { decodeId, type RequestView, SignalboxError } from '@signalbox/contracts';
import { readRequests } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { inWorkspace } from '../tenant.ts';
import { viewRequest } from './view.ts';

/** One call of the public API by its request id. Throws `not_found`, also for a call that was not kept. */
export async function getRequest({ ctx, input }: { ctx: RequestContext; input: { id: string } }): Promise<RequestView> {
  const id = decodeId('request', input.id);
  if (id !== undefined) {
    const anything = { belowId: null, outcome: null, error: null, operation: null, keyId: null };
    const filter = { ...anything, workspace: ctx.workspace.number, environment: ctx.environment, id };
    const [row] = await inWorkspace(ctx, (tx) => readRequests(tx, filter, 1));
    if (row !== undefined) return viewRequest(row);
  }
  throw new SignalboxError('not_found', {
    detail:
      'No call of this id is kept here: it was made elsewhere, is older than seven days, or came while more calls came than are kept.',
  });
}
