import { CreateListRequest, ListView } from '@signalbox/contracts';
import { createList } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const createListDoor = defineDoor({
  method: 'post',
  path: '/v1/lists',
  operationId: 'createList',
  permission: 'consents:write',
  tag: 'Lists',
  summary: 'Make a list',
  description:
    'A list people opt in to, on one channel. With double opt-in a person is on it once the link in the message that was sent has been confirmed.',
  body: {
    schema: CreateListRequest,
    checkedBy: 'door',
    example: {
      name: 'Newsletter',
      channel: 'email',
      topic: 'news',
      wordings: { en: { text: 'Yes, send me news by mail.', version: '2026-11' } },
    },
  },
  answer: { status: 201, description: 'The list.', schema: ListView },
  refusals: [],
  async run({ ctx, body }) {
    return answer(201, await createList({ ctx, input: body }));
  },
});
