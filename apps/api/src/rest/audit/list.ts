import { AuditPage, ListAuditQuery } from '@signalbox/contracts';
import { listAudit } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listAuditDoor = defineDoor({
  method: 'get',
  path: '/v1/audit',
  operationId: 'listAudit',
  permission: 'audit:read',
  tag: 'Audit',
  summary: 'List what was done',
  description:
    'Every change made by a person or an API key, in both environments, newest first: who, what, before and after. Sends are not in it: each message names its key and request itself.',
  query: ListAuditQuery,
  answer: { status: 200, description: 'One page of the audit log.', schema: AuditPage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listAudit({ ctx, input: query }));
  },
});
