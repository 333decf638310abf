import { ImportView } from '@signalbox/contracts';
import { cancelImport, undoImport } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { ImportPath } from './import-id.ts';

export const cancelImportDoor = defineDoor({
  method: 'post',
  path: '/v1/contacts/imports/{id}/cancel',
  operationId: 'cancelImport',
  permission: 'consents:write',
  tag: 'Imports',
  summary: 'Stop an import',
  description: 'It stops behind the rows that are under way. Who was stored stays stored, and can be taken back.',
  params: ImportPath,
  answer: { status: 202, description: 'The import, which is stopping or stopped.', schema: ImportView },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params }) {
    return answer(202, await cancelImport({ ctx, input: params }));
  },
});

export const undoImportDoor = defineDoor({
  method: 'post',
  path: '/v1/contacts/imports/{id}/undo',
  operationId: 'undoImport',
  permission: 'consents:write',
  tag: 'Imports',
  summary: 'Take an import back',
  description:
    'Within 24 hours of its end. Each consent it brought is withdrawn, unless the person said something since or had agreed before; nothing is deleted from the ledger.',
  params: ImportPath,
  answer: { status: 202, description: 'The import, which is being taken back.', schema: ImportView },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params }) {
    return answer(202, await undoImport({ ctx, input: params }));
  },
});
