import type { CountNewerView, ListMessagesQuery } from '@signalbox/contracts';
import { findMessageIds } from '@signalbox/db';
import type { RequestContext } from '../context.ts';
import { readWithin } from '../tenant.ts';
import { filterOf, NARROWER } from './filter.ts';
import { messageUuid } from './get.ts';

/** Most messages counted: beyond it the figure says nothing that a person would act on. */
const COUNT_MAX = 1000;

/** How many messages fit the query and are newer than `newest_id` (public id, null counts all), at most 1000. The cursor is not asked. */
export async function countNewer({
  ctx,
  input,
}: {
  ctx: RequestContext;
  input: { query: ListMessagesQuery; newest_id: string | null };
}): Promise<CountNewerView> {
  const { cursor: _place, ...query } = input.query;
  const aboveId = input.newest_id === null ? null : messageUuid(input.newest_id);
  const filter = filterOf(ctx, query);
  if (filter === null) return { count: 0 };
  const ids = await readWithin(ctx, NARROWER, (tx) => findMessageIds(tx, { ...filter, aboveId }, COUNT_MAX));
  return { count: ids.length };
}
