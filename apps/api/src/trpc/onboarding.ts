import { CloseOnboardingInput, OnboardingInput } from '@signalbox/contracts';
import { closeOnboarding, readOnboarding } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const onboardingRouter = router({
  read: procedure('overview:read')
    .input(OnboardingInput)
    .query(({ ctx, input }) => readOnboarding({ ctx: ctx.as(input.environment), input: {} })),
  // The list is of the whole workspace, whatever the environment.
  close: procedure('keys:write')
    .input(CloseOnboardingInput)
    .mutation(({ ctx, input }) => closeOnboarding({ ctx: ctx.as('live'), input })),
});
