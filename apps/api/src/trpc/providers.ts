import { ListProvidersInput, SaveProviderInput } from '@signalbox/contracts';
import { listManifests, listProviders, saveProvider } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const providersRouter = router({
  list: procedure
    .input(ListProvidersInput)
    .query(({ ctx, input }) => listProviders({ ctx: ctx.as(input.environment), input: {} })),
  manifests: procedure.query(({ ctx }) => listManifests({ ctx: ctx.as('live'), input: {} })),
  save: procedure
    .input(SaveProviderInput)
    .mutation(({ ctx, input }) => saveProvider({ ctx: ctx.as(input.environment), input })),
});
