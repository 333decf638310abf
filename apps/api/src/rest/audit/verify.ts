import { AuditVerdict } from '@signalbox/contracts';
import { verifyAudit } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const verifyAuditDoor = defineDoor({
  method: 'get',
  path: '/v1/audit/verify',
  operationId: 'verifyAudit',
  permission: 'audit:read',
  tag: 'Audit',
  summary: 'Check the audit log',
  description: 'Computes every hash of the chain anew and names the first entry that was changed, moved or is missing.',
  answer: { status: 200, description: 'What the check found.', schema: AuditVerdict },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await verifyAudit({ ctx, input: {} }));
  },
});
