import {
  ConsoleAddPrefixInput,
  ConsoleListPrefixesInput,
  ConsoleSetFraudRulesInput,
  FraudSpentInput,
  LiftPrefixInput,
} from '@signalbox/contracts';
import { addPrefix, getFraudRules, liftPrefix, listPrefixes, readSpent, setFraudRules } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const fraudRouter = router({
  prefixes: procedure('fraud:read')
    .input(ConsoleListPrefixesInput)
    .query(({ ctx, input }) => listPrefixes({ ctx: ctx.as(input.environment), input: input.query })),
  addPrefix: procedure('fraud:write')
    .input(ConsoleAddPrefixInput)
    .mutation(({ ctx, input }) => addPrefix({ ctx: ctx.as(input.environment), input: input.prefix })),
  liftPrefix: procedure('fraud:write')
    .input(LiftPrefixInput)
    .mutation(({ ctx, input }) => liftPrefix({ ctx: ctx.as(input.environment), input })),
  // Live and sandbox share the rules.
  rules: procedure('fraud:read').query(({ ctx }) => getFraudRules({ ctx: ctx.as('live'), input: {} })),
  spent: procedure('fraud:read')
    .input(FraudSpentInput)
    .query(({ ctx, input }) => readSpent({ ctx: ctx.as(input.environment) })),
  setRules: procedure('fraud:write')
    .input(ConsoleSetFraudRulesInput)
    .mutation(({ ctx, input }) => setFraudRules({ ctx: ctx.as('live'), input: input.rules })),
});
