import {
  FrontierInput,
  ListWeightSetsInput,
  SaveWeightSetInput,
  SteerRampInput,
  TryWeightsInput,
  WeightChangeInput,
  WeightSetInput,
} from '@signalbox/contracts';
import {
  approveWeights,
  listWeightHistory,
  listWeightSets,
  readFrontier,
  rejectWeights,
  removeWeightSet,
  saveWeightSet,
  steerRamp,
  tryWeights,
  undoWeights,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const weightsRouter = router({
  list: procedure('routes:read')
    .input(ListWeightSetsInput)
    .query(({ ctx, input: { environment } }) => listWeightSets({ ctx: ctx.as(environment), input: {} })),
  history: procedure('routes:read')
    .input(WeightSetInput)
    .query(({ ctx, input: { environment, ...input } }) => listWeightHistory({ ctx: ctx.as(environment), input })),
  try: procedure('routes:read')
    .input(TryWeightsInput)
    .query(({ ctx, input: { environment, ...input } }) => tryWeights({ ctx: ctx.as(environment), input })),
  frontier: procedure('routes:read')
    .input(FrontierInput)
    .query(({ ctx, input: { environment, ...input } }) => readFrontier({ ctx: ctx.as(environment), input })),
  save: procedure('routes:write')
    .input(SaveWeightSetInput)
    .mutation(({ ctx, input }) => saveWeightSet({ ctx: ctx.as(input.environment), input })),
  steerRamp: procedure('routes:write')
    .input(SteerRampInput)
    .mutation(({ ctx, input: { environment, ...input } }) => steerRamp({ ctx: ctx.as(environment), input })),
  remove: procedure('routes:write')
    .input(WeightSetInput)
    .mutation(({ ctx, input: { environment, ...input } }) => removeWeightSet({ ctx: ctx.as(environment), input })),
  approve: procedure('routes:write')
    .input(WeightChangeInput)
    .mutation(({ ctx, input: { environment, ...input } }) => approveWeights({ ctx: ctx.as(environment), input })),
  reject: procedure('routes:write')
    .input(WeightChangeInput)
    .mutation(({ ctx, input: { environment, ...input } }) => rejectWeights({ ctx: ctx.as(environment), input })),
  undo: procedure('routes:write')
    .input(WeightChangeInput)
    .mutation(({ ctx, input: { environment, ...input } }) => undoWeights({ ctx: ctx.as(environment), input })),
});
