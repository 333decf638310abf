import { PreviewInput } from '@signalbox/contracts';
import { previewRouting } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const routingRouter = router({
  preview: procedure('routing:read')
    .input(PreviewInput)
    .query(({ ctx, input: { environment, message } }) => previewRouting({ ctx: ctx.as(environment), input: message })),
});
