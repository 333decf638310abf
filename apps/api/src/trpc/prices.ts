import {
  ConsoleImportPricesInput,
  ConsoleListPricesInput,
  PriceHistoryInput,
  RemoveExchangeRateInput,
  SetExchangeRatesRequest,
  UndoPricesInput,
} from '@signalbox/contracts';
import {
  importPrices,
  listExchangeRates,
  listPriceChanges,
  listPrices,
  removeExchangeRate,
  setExchangeRates,
  undoPrices,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const pricesRouter = router({
  list: procedure('prices:read')
    .input(ConsoleListPricesInput)
    .query(({ ctx, input: { environment, ...input } }) => listPrices({ ctx: ctx.as(environment), input })),
  import: procedure('prices:write')
    .input(ConsoleImportPricesInput)
    .mutation(({ ctx, input: { environment, ...input } }) => importPrices({ ctx: ctx.as(environment), input })),
  history: procedure('prices:read')
    .input(PriceHistoryInput)
    .query(({ ctx, input: { environment } }) => listPriceChanges({ ctx: ctx.as(environment), input: {} })),
  undo: procedure('prices:write')
    .input(UndoPricesInput)
    .mutation(({ ctx, input: { environment, ...input } }) => undoPrices({ ctx: ctx.as(environment), input })),
  // Live and sandbox share the rates.
  rates: procedure('prices:read').query(({ ctx }) => listExchangeRates({ ctx: ctx.as('live'), input: {} })),
  setRates: procedure('prices:write')
    .input(SetExchangeRatesRequest)
    .mutation(({ ctx, input }) => setExchangeRates({ ctx: ctx.as('live'), input })),
  removeRate: procedure('prices:write')
    .input(RemoveExchangeRateInput)
    .mutation(({ ctx, input }) => removeExchangeRate({ ctx: ctx.as('live'), input })),
});
