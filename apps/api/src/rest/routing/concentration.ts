import { ConcentrationView, SetConcentrationLimitRequest } from '@signalbox/contracts';
import { readConcentration, saveConcentrationLimit } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const readConcentrationDoor = defineDoor({
  method: 'get',
  path: '/v1/routing/concentration',
  operationId: 'readConcentration',
  permission: 'prices:read',
  tag: 'Routing',
  summary: 'See how much depends on each supplier',
  description:
    'Of the texts to each country in the last 30 days: the share of every supplier, how concentrated they are, and the limit. A supplier at its limit is left out while another one can carry (`concentration`); countries with fewer than 100 texts are over no limit.',
  answer: { status: 200, description: 'The shares by country.', schema: ConcentrationView },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await readConcentration({ ctx, input: {} }));
  },
});

export const setConcentrationLimitDoor = defineDoor({
  method: 'put',
  path: '/v1/routing/concentration/limits',
  operationId: 'setConcentrationLimit',
  permission: 'prices:write',
  tag: 'Routing',
  summary: 'Limit the share of one supplier',
  description:
    'Sets the largest share of the texts to a country that one supplier may carry, or takes the limit away. It never takes the last route from a message.',
  body: { schema: SetConcentrationLimitRequest, checkedBy: 'door', example: { country: 'MX', limit: 0.6 } },
  answer: { status: 200, description: 'The shares by country, with the new limit.', schema: ConcentrationView },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await saveConcentrationLimit({ ctx, input: body }));
  },
});
