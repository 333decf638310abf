import { Channel } from '@signalbox/contracts';
import { listSuppressions } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';
import { SuppressionPage } from './view.ts';

/** Filters of the list of suppressions. */
const ListSuppressionsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
  channel: Channel.optional(),
  address: z.string().min(1).max(320).optional(),
});

export const listSuppressionsDoor = defineDoor({
  method: 'get',
  path: '/v1/suppressions',
  operationId: 'listSuppressions',
  permission: 'suppressions:read',
  tag: 'Suppressions',
  summary: 'List suppressed addresses',
  description: 'Newest first. Give `next_cursor` of one page as `cursor` of the next; null means there is no more.',
  query: ListSuppressionsQuery,
  answer: { status: 200, description: 'One page of suppressions.', schema: SuppressionPage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listSuppressions({ ctx, input: query }));
  },
});
