import { ROLE_PERMISSIONS, type SessionView, SwitchWorkspaceInput } from '@signalbox/contracts';
import { listWorkspaces, readWorkspace, switchWorkspace } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const sessionRouter = router({
  me: procedure('session:read').query(async ({ ctx }): Promise<SessionView> => {
    const context = { ctx: ctx.as('live'), input: {} };
    const [{ id, name, time_zone, default_currency }, workspaces] = await Promise.all([
      readWorkspace(context),
      listWorkspaces(context),
    ]);
    return {
      user: ctx.user,
      workspace: { id, name, time_zone, default_currency },
      workspaces,
      role: ctx.role,
      permissions: [...ROLE_PERMISSIONS[ctx.role]],
      environments: ['live', 'sandbox'],
      has_simulator: ctx.world.settings.simulatorUrl !== undefined,
    };
  }),
  switch: procedure('session:read')
    .input(SwitchWorkspaceInput)
    .mutation(({ ctx, input }) =>
      switchWorkspace({ ctx: ctx.as('live'), input: { ...input, sessionId: ctx.session.id } }),
    ),
});
