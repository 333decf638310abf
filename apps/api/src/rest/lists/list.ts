import { ListsView } from '@signalbox/contracts';
import { listLists } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listListsDoor = defineDoor({
  method: 'get',
  path: '/v1/lists',
  operationId: 'listLists',
  permission: 'consents:read',
  tag: 'Lists',
  summary: 'List the lists',
  description: 'By name, with how many people stand how to each.',
  answer: { status: 200, description: 'The lists.', schema: ListsView },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await listLists({ ctx, input: {} }));
  },
});
