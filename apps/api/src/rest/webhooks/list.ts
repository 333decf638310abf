import { WebhookView } from '@signalbox/contracts';
import { listWebhooks } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';

export const listWebhooksDoor = defineDoor({
  method: 'get',
  path: '/v1/webhooks',
  operationId: 'listWebhooks',
  permission: 'webhooks:read',
  tag: 'Webhooks',
  summary: 'List webhook endpoints',
  description: 'All endpoints of the environment of the key, newest first, without their secrets.',
  answer: { status: 200, description: 'The endpoints.', schema: z.object({ data: z.array(WebhookView) }) },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await listWebhooks({ ctx, input: {} }));
  },
});
