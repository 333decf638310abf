import { Timeline } from '@signalbox/contracts';
import { readTimeline } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { MessageIdParams } from './message-id.ts';

export const readTimelineDoor = defineDoor({
  method: 'get',
  path: '/v1/messages/{id}/timeline',
  operationId: 'getTimeline',
  permission: 'messages:read',
  tag: 'Messages',
  summary: 'Read what happened to a message, and why',
  description:
    'Every step in order: the rules that were asked, the routes that were weighed with their reasons, each attempt, each receipt.',
  params: MessageIdParams,
  answer: { status: 200, description: 'The steps, oldest first.', schema: Timeline },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await readTimeline({ ctx, input: params }));
  },
});
