import { RemoveSingleSignOnInput, RequireSecondFactorInput, SaveSingleSignOnInput } from '@signalbox/contracts';
import {
  readSignInRules,
  readWaysToSignIn,
  removeSingleSignOn,
  requireSecondFactor,
  saveSingleSignOn,
} from '@signalbox/services';
import { openProcedure, procedure, router } from './procedure.ts';

// How people sign in belongs to the organisation, whichever environment is on the screen.
export const signInRouter = router({
  ways: openProcedure.query(({ ctx }) => readWaysToSignIn({ ctx: ctx.world })),
  rules: procedure('sign_in:read').query(({ ctx }) => readSignInRules({ ctx: ctx.as('live'), input: {} })),
  requireSecondFactor: procedure('sign_in:write')
    .input(RequireSecondFactorInput)
    .mutation(({ ctx, input }) =>
      requireSecondFactor({ ctx: ctx.as('live'), input: { ...input, hasProved: ctx.session.hasProved } }),
    ),
  saveSingleSignOn: procedure('sign_in:write')
    .input(SaveSingleSignOnInput)
    .mutation(({ ctx, input }) => saveSingleSignOn({ ctx: ctx.as('live'), input })),
  removeSingleSignOn: procedure('sign_in:write')
    .input(RemoveSingleSignOnInput)
    .mutation(({ ctx, input }) => removeSingleSignOn({ ctx: ctx.as('live'), input })),
});
