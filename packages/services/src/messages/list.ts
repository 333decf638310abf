import type { ListMessagesQuery, MessagePage } from '@signalbox/contracts';
import { countTallied, findMessageIds, readMessageRows } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { encodeCursor } from '../cursor.ts';
import { inWorkspace, readWithin } from '../tenant.ts';
import { filterOf, NARROWER } from './filter.ts';
import { viewMessages } from './view.ts';

/**
 * Messages of the caller's workspace and environment that fit the query, newest first. New messages never move a page: the cursor
 * names the last message seen. A search beyond five seconds is refused as `overloaded` and says what would narrow it.
 */
export async function listMessages({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: ListMessagesQuery;
}): Promise<MessagePage> {
  const filter = filterOf(ctx, input);
  if (filter === null) return { data: [], next_cursor: null };
  return readWithin(ctx, NARROWER, async (tx) => {
    const ids = await findMessageIds(tx, filter, input.limit + 1);
    const page = ids.slice(0, input.limit);
    const last = page.at(-1);
    const rows = await readMessageRows(tx, ctx.workspace.number, ctx.environment, page);
    return {
      data: await viewMessages(ctx, tx, rows),
      next_cursor: ids.length > input.limit && last !== undefined ? encodeCursor(last) : null,
    };
  });
}

/** How many messages the other environment of the workspace holds, so that an empty list can say where they are. */
export async function countOtherEnvironment({ ctx }: { ctx: RequestContext; input: object }): Promise<number> {
  const other = ctx.environment === 'live' ? 'sandbox' : 'live';
  return inWorkspace(ctx, (tx) => countTallied(tx, ctx.workspace.number, other));
}
