import { ImportMembersRequest, ImportMembersResult } from '@signalbox/contracts';
import { importMembers } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { ListPath } from './list-id.ts';

export const importMembersDoor = defineDoor({
  method: 'post',
  path: '/v1/lists/{id}/imports',
  operationId: 'importListMembers',
  permission: 'consents:write',
  tag: 'Lists',
  summary: 'Bring people onto a list',
  description:
    'Reads a CSV file of people whose consent was given elsewhere. By default nothing is stored (`dry_run`). Each person becomes an entry of the ledger with the source and proof; who withdrew later than the file says stays out; the same file brought again adds nothing.',
  params: ListPath,
  body: {
    schema: ImportMembersRequest,
    checkedBy: 'door',
    example: {
      csv: 'address,given_at\nana@example.com,2026-10-01\n',
      source: 'shop system',
      reference: 'export 2026-11-01, ticket 812',
    },
  },
  answer: { status: 200, description: 'What the file holds, and what came of it.', schema: ImportMembersResult },
  refusals: ['not_found'],
  async run({ ctx, params, body }) {
    return answer(200, await importMembers({ ctx, input: { ...body, id: params.id } }));
  },
});
