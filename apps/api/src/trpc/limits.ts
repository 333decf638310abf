import { ListRateLimitsInput, RemoveRateLimitInput, SetRateLimitInput } from '@signalbox/contracts';
import { listRateLimits, removeRateLimit, setRateLimit } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const limitsRouter = router({
  list: procedure('limits:read')
    .input(ListRateLimitsInput)
    .query(({ ctx, input }) => listRateLimits({ ctx: ctx.as(input.environment), input: {} })),
  set: procedure('limits:write')
    .input(SetRateLimitInput)
    .mutation(({ ctx, input }) => setRateLimit({ ctx: ctx.as(input.environment), input: input.limit })),
  remove: procedure('limits:write')
    .input(RemoveRateLimitInput)
    .mutation(({ ctx, input }) => removeRateLimit({ ctx: ctx.as('live'), input })),
});
