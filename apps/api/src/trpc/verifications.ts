import {
  ConsoleCheckVerificationInput,
  ConsoleListVerificationsInput,
  ConsoleStartVerificationInput,
  ConsoleVerificationInput,
  StartVerificationAnswer,
  VerificationFiguresInput,
} from '@signalbox/contracts';
import {
  cancelVerification,
  checkVerification,
  getVerification,
  listVerifications,
  readVerificationFigures,
  startVerification,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const verificationsRouter = router({
  list: procedure('verifications:read')
    .input(ConsoleListVerificationsInput)
    .query(({ ctx, input: { environment, query } }) => listVerifications({ ctx: ctx.as(environment), input: query })),
  figures: procedure('verifications:read')
    .input(VerificationFiguresInput)
    .query(({ ctx, input }) => readVerificationFigures({ ctx: ctx.as(input.environment) })),
  read: procedure('verifications:read')
    .input(ConsoleVerificationInput)
    .query(({ ctx, input: { environment, id } }) => getVerification({ ctx: ctx.as(environment), input: { id } })),
  cancel: procedure('verifications:write')
    .input(ConsoleVerificationInput)
    .mutation(({ ctx, input: { environment, id } }) => cancelVerification({ ctx: ctx.as(environment), input: { id } })),
  start: procedure('verifications:write')
    .input(ConsoleStartVerificationInput)
    .mutation(async ({ ctx, input }) => {
      const started = await startVerification({
        ctx: ctx.as(input.environment),
        input: { body: input.verification, idempotencyKey: input.idempotency_key },
      });
      return StartVerificationAnswer.parse(JSON.parse(started.body));
    }),
  check: procedure('verifications:write')
    .input(ConsoleCheckVerificationInput)
    .mutation(({ ctx, input: { environment, ...input } }) => checkVerification({ ctx: ctx.as(environment), input })),
});
