import { ListVerificationsQuery, VerificationPage } from '@signalbox/contracts';
import { listVerifications } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listVerificationsDoor = defineDoor({
  method: 'get',
  path: '/v1/verifications',
  operationId: 'listVerifications',
  tag: 'Verifications',
  permission: 'verifications:read',
  summary: 'List verifications',
  description: 'Newest first. Give `next_cursor` of one page as `cursor` of the next; null means there is no more.',
  query: ListVerificationsQuery,
  answer: { status: 200, description: 'One page of verifications.', schema: VerificationPage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listVerifications({ ctx, input: query }));
  },
});
