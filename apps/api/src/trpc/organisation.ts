import { AddWorkspaceInput, RenameOrganisationInput } from '@signalbox/contracts';
import { addWorkspace, renameOrganisation } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const organisationRouter = router({
  rename: procedure('organisation:write')
    .input(RenameOrganisationInput)
    .mutation(({ ctx, input }) => renameOrganisation({ ctx: ctx.as('live'), input })),
  addWorkspace: procedure('organisation:write')
    .input(AddWorkspaceInput)
    .mutation(({ ctx, input }) =>
      addWorkspace({ ctx: ctx.as('live'), input: { ...input, sessionId: ctx.session.id } }),
    ),
});
