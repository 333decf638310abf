import { GlossaryPlace, GlossaryTerm } from '@signalbox/contracts';
import { listGlossary, removeTerm, saveTerm } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

/** Live and sandbox share the glossary, as they do the templates. */
export const glossaryRouter = router({
  list: procedure('templates:read').query(({ ctx }) => listGlossary({ ctx: ctx.as('live'), input: {} })),
  save: procedure('templates:write')
    .input(GlossaryTerm)
    .mutation(({ ctx, input }) => saveTerm({ ctx: ctx.as('live'), input })),
  remove: procedure('templates:write')
    .input(GlossaryPlace)
    .mutation(({ ctx, input }) => removeTerm({ ctx: ctx.as('live'), input })),
});
