import { VerificationView } from '@signalbox/contracts';
import { cancelVerification } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { VerificationIdParams } from './verification-id.ts';

export const cancelVerificationDoor = defineDoor({
  method: 'post',
  path: '/v1/verifications/{id}/cancel',
  operationId: 'cancelVerification',
  tag: 'Verifications',
  permission: 'verifications:write',
  criticality: 'critical_plus',
  summary: 'Cancel a verification',
  description:
    'Its code is good no more, and a message of it that no attempt is claimed for does not go. Repeating it answers the same. One that was approved or has ' +
    'otherwise ended answers `not_cancelable`.',
  params: VerificationIdParams,
  answer: { status: 200, description: 'The verification, canceled.', schema: VerificationView },
  refusals: ['not_found', 'not_cancelable'],
  async run({ ctx, params }) {
    return answer(200, await cancelVerification({ ctx, input: params }));
  },
});
