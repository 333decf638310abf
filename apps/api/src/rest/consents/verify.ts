import { ConsentVerdict } from '@signalbox/contracts';
import { verifyConsents } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const verifyConsentsDoor = defineDoor({
  method: 'get',
  path: '/v1/consents/verify',
  operationId: 'verifyConsents',
  permission: 'consents:read',
  tag: 'Consents',
  summary: 'Check the consent ledger',
  description:
    'Computes every hash of the chain anew, of the people and wordings too, and names the first entry that was changed, moved or is missing.',
  answer: { status: 200, description: 'What the check found.', schema: ConsentVerdict },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await verifyConsents({ ctx, input: {} }));
  },
});
