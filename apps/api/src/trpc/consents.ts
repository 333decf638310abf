import {
  ConsentProofInput,
  ConsoleAsOfInput,
  ConsoleListConsentsInput,
  ConsoleRecordConsentInput,
} from '@signalbox/contracts';
import { listConsents, readConsentAsOf, readConsentProof, recordConsent, verifyConsents } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const consentsRouter = router({
  list: procedure('consents:read')
    .input(ConsoleListConsentsInput)
    .query(({ ctx, input: { environment, ...input } }) => listConsents({ ctx: ctx.as(environment), input })),
  asOf: procedure('consents:read')
    .input(ConsoleAsOfInput)
    .query(({ ctx, input }) => readConsentAsOf({ ctx: ctx.as(input.environment), input: input.query })),
  record: procedure('consents:write')
    .input(ConsoleRecordConsentInput)
    .mutation(({ ctx, input }) => recordConsent({ ctx: ctx.as(input.environment), input: input.consent })),
  proof: procedure('consents:read')
    .input(ConsentProofInput)
    .query(({ ctx, input }) => readConsentProof({ ctx: ctx.as(input.environment), input: { id: input.id } })),
  verify: procedure('consents:read').query(({ ctx }) => verifyConsents({ ctx: ctx.as('live'), input: {} })),
});
