import { ConsentProofBundle } from '@signalbox/contracts';
import { readConsentProof } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';

/** The path of one entry. */
const ConsentPath = z.object({ id: z.string().describe('Id of an entry of the ledger: cns_ and 26 characters.') });

export const readConsentProofDoor = defineDoor({
  method: 'get',
  path: '/v1/consents/{id}/proof',
  operationId: 'readConsentProof',
  permission: 'consents:read',
  tag: 'Consents',
  summary: 'Prove a consent',
  description:
    'Everything that shows the entry to somebody who does not trust us: the record, the wording shown, the chain to its end, and a page in plain sentences. `node scripts/verify-proof.mjs proof.json` checks it without a connection.',
  params: ConsentPath,
  answer: { status: 200, description: 'The proof.', schema: ConsentProofBundle },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await readConsentProof({ ctx, input: params }));
  },
});
