import { PreviewInput, RoutingDecision } from '@signalbox/contracts';
import { previewRouting } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

/** Body of the preview: the environment is the key's. */
export const PreviewRequest = PreviewInput.omit({ environment: true });

export const previewRoutingDoor = defineDoor({
  method: 'post',
  path: '/v1/routing/preview',
  operationId: 'previewRouting',
  permission: 'routing:read',
  tag: 'Routing',
  summary: 'See how a message would be routed',
  description:
    'The routes that would be weighed for this message now, each with its price, its chance and the reason when it is left out. Nothing is sent.',
  body: {
    schema: PreviewRequest,
    checkedBy: 'door',
    example: { to: '+525512345678', channel: 'sms', class: 'transactional' },
  },
  answer: { status: 200, description: 'The decision, explained.', schema: RoutingDecision },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await previewRouting({ ctx, input: body }));
  },
});
