import { ROLE_PERMISSIONS, type SessionView } from '@signalbox/contracts';
import { procedure, router } from './procedure.ts';

export const sessionRouter = router({
  me: procedure('session:read').query(
    ({ ctx }): SessionView => ({
      user: ctx.user,
      workspace: { id: ctx.workspace.id, name: ctx.workspace.name },
      role: ctx.role,
      permissions: [...ROLE_PERMISSIONS[ctx.role]],
      environments: ['live', 'sandbox'],
      has_simulator: ctx.world.settings.simulatorUrl !== undefined,
    }),
  ),
});
