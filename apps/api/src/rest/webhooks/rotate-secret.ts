import { WebhookWithSecret } from '@signalbox/contracts';
import { rotateWebhook } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { WebhookPath } from './webhook-id.ts';

export const rotateWebhookSecretDoor = defineDoor({
  method: 'post',
  path: '/v1/webhooks/{id}/rotate-secret',
  operationId: 'rotateWebhookSecret',
  permission: 'webhooks:write',
  tag: 'Webhooks',
  summary: 'Give a webhook endpoint a new secret',
  description:
    'For 24 hours both secrets sign: `webhook-signature` then carries two signatures, and a receiver that knows either is content. A rotation within that time ends the older secret at once. The new secret is in this answer and never shown again.',
  params: WebhookPath,
  answer: { status: 200, description: 'The endpoint with its new secret.', schema: WebhookWithSecret },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await rotateWebhook({ ctx, input: params }));
  },
});
