import { ErasePersonRequest, ErasureAnswer } from '@signalbox/contracts';
import { erasePerson } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const erasePersonDoor = defineDoor({
  method: 'post',
  path: '/v1/people/erase',
  operationId: 'erasePerson',
  permission: 'people:erase',
  criticality: 'critical_plus',
  tag: 'People',
  summary: 'Erase a person',
  description:
    'Cancels what is open, removes or blanks what is kept of the address, and answers with a certificate. A keyed hash stays, under which nothing more is sent there until its suppression is lifted. Asked again it erases what came since. Where the workspace wants two people the answer has no certificate: a second person approves it in the console.',
  body: {
    schema: ErasePersonRequest,
    checkedBy: 'door',
    example: { address: 'b@example.com', reason: 'Asked by mail on 3 November' },
  },
  answer: { status: 200, description: 'The entry of the register, and the certificate.', schema: ErasureAnswer },
  refusals: ['conflict'],
  async run({ ctx, body }) {
    return answer(200, await erasePerson({ ctx, input: body }));
  },
});
