import {
  ImportNetworksRequest,
  ImportNetworksResult,
  ListNetworksQuery,
  NetworkPrefixPage,
} from '@signalbox/contracts';
import { importNetworks, listNetworks } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listNetworksDoor = defineDoor({
  method: 'get',
  path: '/v1/networks',
  operationId: 'listNetworks',
  permission: 'prices:read',
  tag: 'Networks',
  summary: 'List ranges of numbers',
  description:
    'Which range of numbers belongs to which network, by prefix. Give `next_after` of one page as `after` of the next. Live and sandbox share them; `sample` marks examples that came with the installation.',
  query: ListNetworksQuery,
  answer: { status: 200, description: 'One page of ranges.', schema: NetworkPrefixPage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listNetworks({ ctx, input: query }));
  },
});

export const importNetworkTableDoor = defineDoor({
  method: 'post',
  path: '/v1/networks/imports',
  operationId: 'importNetworkTable',
  permission: 'prices:write',
  tag: 'Networks',
  summary: 'Bring in ranges of numbers',
  description:
    'Reads a CSV file with the columns `prefix`, `network` (MCC and MNC, or one column for each), `country` and `name`. The network of a number is that of the longest prefix it begins with: prices of networks go by it, and each decision names it. Of a number that was ported a receipt or the lookup service names another, which wins. By default nothing is changed (`dry_run`).',
  body: {
    schema: ImportNetworksRequest,
    checkedBy: 'door',
    example: { csv: 'prefix,network,country,name\n49151,26201,DE,Telekom\n49152,26202,DE,Vodafone\n', dry_run: true },
  },
  answer: { status: 200, description: 'What the file holds, and what came of it.', schema: ImportNetworksResult },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await importNetworks({ ctx, input: body }));
  },
});
