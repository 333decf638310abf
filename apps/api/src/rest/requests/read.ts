import { RequestView } from '@signalbox/contracts';
import { getRequest } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';

export const readRequestDoor = defineDoor({
  method: 'get',
  path: '/v1/requests/{id}',
  operationId: 'getRequest',
  permission: 'requests:read',
  tag: 'Requests',
  summary: 'Read a call of this API',
  description:
    'By the id every answer carries in `X-Request-Id`: what was asked and what was answered, masked. A call can be read about a second after its answer.',
  params: z.strictObject({ id: z.string() }),
  answer: { status: 200, description: 'The call.', schema: RequestView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await getRequest({ ctx, input: params }));
  },
});
