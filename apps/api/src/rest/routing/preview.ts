import { CandidateView, PreviewInput, type PreviewView } from '@signalbox/contracts';
import { previewRouting } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';

/** Body of the preview: the environment is the key's. */
export const PreviewRequest = PreviewInput.omit({ environment: true });

/** The decision a message would meet now. */
export const PreviewAnswer = z.object({
  country: z.string().nullable(),
  candidates: z.array(CandidateView),
  blocked: z.string().nullable(),
}) satisfies z.ZodType<PreviewView>;

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
  answer: { status: 200, description: 'The decision, explained.', schema: PreviewAnswer },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await previewRouting({ ctx, input: body }));
  },
});
