import { CreateImportRequest, ImportView } from '@signalbox/contracts';
import { createImport } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const createImportDoor = defineDoor({
  method: 'post',
  path: '/v1/contacts/imports',
  operationId: 'createImport',
  permission: 'consents:write',
  tag: 'Imports',
  summary: 'Begin the import of a file',
  description:
    'People of a CSV file of up to two million rows come onto a list, each with the consent that was given elsewhere. Send the file in parts, start a check, then start the import; a worker reads it, and it goes on when nobody looks. For a few thousand people one call is enough: `POST /v1/lists/{id}/imports`.',
  body: {
    schema: CreateImportRequest,
    checkedBy: 'door',
    example: { list_id: 'lst_01kaw1jz9mfm4a2p1cyvtx57dn', file_name: 'people.csv' },
  },
  answer: { status: 201, description: 'The import, which waits for its file.', schema: ImportView },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, body }) {
    return answer(201, await createImport({ ctx, input: body }));
  },
});
