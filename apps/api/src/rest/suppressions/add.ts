import { SuppressRequest } from '@signalbox/contracts';
import { addSuppression } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { SuppressionView } from './view.ts';

export const addSuppressionDoor = defineDoor({
  method: 'post',
  path: '/v1/suppressions',
  operationId: 'addSuppression',
  permission: 'suppressions:write',
  criticality: 'critical_plus',
  tag: 'Suppressions',
  summary: 'Suppress an address',
  description:
    'From the moment of the answer this address gets nothing of the classes named. An address that is suppressed already takes the new classes and reason.',
  body: {
    schema: SuppressRequest,
    checkedBy: 'door',
    example: { address: '+525512345678', channel: 'sms', classes: ['marketing'], reason: 'asked by phone' },
  },
  answer: { status: 201, description: 'The suppression, in force.', schema: SuppressionView },
  refusals: [],
  async run({ ctx, body }) {
    return answer(201, await addSuppression({ ctx, input: body }));
  },
});
