import { ExportAuditQuery, ListAuditQuery } from '@signalbox/contracts';
import { exportAudit, listAudit, verifyAudit } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// The log is of the workspace as a whole: either environment will do.
export const auditRouter = router({
  list: procedure('audit:read')
    .input(ListAuditQuery)
    .query(({ ctx, input }) => listAudit({ ctx: ctx.as('live'), input })),
  export: procedure('audit:read')
    .input(ExportAuditQuery)
    .query(({ ctx, input }) => exportAudit({ ctx: ctx.as('live'), input })),
  verify: procedure('audit:read').query(({ ctx }) => verifyAudit({ ctx: ctx.as('live'), input: {} })),
});
