import { encodeId, ROLE_PERMISSIONS, type SessionView, SwitchWorkspaceInput } from '@signalbox/contracts';
import { listWorkspaces, switchWorkspace } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const sessionRouter = router({
  me: procedure('session:read').query(
    async ({ ctx }): Promise<SessionView> => ({
      user: ctx.user,
      workspace: { id: encodeId('workspace', ctx.workspace.id), name: ctx.workspace.name },
      workspaces: await listWorkspaces({ ctx: ctx.as('live'), input: {} }),
      role: ctx.role,
      permissions: [...ROLE_PERMISSIONS[ctx.role]],
      environments: ['live', 'sandbox'],
      has_simulator: ctx.world.settings.simulatorUrl !== undefined,
    }),
  ),
  switch: procedure('session:read')
    .input(SwitchWorkspaceInput)
    .mutation(({ ctx, input }) =>
      switchWorkspace({ ctx: ctx.as('live'), input: { ...input, sessionId: ctx.session.id } }),
    ),
});
