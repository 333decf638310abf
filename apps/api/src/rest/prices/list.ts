import { ListPricesQuery, PricePage } from '@signalbox/contracts';
import { listPrices } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listPricesDoor = defineDoor({
  method: 'get',
  path: '/v1/prices',
  operationId: 'listPrices',
  permission: 'prices:read',
  tag: 'Prices',
  summary: 'List prices',
  description:
    'The prices of the lists that were brought in, the newest first, each with the span of time it holds and what it is in the currency of the workspace by the rate of today. Give `next_cursor` of one page as `cursor` of the next.',
  query: ListPricesQuery,
  answer: { status: 200, description: 'One page of prices.', schema: PricePage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listPrices({ ctx, input: query }));
  },
});
