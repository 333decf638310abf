import { MessageView } from '@signalbox/contracts';
import { getMessage } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { MessageIdParams } from './message-id.ts';

export const readMessageDoor = defineDoor({
  method: 'get',
  path: '/v1/messages/{id}',
  operationId: 'getMessage',
  permission: 'messages:read',
  tag: 'Messages',
  summary: 'Read a message',
  description: 'The present state of one message, with its route, provider and price once they are known.',
  params: MessageIdParams,
  answer: { status: 200, description: 'The message.', schema: MessageView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await getMessage({ ctx, input: params }));
  },
});
