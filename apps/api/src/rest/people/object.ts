import { ObjectRequest, PersonRequestView } from '@signalbox/contracts';
import { objectToMarketing } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const objectDoor = defineDoor({
  method: 'post',
  path: '/v1/people/object',
  operationId: 'objectToMarketing',
  permission: 'suppressions:write',
  criticality: 'critical_plus',
  tag: 'People',
  summary: 'Take down that a person objects to marketing',
  description:
    'The ledger has the withdrawal and marketing is suppressed, so that no consent that comes later by a file opens the way again. The entry stands in the register.',
  body: {
    schema: ObjectRequest,
    checkedBy: 'door',
    example: { address: 'd@example.com', reason: 'Objected by letter on 3 November' },
  },
  answer: { status: 201, description: 'The entry of the register.', schema: PersonRequestView },
  refusals: [],
  async run({ ctx, body }) {
    return answer(201, await objectToMarketing({ ctx, input: body }));
  },
});
