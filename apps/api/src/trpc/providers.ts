import { ListProvidersInput, SaveProviderInput } from '@signalbox/contracts';
import { listManifests, listProviders, saveProvider } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const providersRouter = router({
  list: procedure('providers:read')
    .input(ListProvidersInput)
    .query(({ ctx, input }) => listProviders({ ctx: ctx.as(input.environment), input: {} })),
  manifests: procedure('providers:read').query(({ ctx }) => listManifests({ ctx: ctx.as('live'), input: {} })),
  save: procedure('providers:write')
    .input(SaveProviderInput)
    .mutation(({ ctx, input }) => saveProvider({ ctx: ctx.as(input.environment), input })),
});
