import { ChangeListRequest, ListView } from '@signalbox/contracts';
import { changeList } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { ListPath } from './list-id.ts';

export const changeListDoor = defineDoor({
  method: 'patch',
  path: '/v1/lists/{id}',
  operationId: 'changeList',
  permission: 'consents:write',
  tag: 'Lists',
  summary: 'Change a list',
  description:
    'What is left out stays as it is. What people were shown before stays in the ledger with their consents.',
  params: ListPath,
  body: {
    schema: ChangeListRequest,
    checkedBy: 'door',
    example: { opt_in: 'double' },
  },
  answer: { status: 200, description: 'The list as it is now.', schema: ListView },
  refusals: ['not_found'],
  async run({ ctx, params, body }) {
    return answer(200, await changeList({ ctx, input: { ...body, id: params.id } }));
  },
});
