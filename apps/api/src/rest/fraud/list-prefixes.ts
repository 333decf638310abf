import { ListPrefixesQuery, PrefixPage } from '@signalbox/contracts';
import { listPrefixes } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listPrefixesDoor = defineDoor({
  method: 'get',
  path: '/v1/fraud/prefixes',
  operationId: 'listPrefixes',
  tag: 'Fraud',
  permission: 'fraud:read',
  summary: 'List prefixes that are closed to codes, or kept open',
  description:
    'Newest first. A prefix is listed by a rule, with what it had counted as evidence, or by hand. What was lifted or has expired stays on the list.',
  query: ListPrefixesQuery,
  answer: { status: 200, description: 'One page of prefixes.', schema: PrefixPage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listPrefixes({ ctx, input: query }));
  },
});
