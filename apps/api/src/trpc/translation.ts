import { SetTranslationRequest } from '@signalbox/contracts';
import { getTranslation, setTranslation } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

/** Live and sandbox share the service, as they do the templates. */
export const translationRouter = router({
  read: procedure('templates:read').query(({ ctx }) => getTranslation({ ctx: ctx.as('live'), input: {} })),
  set: procedure('workspace:write')
    .input(SetTranslationRequest)
    .mutation(({ ctx, input }) => setTranslation({ ctx: ctx.as('live'), input })),
});
