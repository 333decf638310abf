import {
  EndOtherSessionsInput,
  EndSessionInput,
  type Environment,
  RenameAccountInput,
  RenamePasskeyInput,
} from '@signalbox/contracts';
import {
  endOtherSessions,
  endOwnSession,
  type RequestContext,
  readOwnAccount,
  renameOwnAccount,
  renameOwnPasskey,
  type SignedInSession,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

/** What a verb about the own account takes: the context of the call, and by which session it came. */
const own = (ctx: { as: (environment: Environment) => RequestContext; session: SignedInSession }) => ({
  ...ctx.as('live'),
  session: ctx.session,
});

// Passwords, second factors and passkeys are changed under /auth, where the cookie of the session changes with them.
export const accountRouter = router({
  read: procedure('session:read').query(({ ctx }) => readOwnAccount({ ctx: own(ctx), input: {} })),
  rename: procedure('session:write')
    .input(RenameAccountInput)
    .mutation(({ ctx, input }) => renameOwnAccount({ ctx: own(ctx), input })),
  renamePasskey: procedure('session:write')
    .input(RenamePasskeyInput)
    .mutation(({ ctx, input }) => renameOwnPasskey({ ctx: own(ctx), input })),
  endSession: procedure('session:write')
    .input(EndSessionInput)
    .mutation(({ ctx, input }) => endOwnSession({ ctx: own(ctx), input })),
  endOtherSessions: procedure('session:write')
    .input(EndOtherSessionsInput)
    .mutation(({ ctx, input }) => endOtherSessions({ ctx: own(ctx), input })),
});
