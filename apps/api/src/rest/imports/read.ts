import {
  ImportErrors,
  ImportErrorsQuery,
  ImportPage,
  ImportPreview,
  ImportView,
  ListImportsQuery,
} from '@signalbox/contracts';
import { getImport, listImports, readImportPreview, readRefusedRows } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { ImportPath } from './import-id.ts';

export const listImportsDoor = defineDoor({
  method: 'get',
  path: '/v1/contacts/imports',
  operationId: 'listImports',
  permission: 'consents:read',
  tag: 'Imports',
  summary: 'List imports',
  description: 'The imports of the environment, newest first, each with how far it is.',
  query: ListImportsQuery,
  answer: { status: 200, description: 'A page of imports.', schema: ImportPage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listImports({ ctx, input: query }));
  },
});

export const getImportDoor = defineDoor({
  method: 'get',
  path: '/v1/contacts/imports/{id}',
  operationId: 'getImport',
  permission: 'consents:read',
  tag: 'Imports',
  summary: 'Look at an import',
  description: 'How far it is, and what became of each row: the counts add up to the rows that were read.',
  params: ImportPath,
  answer: { status: 200, description: 'The import as it stands now.', schema: ImportView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await getImport({ ctx, input: params }));
  },
});

export const previewImportDoor = defineDoor({
  method: 'get',
  path: '/v1/contacts/imports/{id}/preview',
  operationId: 'previewImport',
  permission: 'consents:read',
  tag: 'Imports',
  summary: 'Look at the beginning of the file',
  description:
    'The encoding and the sign between cells as they were guessed, the columns with what they are taken to hold, and the first twenty rows.',
  params: ImportPath,
  answer: { status: 200, description: 'How the beginning of the file looks.', schema: ImportPreview },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params }) {
    return answer(200, await readImportPreview({ ctx, input: params }));
  },
});

export const listImportErrorsDoor = defineDoor({
  method: 'get',
  path: '/v1/contacts/imports/{id}/errors',
  operationId: 'readImportErrors',
  permission: 'consents:read',
  tag: 'Imports',
  summary: 'Fetch the refused rows',
  description:
    'A piece of the error file: refused rows with their own columns, and what is wrong in a last one. Pieces put together are the file; mended, it can be brought again. Kept for a day after the import.',
  params: ImportPath,
  query: ImportErrorsQuery,
  answer: {
    status: 200,
    description: 'A piece of the error file; empty when no row was refused.',
    schema: ImportErrors,
  },
  refusals: ['not_found'],
  async run({ ctx, params, query }) {
    return answer(200, await readRefusedRows({ ctx, input: { ...query, id: params.id } }));
  },
});
