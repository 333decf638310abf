import { InboundPage, ListInboundQuery } from '@signalbox/contracts';
import { listInbound } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listInboundDoor = defineDoor({
  method: 'get',
  path: '/v1/inbound-messages',
  operationId: 'listInbound',
  permission: 'consents:read',
  tag: 'Inbound',
  summary: 'List texts people sent',
  description:
    'Newest first, with what was done: a STOP, START, HELP or keyword of yours is obeyed a moment after it came. Give `next_cursor` of one page as `cursor` of the next; null means there is no more.',
  query: ListInboundQuery,
  answer: { status: 200, description: 'One page of texts.', schema: InboundPage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listInbound({ ctx, input: query }));
  },
});
