import { WebhookDeliveryView } from '@signalbox/contracts';
import { testWebhook } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { WebhookPath } from './webhook-id.ts';

export const testWebhookDoor = defineDoor({
  method: 'post',
  path: '/v1/webhooks/{id}/test',
  operationId: 'testWebhook',
  permission: 'webhooks:write',
  tag: 'Webhooks',
  summary: 'Send a test event',
  description:
    'An event of type `webhook.test`, tried once. What the endpoint answered stands in its deliveries a moment later.',
  params: WebhookPath,
  answer: { status: 202, description: 'The delivery, on its way.', schema: WebhookDeliveryView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(202, await testWebhook({ ctx, input: params }));
  },
});
