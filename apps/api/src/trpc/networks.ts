import { ImportNetworksRequest, ListNetworksQuery } from '@signalbox/contracts';
import { importNetworks, listNetworks } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// Live and sandbox share the networks.
export const networksRouter = router({
  list: procedure('prices:read')
    .input(ListNetworksQuery)
    .query(({ ctx, input }) => listNetworks({ ctx: ctx.as('live'), input })),
  import: procedure('prices:write')
    .input(ImportNetworksRequest)
    .mutation(({ ctx, input }) => importNetworks({ ctx: ctx.as('live'), input })),
});
