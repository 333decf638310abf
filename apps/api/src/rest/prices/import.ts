import { ImportPricesRequest, ImportPricesResult } from '@signalbox/contracts';
import { importPrices } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const importPriceListDoor = defineDoor({
  method: 'post',
  path: '/v1/prices/imports',
  operationId: 'importPriceList',
  permission: 'prices:write',
  tag: 'Prices',
  summary: 'Bring in a price list',
  description:
    'Reads a CSV file as suppliers give it: columns such as `route`, `country`, `network` (MCC and MNC), `prefix`, `price`, `currency`, `valid_from` and `valid_until` are recognised by their names, whatever their order. By default nothing is changed (`dry_run`): the answer says what is new, dearer, cheaper, ended or unchanged, which columns are not known and what is wrong with which row. ' +
    'Applied, all of it is in force for the next decision, or from the day a row says; days are UTC, and a price holds to the end of its last day. A row without a price ends the one in force. Where a message goes to counts by network first, then by the longest prefix, the country, and everywhere; a route without a listed price costs what the route itself says.',
  body: {
    schema: ImportPricesRequest,
    checkedBy: 'door',
    example: {
      csv: 'route,country,network,price,currency,valid_from\nAtlantic direct,MX,,0.0185,USD,2027-01-01\nAtlantic direct,MX,33420,0.0162,USD,2027-01-01\n',
      file_name: 'atlantic-2027-01.csv',
      dry_run: true,
    },
  },
  answer: { status: 200, description: 'What the file holds, and what came of it.', schema: ImportPricesResult },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await importPrices({ ctx, input: body }));
  },
});
