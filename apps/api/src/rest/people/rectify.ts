import { RectificationAnswer, RectifyPersonRequest } from '@signalbox/contracts';
import { rectifyPerson } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const rectifyPersonDoor = defineDoor({
  method: 'post',
  path: '/v1/people/rectify',
  operationId: 'rectifyPerson',
  permission: 'consents:write',
  criticality: 'critical_plus',
  tag: 'People',
  summary: 'Correct what is held of a person',
  description:
    'A new address gets the suppressions, the restriction, the withdrawals and the hours of the old one; what was agreed to, and places on lists, only with `same_person`, the proof that one person is behind both. Consents end at the old address, and what is suppressed there stays so. Messages that were accepted for the old address are not changed. The ledger keeps what was said and gets new entries.',
  body: {
    schema: RectifyPersonRequest,
    checkedBy: 'door',
    example: {
      address: 'f@example.com',
      new_address: 'g@example.com',
      same_person: 'Code entered at the new address, signed in',
      reason: 'Asked by phone on 3 November',
    },
  },
  answer: {
    status: 201,
    description: 'The entry of the register, with what went along.',
    schema: RectificationAnswer,
  },
  refusals: [],
  async run({ ctx, body }) {
    return answer(201, await rectifyPerson({ ctx, input: body }));
  },
});
