import { OverviewInput } from '@signalbox/contracts';
import { readOverview } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const overviewRouter = router({
  read: procedure('overview:read')
    .input(OverviewInput)
    .query(({ ctx, input }) => readOverview({ ctx: ctx.as(input.environment), input: { hours: input.hours } })),
});
