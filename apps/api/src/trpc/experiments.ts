import { ExperimentInput, ListExperimentsInput, StartExperimentInput } from '@signalbox/contracts';
import { adoptChallenger, listExperiments, startExperiment, stopExperiment } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const experimentsRouter = router({
  list: procedure('routes:read')
    .input(ListExperimentsInput)
    .query(({ ctx, input: { environment } }) => listExperiments({ ctx: ctx.as(environment), input: {} })),
  start: procedure('routes:write')
    .input(StartExperimentInput)
    .mutation(({ ctx, input: { environment, ...input } }) => startExperiment({ ctx: ctx.as(environment), input })),
  stop: procedure('routes:write')
    .input(ExperimentInput)
    .mutation(({ ctx, input: { environment, ...input } }) => stopExperiment({ ctx: ctx.as(environment), input })),
  adopt: procedure('routes:write')
    .input(ExperimentInput)
    .mutation(({ ctx, input: { environment, ...input } }) => adoptChallenger({ ctx: ctx.as(environment), input })),
});
