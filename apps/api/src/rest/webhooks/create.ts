import { CreateWebhookRequest, WebhookWithSecret } from '@signalbox/contracts';
import { createWebhook } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const createWebhookDoor = defineDoor({
  method: 'post',
  path: '/v1/webhooks',
  operationId: 'createWebhook',
  permission: 'webhooks:write',
  tag: 'Webhooks',
  summary: 'Add a webhook endpoint',
  description:
    'Events are posted as JSON and signed by the Standard Webhooks specification: HMAC-SHA256 over `webhook-id`, `webhook-timestamp` and the body, joined by dots, with the bytes behind `whsec_`. Answer 2xx within 15 seconds and with less than 64 KiB; everything else, also a redirect, is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h under the same `webhook-id`. 410 switches the endpoint off, and so do five days of nothing but failure. Events may come twice and in another order: `webhook-id` tells copies, `data.sequence` the order. With `events_per_request` above 1 a request carries up to so many events at once, a body of the type `webhook.group` with each event and its `id` in `data.events`, for receivers that hear of many messages. The secret is in this answer and never shown again.',
  body: {
    schema: CreateWebhookRequest,
    checkedBy: 'door',
    example: {
      url: 'https://hooks.example.com/signalbox',
      description: 'Order service',
      event_types: ['message.delivered', 'message.undelivered', 'message.failed'],
    },
  },
  answer: { status: 201, description: 'The endpoint with its secret.', schema: WebhookWithSecret },
  refusals: [],
  async run({ ctx, body }) {
    return answer(201, await createWebhook({ ctx, input: body }));
  },
});
