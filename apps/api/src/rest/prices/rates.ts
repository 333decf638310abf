import { ExchangeRateList, SetExchangeRatesRequest } from '@signalbox/contracts';
import { listExchangeRates, removeExchangeRate, setExchangeRates } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';

export const listExchangeRatesDoor = defineDoor({
  method: 'get',
  path: '/v1/exchange-rates',
  operationId: 'listExchangeRates',
  permission: 'prices:read',
  tag: 'Prices',
  summary: 'List exchange rates',
  description:
    'What one unit of each currency is worth in the currency of the workspace, from which day on, and the currencies of routes and prices that have no rate: their costs cannot be compared with others. Live and sandbox share them.',
  answer: { status: 200, description: 'The rates.', schema: ExchangeRateList },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await listExchangeRates({ ctx, input: {} }));
  },
});

export const setExchangeRatesDoor = defineDoor({
  method: 'put',
  path: '/v1/exchange-rates',
  operationId: 'setExchangeRates',
  permission: 'prices:write',
  tag: 'Prices',
  summary: 'Set exchange rates',
  description:
    'Sets rates into the currency of the workspace, each from a day (UTC) until the next one. A rate of the same currency and day takes the place of the earlier one; others stay.',
  body: {
    schema: SetExchangeRatesRequest,
    checkedBy: 'door',
    example: { rates: [{ currency: 'EUR', from: '2026-12-01', rate: '1.0862' }] },
  },
  answer: { status: 200, description: 'All rates as they are now.', schema: ExchangeRateList },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await setExchangeRates({ ctx, input: body }));
  },
});

export const removeExchangeRateDoor = defineDoor({
  method: 'delete',
  path: '/v1/exchange-rates/{rate}',
  operationId: 'removeExchangeRate',
  permission: 'prices:write',
  tag: 'Prices',
  summary: 'Take an exchange rate away',
  description: 'The rate of an earlier day counts again, if there is one.',
  params: z.object({ rate: z.string().describe('Currency and day of the rate, such as EUR.2026-12-01.') }),
  answer: { status: 200, description: 'All rates as they are now.', schema: ExchangeRateList },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await removeExchangeRate({ ctx, input: { id: params.rate } }));
  },
});
