import { UpdateWebhookRequest, WebhookView } from '@signalbox/contracts';
import { changeWebhook } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { WebhookPath } from './webhook-id.ts';

export const changeWebhookDoor = defineDoor({
  method: 'patch',
  path: '/v1/webhooks/{id}',
  operationId: 'changeWebhook',
  permission: 'webhooks:write',
  tag: 'Webhooks',
  summary: 'Change a webhook endpoint',
  description:
    'What is left out stays as it is. `enabled: false` ends what waits for the endpoint; after `enabled: true` it gets new events, and a replay brings what it missed.',
  params: WebhookPath,
  body: { schema: UpdateWebhookRequest, checkedBy: 'door', example: { description: 'Order service, new' } },
  answer: { status: 200, description: 'The endpoint as it is now.', schema: WebhookView },
  refusals: ['not_found'],
  async run({ ctx, params, body }) {
    return answer(200, await changeWebhook({ ctx, input: { id: params.id, change: body } }));
  },
});
