import {
  LiftPauseInput,
  ListRoutesInput,
  PauseRouteInput,
  SaveRouteInput,
  SaveWeightsInput,
} from '@signalbox/contracts';
import { liftPause, listRoutes, pauseRoute, saveRoute, saveWeights } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const routesRouter = router({
  list: procedure('routes:read')
    .input(ListRoutesInput)
    .query(({ ctx, input }) => listRoutes({ ctx: ctx.as(input.environment), input: {} })),
  save: procedure('routes:write')
    .input(SaveRouteInput)
    .mutation(({ ctx, input }) => saveRoute({ ctx: ctx.as(input.environment), input })),
  pause: procedure('routes:write')
    .input(PauseRouteInput)
    .mutation(({ ctx, input: { environment, ...input } }) => pauseRoute({ ctx: ctx.as(environment), input })),
  liftPause: procedure('routes:write')
    .input(LiftPauseInput)
    .mutation(({ ctx, input: { environment, ...input } }) => liftPause({ ctx: ctx.as(environment), input })),
  saveWeights: procedure('routes:write')
    .input(SaveWeightsInput)
    .mutation(({ ctx, input: { environment, weights } }) =>
      saveWeights({ ctx: ctx.as(environment), input: { weights } }),
    ),
});
