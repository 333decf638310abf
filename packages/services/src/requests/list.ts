import { decodeId, type ListRequestsQuery, type RequestPage, SignalboxError } from '@signalbox/contracts';
import { readRequests } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { decodeCursor, pageOf } from '../cursor.ts';
import { readWithin } from '../tenant.ts';
import { viewRequest } from './view.ts';

/** The calls of the public API in the environment, newest first. */
export async function listRequests({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListRequestsQuery;
}): Promise<RequestPage> {
  const filter = {
    workspace: ctx.workspace.number,
    environment: ctx.environment,
    id: null,
    belowId: decodeCursor(input.cursor),
    outcome: input.outcome ?? null,
    error: input.error ?? null,
    operation: input.operation ?? null,
    keyId: input.api_key === undefined ? null : keyIdOf(input.api_key),
  };
  return readWithin(ctx, 'The log takes too long to search; ask with fewer filters.', async (tx) => {
    const { rows, next_cursor } = pageOf(await readRequests(tx, filter, input.limit + 1), input.limit);
    return { data: rows.map(viewRequest), next_cursor };
  });
}

function keyIdOf(id: string): string {
  const uuid = decodeId('apiKey', id);
  if (uuid !== undefined) return uuid;
  const message = 'This is not the id of an API key; it begins with `key_`.';
  throw new SignalboxError('request_invalid', { fields: [{ path: 'api_key', code: 'format_invalid', message }] });
}
