import { ListMessagesQuery, MessagePage } from '@signalbox/contracts';
import { listMessages } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listMessagesDoor = defineDoor({
  method: 'get',
  path: '/v1/messages',
  operationId: 'listMessages',
  permission: 'messages:read',
  tag: 'Messages',
  summary: 'List messages',
  description: 'Newest first. Give `next_cursor` of one page as `cursor` of the next; null means there is no more.',
  query: ListMessagesQuery,
  answer: { status: 200, description: 'One page of messages.', schema: MessagePage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listMessages({ ctx, input: query }));
  },
});
