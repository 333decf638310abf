import { PersonRequestView, RestrictPersonRequest } from '@signalbox/contracts';
import { restrictPerson } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const restrictPersonDoor = defineDoor({
  method: 'post',
  path: '/v1/people/restrict',
  operationId: 'restrictPerson',
  permission: 'suppressions:write',
  criticality: 'critical_plus',
  tag: 'People',
  summary: 'Restrict the use of what is held about a person',
  description:
    'Everything stays, and nothing of the named classes goes to the address until the restriction is lifted, whatever is agreed to or lifted elsewhere meanwhile. It stands in the register under the id that lifts it.',
  body: {
    schema: RestrictPersonRequest,
    checkedBy: 'door',
    example: { address: 'c@example.com', reason: 'Disputes that the number is theirs' },
  },
  answer: { status: 201, description: 'The entry of the register.', schema: PersonRequestView },
  refusals: ['conflict'],
  async run({ ctx, body }) {
    return answer(201, await restrictPerson({ ctx, input: body }));
  },
});
