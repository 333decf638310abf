import { ListPersonRequestsQuery, PersonRequestPage } from '@signalbox/contracts';
import { listPersonRequests } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listPersonRequestsDoor = defineDoor({
  method: 'get',
  path: '/v1/people/requests',
  operationId: 'listPersonRequests',
  permission: 'people:read',
  tag: 'People',
  summary: 'List what people asked',
  description: 'The register of copies and erasures, newest first, with the last day for the answer of each.',
  query: ListPersonRequestsQuery,
  answer: { status: 200, description: 'One page of the register.', schema: PersonRequestPage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listPersonRequests({ ctx, input: query }));
  },
});
