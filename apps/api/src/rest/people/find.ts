import { FindPersonRequest, PersonFound } from '@signalbox/contracts';
import { findPerson } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const findPersonDoor = defineDoor({
  method: 'post',
  path: '/v1/people/find',
  operationId: 'findPerson',
  permission: 'people:read',
  criticality: 'sheddable',
  tag: 'People',
  summary: 'Find what is held about a person',
  description:
    'Counts what is held about a phone number or mail address in the environment of the key, by kind, with the newest few of each. The address goes in the body, so that it stands in no log of URLs. It finds the person after an erasure too, under the keyed hash.',
  body: { schema: FindPersonRequest, checkedBy: 'door', example: { address: 'a@example.com' } },
  answer: { status: 200, description: 'What is held, by kind.', schema: PersonFound },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await findPerson({ ctx, input: body }));
  },
});
