import { ConsoleSetCountryInput, RemoveCountryInput } from '@signalbox/contracts';
import { listCountries, removeCountry, setCountry } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// Live and sandbox share what holds in a country.
export const countriesRouter = router({
  list: procedure('countries:read').query(({ ctx }) => listCountries({ ctx: ctx.as('live'), input: {} })),
  set: procedure('countries:write')
    .input(ConsoleSetCountryInput)
    .mutation(({ ctx, input }) => setCountry({ ctx: ctx.as('live'), input })),
  remove: procedure('countries:write')
    .input(RemoveCountryInput)
    .mutation(({ ctx, input }) => removeCountry({ ctx: ctx.as('live'), input })),
});
