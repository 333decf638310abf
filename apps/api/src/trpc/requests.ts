import { ConsoleListRequestsInput, RequestInput } from '@signalbox/contracts';
import { getRequest, listRequests } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const requestsRouter = router({
  list: procedure('requests:read')
    .input(ConsoleListRequestsInput)
    .query(({ ctx, input }) => listRequests({ ctx: ctx.as(input.environment), input: input.query })),
  get: procedure('requests:read')
    .input(RequestInput)
    .query(({ ctx, input }) => getRequest({ ctx: ctx.as(input.environment), input })),
});
