import { SaveWorkspaceInput } from '@signalbox/contracts';
import { readWorkspace, saveWorkspace } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const workspaceRouter = router({
  read: procedure('workspace:read').query(({ ctx }) => readWorkspace({ ctx: ctx.as('live'), input: {} })),
  save: procedure('workspace:write')
    .input(SaveWorkspaceInput)
    .mutation(({ ctx, input }) => saveWorkspace({ ctx: ctx.as('live'), input })),
});
