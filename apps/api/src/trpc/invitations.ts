import {
  AcceptInvitationInput,
  CreateInvitationInput,
  JoinWorkspaceInput,
  ReadInvitationInput,
  WithdrawInvitationInput,
} from '@signalbox/contracts';
import {
  acceptInvitation,
  createInvitation,
  joinWorkspace,
  readInvitation,
  withdrawInvitation,
} from '@signalbox/services';
import { openProcedure, procedure, router } from './procedure.ts';

export const invitationsRouter = router({
  create: procedure('members:write')
    .input(CreateInvitationInput)
    .mutation(({ ctx, input }) => createInvitation({ ctx: ctx.as('live'), input })),
  withdraw: procedure('members:write')
    .input(WithdrawInvitationInput)
    .mutation(({ ctx, input }) => withdrawInvitation({ ctx: ctx.as('live'), input })),
  join: procedure('session:read')
    .input(JoinWorkspaceInput)
    .mutation(({ ctx, input }) =>
      joinWorkspace({ ctx: ctx.as('live'), input: { ...input, sessionId: ctx.session.id } }),
    ),
  read: openProcedure.input(ReadInvitationInput).query(({ ctx, input }) => readInvitation({ ctx: ctx.world, input })),
  accept: openProcedure
    .input(AcceptInvitationInput)
    .mutation(({ ctx: { world, requestId, address }, input }) =>
      acceptInvitation({ ctx: { services: world.services, requestId, address }, input }),
    ),
});
