import { AddImportPartRequest, ImportView } from '@signalbox/contracts';
import { addImportPartTo } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { ImportPath } from './import-id.ts';

export const addImportPartDoor = defineDoor({
  method: 'post',
  path: '/v1/contacts/imports/{id}/parts',
  operationId: 'addImportPart',
  permission: 'consents:write',
  tag: 'Imports',
  summary: 'Send the next part of the file',
  description:
    'Parts come one after another, up to 256 MiB together. `at` says where each begins, so that a part whose answer was lost is sent again without harm; `bytes` of the answer is where the next begins. A row of more than 500 columns, a cell of more than 64 KiB and what is no CSV is refused with the row and the cure.',
  params: ImportPath,
  body: { schema: AddImportPartRequest, checkedBy: 'door', example: { at: 0, data: 'cGhvbmUKKzUyNTUxMjM0NTY3OAo=' } },
  answer: { status: 200, description: 'The import with the bytes that are here.', schema: ImportView },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params, body }) {
    return answer(200, await addImportPartTo({ ctx, input: { ...body, id: params.id } }));
  },
});
