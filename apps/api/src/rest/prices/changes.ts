import { PriceChangeList, PricesUndone } from '@signalbox/contracts';
import { listPriceChanges, undoPrices } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';

export const listPriceChangesDoor = defineDoor({
  method: 'get',
  path: '/v1/prices/changes',
  operationId: 'listPriceChanges',
  permission: 'prices:read',
  tag: 'Prices',
  summary: 'List changes of prices',
  description:
    'The newest hundred price lists that were applied or taken back: who, when, by which file, and what it changed.',
  answer: { status: 200, description: 'The changes, the newest first.', schema: PriceChangeList },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await listPriceChanges({ ctx, input: {} }));
  },
});

export const undoPriceChangeDoor = defineDoor({
  method: 'post',
  path: '/v1/prices/changes/{id}/undo',
  operationId: 'undoPriceChange',
  permission: 'prices:write',
  tag: 'Prices',
  summary: 'Take a price list back',
  description:
    'What the list took away holds again and what it brought is gone, in force for the next decision. Decisions that were made by its prices keep them in their records. `conflict` when a later list touched the same prices: take that one back first.',
  params: z.object({
    id: z.string().describe('Id of a change of prices, as the list answers it: pch_ and 26 characters.'),
  }),
  answer: { status: 200, description: 'Taken back, by a change of its own.', schema: PricesUndone },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params }) {
    return answer(200, await undoPrices({ ctx, input: params }));
  },
});
