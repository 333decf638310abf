import { MessageView } from '@signalbox/contracts';
import { cancelMessage } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { MessageIdParams } from './message-id.ts';

export const cancelMessageDoor = defineDoor({
  method: 'post',
  path: '/v1/messages/{id}/cancel',
  operationId: 'cancelMessage',
  permission: 'messages:cancel',
  criticality: 'critical_plus',
  tag: 'Messages',
  summary: 'Cancel a message',
  description:
    'Stops a message that no attempt has been claimed for. The first message of a send over several channels stands for all of them: what of it has not gone is stopped. Takes no body.',
  params: MessageIdParams,
  answer: { status: 200, description: 'The canceled message.', schema: MessageView },
  refusals: ['not_found', 'not_cancelable'],
  async run({ ctx, params }) {
    return answer(200, await cancelMessage({ ctx, input: params }));
  },
});
