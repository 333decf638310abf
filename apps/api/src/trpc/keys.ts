import { CreateKeyInput, RevokeKeyInput, RotateKeyInput } from '@signalbox/contracts';
import { createKey, listKeys, revokeKey, rotateKey } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// Keys of both environments stand in one list: each row names its own, and an id is enough to change one.
export const keysRouter = router({
  list: procedure('keys:read').query(({ ctx }) => listKeys({ ctx: ctx.as('live'), input: {} })),
  create: procedure('keys:write')
    .input(CreateKeyInput)
    .mutation(({ ctx, input: { environment, ...input } }) =>
      createKey({ ctx: ctx.as(environment), role: ctx.role, input }),
    ),
  rotate: procedure('keys:write')
    .input(RotateKeyInput)
    .mutation(({ ctx, input }) => rotateKey({ ctx: ctx.as('live'), role: ctx.role, input })),
  revoke: procedure('keys:write')
    .input(RevokeKeyInput)
    .mutation(({ ctx, input }) => revokeKey({ ctx: ctx.as('live'), input })),
});
