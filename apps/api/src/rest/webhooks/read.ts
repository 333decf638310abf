import { WebhookView } from '@signalbox/contracts';
import { getWebhook } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { WebhookPath } from './webhook-id.ts';

export const readWebhookDoor = defineDoor({
  method: 'get',
  path: '/v1/webhooks/{id}',
  operationId: 'getWebhook',
  permission: 'webhooks:read',
  tag: 'Webhooks',
  summary: 'Read a webhook endpoint',
  description: 'Whether it is on, since when it fails, and why it was switched off if it was.',
  params: WebhookPath,
  answer: { status: 200, description: 'The endpoint.', schema: WebhookView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await getWebhook({ ctx, input: params }));
  },
});
