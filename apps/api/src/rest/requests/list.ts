import { ListRequestsQuery, RequestPage } from '@signalbox/contracts';
import { listRequests } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listRequestsDoor = defineDoor({
  method: 'get',
  path: '/v1/requests',
  operationId: 'listRequests',
  permission: 'requests:read',
  tag: 'Requests',
  summary: 'List calls of this API',
  description:
    'Newest first, for seven days. Addresses and texts are masked and secrets dropped before a call is kept. Of each workspace, 20 successes ' +
    'and 100 refusals a second are kept by each process of the api; `not_kept_before` counts what came beyond. A call without a key that works belongs to nobody and is not kept.',
  query: ListRequestsQuery,
  answer: { status: 200, description: 'One page of calls.', schema: RequestPage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listRequests({ ctx, input: query }));
  },
});
