import { PreviewRequest, RoutingPreview } from '@signalbox/contracts';
import { previewRouting } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const previewRoutingDoor = defineDoor<undefined, undefined, unknown>({
  method: 'post',
  path: '/v1/routing/preview',
  operationId: 'previewRouting',
  permission: 'routing:read',
  tag: 'Routing',
  summary: 'See how a message would be routed',
  description:
    'Takes the body of a send, whose content may be left out, and sends nothing. The answer tells, now or for the time of `send_at`: what each rule of policy says, quiet hours and caps included; the routes that would be weighed, each with its price, its chance and the reason when it is left out; and the state the message would be in. ' +
    'With `channels` it tells so of each in its order, and in `follow_ups` what would make the next one go.',
  body: {
    schema: PreviewRequest,
    checkedBy: 'verb',
    example: {
      channels: ['sms', 'email'],
      mode: 'failover',
      to: { sms: '+525512345678', email: 'ana@example.com' },
      class: 'marketing',
      channel_timeout_seconds: 600,
    },
  },
  answer: { status: 200, description: 'The decision, explained.', schema: RoutingPreview },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await previewRouting({ ctx, input: body }));
  },
});
