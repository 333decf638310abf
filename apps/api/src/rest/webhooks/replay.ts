import { ReplayView, ReplayWebhookRequest } from '@signalbox/contracts';
import { replayWebhook } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { WebhookPath } from './webhook-id.ts';

export const replayWebhookDoor = defineDoor({
  method: 'post',
  path: '/v1/webhooks/{id}/replay',
  operationId: 'replayWebhook',
  permission: 'webhooks:write',
  tag: 'Webhooks',
  summary: 'Send events again',
  description:
    'Up to 100 events by id, or those of a span of time (10,000 at most), each under the `webhook-id` it always had. Of a span only the events the endpoint missed are sent unless `only` is `all`. `dry_run` counts and sends nothing.',
  params: WebhookPath,
  body: {
    schema: ReplayWebhookRequest,
    checkedBy: 'door',
    example: { since: '2026-11-23T09:00:00Z', until: '2026-11-23T10:00:00Z', only: 'missed', dry_run: true },
  },
  answer: { status: 202, description: 'How many events are sent again.', schema: ReplayView },
  refusals: ['not_found'],
  async run({ ctx, params, body }) {
    return answer(202, await replayWebhook({ ctx, input: { id: params.id, replay: body } }));
  },
});
