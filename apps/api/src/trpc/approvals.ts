import { listApprovals } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// Of both environments: what waits is not lost from sight by looking at the other one. Each is decided by the procedure of its kind.
export const approvalsRouter = router({
  list: procedure('session:read').query(({ ctx }) => listApprovals({ ctx: ctx.as('live'), input: { role: ctx.role } })),
});
