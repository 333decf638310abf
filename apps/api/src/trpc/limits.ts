import { ListRateLimitsInput, RemoveRateLimitInput, SetRateLimitInput } from '@signalbox/contracts';
import { listRateLimits, removeRateLimit, setRateLimit } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const limitsRouter = router({
  list: procedure
    .input(ListRateLimitsInput)
    .query(({ ctx, input }) => listRateLimits({ ctx: ctx.as(input.environment), input: {} })),
  set: procedure
    .input(SetRateLimitInput)
    .mutation(({ ctx, input }) => setRateLimit({ ctx: ctx.as(input.environment), input: input.limit })),
  remove: procedure
    .input(RemoveRateLimitInput)
    .mutation(({ ctx, input }) => removeRateLimit({ ctx: ctx.as('live'), input })),
});
