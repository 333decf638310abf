import { ListMembersQuery, MemberPage } from '@signalbox/contracts';
import { listMembersOf } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { ListPath } from './list-id.ts';

export const listMembersDoor = defineDoor({
  method: 'get',
  path: '/v1/lists/{id}/members',
  operationId: 'listListMembers',
  permission: 'consents:read',
  tag: 'Lists',
  summary: 'List the people of a list',
  description: 'By address. Give `next_cursor` of one page as `cursor` of the next; null means there is no more.',
  params: ListPath,
  query: ListMembersQuery,
  answer: { status: 200, description: 'One page of people.', schema: MemberPage },
  refusals: ['not_found'],
  async run({ ctx, params, query }) {
    return answer(200, await listMembersOf({ ctx, input: { ...query, id: params.id } }));
  },
});
