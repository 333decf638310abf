import { ListSendersQuery, SenderInput, SetSenderInput, ShownSenderQuery } from '@signalbox/contracts';
import { listSenders, readShownSender, removeSender, setSender } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// Live and sandbox share what is registered.
export const sendersRouter = router({
  list: procedure('countries:read')
    .input(ListSendersQuery)
    .query(({ ctx, input }) => listSenders({ ctx: ctx.as('live'), input })),
  shown: procedure('countries:read')
    .input(ShownSenderQuery)
    .query(({ ctx, input }) => readShownSender({ ctx: ctx.as('live'), input })),
  set: procedure('countries:write')
    .input(SetSenderInput)
    .mutation(({ ctx, input }) => setSender({ ctx: ctx.as('live'), input })),
  remove: procedure('countries:write')
    .input(SenderInput)
    .mutation(({ ctx, input }) => removeSender({ ctx: ctx.as('live'), input })),
});
