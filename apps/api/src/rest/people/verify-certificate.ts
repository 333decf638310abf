import { CertificateVerdict, VerifyCertificateRequest } from '@signalbox/contracts';
import { verifyCertificate } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const verifyCertificateDoor = defineDoor({
  method: 'post',
  path: '/v1/people/certificates/verify',
  operationId: 'verifyErasureCertificate',
  permission: 'people:read',
  criticality: 'sheddable',
  tag: 'People',
  summary: 'Check the certificate of an erasure',
  description:
    'Tells whether a certificate is ours and unchanged, and, with the address given again, whether it is about that person.',
  body: {
    schema: VerifyCertificateRequest,
    checkedBy: 'door',
    example: { address: 'a@example.com', certificate: { format: 'signalbox-erasure-certificate/1' } },
  },
  answer: { status: 200, description: 'What the check found.', schema: CertificateVerdict },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await verifyCertificate({ ctx, input: body }));
  },
});
