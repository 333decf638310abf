import { InboundView } from '@signalbox/contracts';
import { getInbound } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';

export const readInboundDoor = defineDoor({
  method: 'get',
  path: '/v1/inbound-messages/{id}',
  operationId: 'readInbound',
  permission: 'consents:read',
  tag: 'Inbound',
  summary: 'Read a text a person sent',
  description: 'The event `inbound.received` names its id; who wrote and what is read here.',
  params: z.object({ id: z.string().describe('Id of the text: inb_ and 26 characters.') }),
  answer: { status: 200, description: 'The text.', schema: InboundView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await getInbound({ ctx, input: params }));
  },
});
