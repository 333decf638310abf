import { removeWebhook } from '@signalbox/services';
import { emptyReply } from '../../http/reply.ts';
import { defineDoor } from '../door.ts';
import { WebhookPath } from './webhook-id.ts';

export const removeWebhookDoor = defineDoor({
  method: 'delete',
  path: '/v1/webhooks/{id}',
  operationId: 'removeWebhook',
  permission: 'webhooks:write',
  tag: 'Webhooks',
  summary: 'Delete a webhook endpoint',
  description: 'Nothing is sent to it any more; what waits for it ends.',
  params: WebhookPath,
  answer: { status: 204, description: 'Deleted.' },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    await removeWebhook({ ctx, input: params });
    return emptyReply(204);
  },
});
