import { ErasureCertificate } from '@signalbox/contracts';
import { readCertificate } from '@signalbox/services';
import { z } from 'zod';
import { answer, defineDoor } from '../door.ts';

/** The path of one entry of the register. */
const RequestPath = z.object({ id: z.string().describe('Id of an entry of the register: prq_ and 26 characters.') });

export const readCertificateDoor = defineDoor({
  method: 'get',
  path: '/v1/people/requests/{id}/certificate',
  operationId: 'readErasureCertificate',
  permission: 'people:read',
  tag: 'People',
  summary: 'Read the certificate of an erasure',
  description: 'As it was given out when the erasure ended. It names the person by the keyed hash alone.',
  params: RequestPath,
  answer: { status: 200, description: 'The certificate.', schema: ErasureCertificate },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await readCertificate({ ctx, input: params }));
  },
});
