import { WebhookDeliveryState, WebhookDeliveryView } from '@signalbox/contracts';
import { listWebhookDeliveries } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';
import { WebhookPath } from './webhook-id.ts';

/** Filters of the delivery log. */
const ListDeliveriesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
  state: WebhookDeliveryState.optional(),
});

export const listWebhookDeliveriesDoor = defineDoor({
  method: 'get',
  path: '/v1/webhooks/{id}/deliveries',
  operationId: 'listWebhookDeliveries',
  permission: 'webhooks:read',
  tag: 'Webhooks',
  summary: 'List deliveries of a webhook endpoint',
  description:
    'Newest first, each with the body that was sent and every try: request headers, status, the beginning of the answer, and why it was no success.',
  params: WebhookPath,
  query: ListDeliveriesQuery,
  answer: {
    status: 200,
    description: 'One page of deliveries.',
    schema: z.object({ data: z.array(WebhookDeliveryView), next_cursor: z.string().nullable() }),
  },
  refusals: ['not_found'],
  async run({ ctx, params, query }) {
    return answer(200, await listWebhookDeliveries({ ctx, input: { ...params, ...query } }));
  },
});
