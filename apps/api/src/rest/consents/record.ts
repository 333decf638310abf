import { ConsentView, RecordConsentRequest } from '@signalbox/contracts';
import { recordConsent } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const recordConsentDoor = defineDoor({
  method: 'post',
  path: '/v1/consents',
  operationId: 'recordConsent',
  permission: 'consents:write',
  criticality: 'critical_plus',
  tag: 'Consents',
  summary: 'Record a consent',
  description:
    'Adds an entry to the ledger; entries are never changed, and each carries the hash of the one before. The newest entry of an address about `marketing` decides whether marketing may go there; at one instant a withdrawal wins. An event that names its instant (`at`), sent twice, is one entry.',
  body: {
    schema: RecordConsentRequest,
    checkedBy: 'door',
    example: { address: 'ana@example.com', channel: 'email', state: 'granted', source: 'checkout form, 2026-11' },
  },
  answer: { status: 201, description: 'The entry, in force.', schema: ConsentView },
  refusals: [],
  async run({ ctx, body }) {
    return answer(201, await recordConsent({ ctx, input: body }));
  },
});
