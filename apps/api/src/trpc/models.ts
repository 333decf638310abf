import { ListModelsInput, SwitchModelInput } from '@signalbox/contracts';
import { listModels, switchModel } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const modelsRouter = router({
  list: procedure('routes:read')
    .input(ListModelsInput)
    .query(({ ctx, input: { environment } }) => listModels({ ctx: ctx.as(environment), input: {} })),
  switch: procedure('routes:write')
    .input(SwitchModelInput)
    .mutation(({ ctx, input: { environment, ...input } }) => switchModel({ ctx: ctx.as(environment), input })),
});
