import { ImportView, StartImportRequest } from '@signalbox/contracts';
import { startImport } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { ImportPath } from './import-id.ts';

export const startImportDoor = defineDoor({
  method: 'post',
  path: '/v1/contacts/imports/{id}/start',
  operationId: 'startImport',
  permission: 'consents:write',
  tag: 'Imports',
  summary: 'Check or import the file',
  description:
    'By default the whole file is read and judged, and nobody is stored (`dry_run`). Started without it, each person becomes an entry of the ledger with the source and the proof, and comes onto the list. Ask for the import to see how far it is.',
  params: ImportPath,
  body: {
    schema: StartImportRequest,
    checkedBy: 'door',
    example: {
      source: 'shop system',
      reference: 'export 2026-11-01, ticket 812',
      given_at: '2026-10-01T00:00:00Z',
      country: 'MX',
    },
  },
  answer: { status: 202, description: 'The import, which is being read.', schema: ImportView },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params, body }) {
    return answer(202, await startImport({ ctx, input: { ...body, id: params.id } }));
  },
});
