import { ExplainRoutingInput, PreviewInput, RoutingHealthInput } from '@signalbox/contracts';
import { explainRouting, previewRouting, readRoutingHealth } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const routingRouter = router({
  explain: procedure('routing:read')
    .input(ExplainRoutingInput)
    .query(({ ctx, input: { environment, ...input } }) => explainRouting({ ctx: ctx.as(environment), input })),
  health: procedure('routing:read')
    .input(RoutingHealthInput)
    .query(({ ctx, input: { environment } }) => readRoutingHealth({ ctx: ctx.as(environment), input: {} })),
  preview: procedure('routing:read')
    .input(PreviewInput)
    .query(({ ctx, input: { environment, message } }) => previewRouting({ ctx: ctx.as(environment), input: message })),
});
