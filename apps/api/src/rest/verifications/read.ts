import { VerificationView } from '@signalbox/contracts';
import { getVerification } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { VerificationIdParams } from './verification-id.ts';

export const readVerificationDoor = defineDoor({
  method: 'get',
  path: '/v1/verifications/{id}',
  operationId: 'getVerification',
  tag: 'Verifications',
  permission: 'verifications:read',
  summary: 'Read a verification',
  description:
    'The present state of one verification with each send of its code and the route that converted. The code cannot be read.',
  params: VerificationIdParams,
  answer: { status: 200, description: 'The verification.', schema: VerificationView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await getVerification({ ctx, input: params }));
  },
});
