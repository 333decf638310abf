import { ListView } from '@signalbox/contracts';
import { getList } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { ListPath } from './list-id.ts';

export const readListDoor = defineDoor({
  method: 'get',
  path: '/v1/lists/{id}',
  operationId: 'readList',
  permission: 'consents:read',
  tag: 'Lists',
  summary: 'Read a list',
  description: 'With how many people stand how to it.',
  params: ListPath,
  answer: { status: 200, description: 'The list.', schema: ListView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await getList({ ctx, input: params }));
  },
});
