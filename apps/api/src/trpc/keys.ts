import { CreateKeyInput, RevokeKeyInput } from '@signalbox/contracts';
import { createKey, listKeys, revokeKey } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const keysRouter = router({
  // Keys of both environments stand in one list: each row names its own.
  list: procedure.query(({ ctx }) => listKeys({ ctx: ctx.as('live'), input: {} })),
  create: procedure
    .input(CreateKeyInput)
    .mutation(({ ctx, input: { environment, name } }) => createKey({ ctx: ctx.as(environment), input: { name } })),
  revoke: procedure.input(RevokeKeyInput).mutation(({ ctx, input }) => revokeKey({ ctx: ctx.as('live'), input })),
});
