import { CheckVerificationAnswer, CheckVerificationRequest } from '@signalbox/contracts';
import { checkVerification } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { VerificationIdParams } from './verification-id.ts';

export const checkVerificationDoor = defineDoor({
  method: 'post',
  path: '/v1/verifications/{id}/check',
  operationId: 'checkVerification',
  tag: 'Verifications',
  permission: 'verifications:write',
  criticality: 'critical_plus',
  summary: 'Check the code a person typed',
  description:
    'A code is good once. Five wrong codes bar the verification. An id that is unknown and a code that was used, has expired or is barred all ' +
    'answer `not_found`. The answer names the address and the purpose: compare them with whom you sign in when the id comes from a browser, or give ' +
    '`bound_to`. A code that came by mail proves the mailbox and is no second factor (`assurance`).',
  params: VerificationIdParams,
  body: { schema: CheckVerificationRequest, checkedBy: 'door', example: { code: '904817', ip: '203.0.113.7' } },
  answer: { status: 200, description: 'Whether the code was the right one.', schema: CheckVerificationAnswer },
  refusals: ['not_found', 'rate_limited'],
  async run({ ctx, params, body }) {
    return answer(200, await checkVerification({ ctx, input: { ...body, ...params } }));
  },
});
