import {
  ConsoleAddImportPartInput,
  ConsoleCreateImportInput,
  ConsoleImportErrorsInput,
  ConsoleImportInput,
  ConsoleImportsInput,
  ConsoleStartImportInput,
} from '@signalbox/contracts';
import {
  addImportPartTo,
  cancelImport,
  createImport,
  getImport,
  listImports,
  readImportPreview,
  readRefusedRows,
  startImport,
  undoImport,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const importsRouter = router({
  list: procedure('consents:read')
    .input(ConsoleImportsInput)
    .query(({ ctx, input: { environment, query } }) => listImports({ ctx: ctx.as(environment), input: query })),
  get: procedure('consents:read')
    .input(ConsoleImportInput)
    .query(({ ctx, input: { environment, id } }) => getImport({ ctx: ctx.as(environment), input: { id } })),
  preview: procedure('consents:read')
    .input(ConsoleImportInput)
    .query(({ ctx, input: { environment, id } }) => readImportPreview({ ctx: ctx.as(environment), input: { id } })),
  errors: procedure('consents:read')
    .input(ConsoleImportErrorsInput)
    .query(({ ctx, input: { environment, id, query } }) =>
      readRefusedRows({ ctx: ctx.as(environment), input: { ...query, id } }),
    ),
  create: procedure('consents:write')
    .input(ConsoleCreateImportInput)
    .mutation(({ ctx, input: { environment, file } }) => createImport({ ctx: ctx.as(environment), input: file })),
  addPart: procedure('consents:write')
    .input(ConsoleAddImportPartInput)
    .mutation(({ ctx, input: { environment, id, part } }) =>
      addImportPartTo({ ctx: ctx.as(environment), input: { ...part, id } }),
    ),
  start: procedure('consents:write')
    .input(ConsoleStartImportInput)
    .mutation(({ ctx, input: { environment, id, start } }) =>
      startImport({ ctx: ctx.as(environment), input: { ...start, id } }),
    ),
  cancel: procedure('consents:write')
    .input(ConsoleImportInput)
    .mutation(({ ctx, input: { environment, id } }) => cancelImport({ ctx: ctx.as(environment), input: { id } })),
  undo: procedure('consents:write')
    .input(ConsoleImportInput)
    .mutation(({ ctx, input: { environment, id } }) => undoImport({ ctx: ctx.as(environment), input: { id } })),
});
