import {
  DltCheckRequest,
  DltExpiringInput,
  DltImportRequest,
  DltListInput,
  DltRemoveInput,
  DltSaveInput,
} from '@signalbox/contracts';
import {
  checkDlt,
  type DltEntries,
  importDltFile,
  listDltEntries,
  listDltExpiring,
  removeDltEntry,
  saveDltEntries,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// Live and sandbox share what is registered.
export const dltRouter = router({
  list: procedure('dlt:read')
    .input(DltListInput)
    .query(({ ctx, input }) => listDltEntries({ ctx: ctx.as('live'), input })),
  expiring: procedure('dlt:read')
    .input(DltExpiringInput)
    .query(({ ctx, input }) => listDltExpiring({ ctx: ctx.as('live'), input })),
  check: procedure('dlt:read')
    .input(DltCheckRequest)
    .query(({ ctx, input }) => checkDlt({ ctx: ctx.as('live'), input })),
  save: procedure('dlt:write')
    .input(DltSaveInput)
    .mutation(({ ctx, input: { kind, entry } }) =>
      saveDltEntries({ ctx: ctx.as('live'), input: { kind, entries: [entry] } as DltEntries }),
    ),
  remove: procedure('dlt:write')
    .input(DltRemoveInput)
    .mutation(({ ctx, input }) => removeDltEntry({ ctx: ctx.as('live'), input })),
  import: procedure('dlt:write')
    .input(DltImportRequest)
    .mutation(({ ctx, input }) => importDltFile({ ctx: ctx.as('live'), input })),
});
