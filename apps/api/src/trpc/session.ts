import { ROLE_PERMISSIONS, type SessionView, SwitchWorkspaceInput } from '@signalbox/contracts';
import { listWorkspaces, readWorkspace, switchWorkspace } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const sessionRouter = router({
  me: procedure('session:read', { beforeSecondFactor: true }).query(async ({ ctx }): Promise<SessionView> => {
    const live = ctx.as('live');
    const [{ id, name, time_zone, default_currency }, workspaces] = await Promise.all([
      readWorkspace({ ctx: live, input: {} }),
      listWorkspaces({ ctx: live, input: { sessionId: ctx.session.id } }),
    ]);
    return {
      user: ctx.user,
      workspace: { id, name, time_zone, default_currency },
      workspaces,
      role: ctx.role,
      permissions: [...ROLE_PERMISSIONS[ctx.role]],
      environments: ['live', 'sandbox'],
      has_simulator: ctx.world.settings.simulatorUrl !== undefined,
      second_factor_needed: ctx.secondFactorNeeded,
    };
  }),
  // Whoever belongs to another organisation too goes on there.
  switch: procedure('session:read', { beforeSecondFactor: true })
    .input(SwitchWorkspaceInput)
    .mutation(({ ctx, input }) =>
      switchWorkspace({ ctx: ctx.as('live'), input: { ...input, sessionId: ctx.session.id } }),
    ),
});
