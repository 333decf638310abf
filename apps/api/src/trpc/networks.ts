import { ImportNetworksRequest, ListNetworksQuery, LookUpNumbersRequest, SetLookupRequest } from '@signalbox/contracts';
import { getLookup, importNetworks, listNetworks, lookUpNumbers, setLookup } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// Live and sandbox share the networks, and how numbers are looked up.
export const networksRouter = router({
  list: procedure('prices:read')
    .input(ListNetworksQuery)
    .query(({ ctx, input }) => listNetworks({ ctx: ctx.as('live'), input })),
  import: procedure('prices:write')
    .input(ImportNetworksRequest)
    .mutation(({ ctx, input }) => importNetworks({ ctx: ctx.as('live'), input })),
  lookup: procedure('prices:read').query(({ ctx }) => getLookup({ ctx: ctx.as('live'), input: {} })),
  setLookup: procedure('prices:write')
    .input(SetLookupRequest)
    .mutation(({ ctx, input }) => setLookup({ ctx: ctx.as('live'), input })),
  lookUp: procedure('prices:write')
    .input(LookUpNumbersRequest)
    .mutation(({ ctx, input }) => lookUpNumbers({ ctx: ctx.as('live'), input })),
});
