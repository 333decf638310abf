import { ConsoleCapInput, ConsoleCapsInput, ConsolePreviewCapInput, ConsoleSaveCapInput } from '@signalbox/contracts';
import { listCaps, previewCap, removeCap, saveCap } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const capsRouter = router({
  list: procedure('compliance:read')
    .input(ConsoleCapsInput)
    .query(({ ctx, input }) => listCaps({ ctx: ctx.as(input.environment), input: {} })),
  preview: procedure('compliance:read')
    .input(ConsolePreviewCapInput)
    .query(({ ctx, input: { environment, cap } }) => previewCap({ ctx: ctx.as(environment), input: { cap } })),
  save: procedure('compliance:write')
    .input(ConsoleSaveCapInput)
    .mutation(({ ctx, input: { environment, ...input } }) => saveCap({ ctx: ctx.as(environment), input })),
  remove: procedure('compliance:write')
    .input(ConsoleCapInput)
    .mutation(({ ctx, input }) => removeCap({ ctx: ctx.as(input.environment), input: { id: input.id } })),
});
