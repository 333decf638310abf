import { AddMemberRequest, MemberOfList } from '@signalbox/contracts';
import { addMember } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { ListPath } from './list-id.ts';

export const addMemberDoor = defineDoor({
  method: 'post',
  path: '/v1/lists/{id}/members',
  operationId: 'addListMember',
  permission: 'consents:write',
  tag: 'Lists',
  summary: 'Add a person',
  description:
    'On a list with double opt-in the person is sent the message that asks to confirm it. Whoever is on the list already, or was asked and has time left, is sent nothing.',
  params: ListPath,
  body: {
    schema: AddMemberRequest,
    checkedBy: 'door',
    example: { address: 'ana@example.com', source: 'checkout form', proof: { form: '/checkout', ip: '203.0.113.7' } },
  },
  answer: { status: 200, description: 'How the person stands to the list.', schema: MemberOfList },
  refusals: ['not_found'],
  async run({ ctx, params, body }) {
    return answer(200, await addMember({ ctx, input: { ...body, id: params.id } }));
  },
});
