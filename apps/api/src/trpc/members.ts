import { ChangeRoleInput, RemoveMemberInput } from '@signalbox/contracts';
import { changeRole, listMembers, removeMember } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// People belong to the workspace, whichever environment is on the screen.
export const membersRouter = router({
  list: procedure('members:read').query(({ ctx }) => listMembers({ ctx: ctx.as('live'), input: {} })),
  changeRole: procedure('members:write')
    .input(ChangeRoleInput)
    .mutation(({ ctx, input }) => changeRole({ ctx: ctx.as('live'), input })),
  remove: procedure('members:write')
    .input(RemoveMemberInput)
    .mutation(({ ctx, input }) => removeMember({ ctx: ctx.as('live'), input })),
});
