import { AuditExport, ExportAuditQuery } from '@signalbox/contracts';
import { exportAudit } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const exportAuditDoor = defineDoor({
  method: 'get',
  path: '/v1/audit/export',
  operationId: 'exportAudit',
  permission: 'audit:read',
  tag: 'Audit',
  summary: 'Export the audit log',
  description:
    'A part of the chain, oldest first, with its head and the rule of its hashes: anybody can check it without us. Give `next_after` of one part as `after` of the next.',
  query: ExportAuditQuery,
  answer: { status: 200, description: 'A part of the chain.', schema: AuditExport },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await exportAudit({ ctx, input: query }));
  },
});
