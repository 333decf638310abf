import type { SessionView } from '@signalbox/contracts';
import { procedure, router } from './procedure.ts';

export const sessionRouter = router({
  me: procedure.query(
    ({ ctx }): SessionView => ({
      user: ctx.user,
      workspace: { id: ctx.workspace.id, name: ctx.workspace.name },
      environments: ['live', 'sandbox'],
      has_simulator: ctx.world.settings.simulatorUrl !== undefined,
    }),
  ),
});
