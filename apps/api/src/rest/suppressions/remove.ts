import { removeSuppression } from '@signalbox/services';
import { z } from 'zod';
import { emptyReply } from '../../http/reply.ts';
import { defineDoor } from '../door.ts';

export const removeSuppressionDoor = defineDoor({
  method: 'delete',
  path: '/v1/suppressions/{id}',
  operationId: 'removeSuppression',
  permission: 'suppressions:write',
  criticality: 'critical_plus',
  tag: 'Suppressions',
  summary: 'Lift a suppression',
  description: 'The address may be written to again, as far as consent and the law of its country allow.',
  params: z.object({ id: z.string().describe('Id of a suppression: sup_ and 26 characters.') }),
  answer: { status: 204, description: 'Lifted.' },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    await removeSuppression({ ctx, input: params });
    return emptyReply(204);
  },
});
