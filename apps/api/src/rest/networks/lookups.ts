import { LookUpNumbersRequest, LookUpNumbersResult, LookupView, SetLookupRequest } from '@signalbox/contracts';
import { getLookup, lookUpNumbers, setLookup } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const getNumberLookupDoor = defineDoor({
  method: 'get',
  path: '/v1/networks/lookup',
  operationId: 'getNumberLookup',
  permission: 'prices:read',
  tag: 'Networks',
  summary: 'Read how numbers are looked up',
  description:
    'The service that knows the networks of numbers (MNP or HLR), the rules that say which numbers are looked up before a text goes to them, and what was asked for and paid in the last thirty days. The secret is never shown.',
  answer: { status: 200, description: 'The service, the rules and the days.', schema: LookupView },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await getLookup({ ctx, input: {} }));
  },
});

export const setNumberLookupDoor = defineDoor({
  method: 'put',
  path: '/v1/networks/lookup',
  operationId: 'setNumberLookup',
  permission: 'prices:write',
  tag: 'Networks',
  summary: 'Set how numbers are looked up',
  description:
    'Sets the service and the rules as a whole; a `secret` that is left out stays. Without a rule no number is looked up by itself. Where one says so, the number of a text of live is asked for before the text is decided, unless it is known or policy stops the text; a text waits no longer than `waits_ms` of its class and then goes by the range of its number. Needs a key of live.',
  body: {
    schema: SetLookupRequest,
    checkedBy: 'door',
    example: {
      enabled: true,
      service: {
        url: 'https://lookup.example.com/v1/numbers',
        body: { numbers: '{{numbers}}' },
        max_numbers: 100,
        state_pointer: '/status',
        price_micros: 4000,
        currency: 'USD',
        daily_numbers: 5000,
      },
      secret: 'token-of-the-service',
      rules: [{ country: 'MX', class: 'marketing', look_up: true, unknown: 'stop' }],
    },
  },
  answer: { status: 200, description: 'As it is now in force.', schema: LookupView },
  refusals: ['conflict'],
  async run({ ctx, body }) {
    return answer(200, await setLookup({ ctx, input: body }));
  },
});

export const lookUpNumbersDoor = defineDoor({
  method: 'post',
  path: '/v1/networks/lookups',
  operationId: 'lookUpNumbers',
  permission: 'prices:write',
  tag: 'Networks',
  summary: 'Look numbers up',
  description:
    'Tells the networks of numbers and whether their phones can be reached. By default nothing is asked (`dry_run`): what is known is told, and what asking for the rest would cost. `not_found` where no service is switched on; to ask needs a key of live.',
  body: {
    schema: LookUpNumbersRequest,
    checkedBy: 'door',
    example: { numbers: ['+525512345678'], dry_run: true },
  },
  answer: { status: 200, description: 'What is known of each number, and the price.', schema: LookUpNumbersResult },
  refusals: ['not_found'],
  async run({ ctx, body }) {
    return answer(200, await lookUpNumbers({ ctx, input: body }));
  },
});
