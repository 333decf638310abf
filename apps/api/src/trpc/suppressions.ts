import { ConsoleLiftSuppressionInput, ConsoleListSuppressionsInput, ConsoleSuppressInput } from '@signalbox/contracts';
import { addSuppression, listSuppressions, removeSuppression } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const suppressionsRouter = router({
  list: procedure('suppressions:read')
    .input(ConsoleListSuppressionsInput)
    .query(({ ctx, input: { environment, ...input } }) => listSuppressions({ ctx: ctx.as(environment), input })),
  add: procedure('suppressions:write')
    .input(ConsoleSuppressInput)
    .mutation(({ ctx, input }) => addSuppression({ ctx: ctx.as(input.environment), input: input.suppression })),
  remove: procedure('suppressions:write')
    .input(ConsoleLiftSuppressionInput)
    .mutation(({ ctx, input: { environment, ...input } }) => removeSuppression({ ctx: ctx.as(environment), input })),
});
