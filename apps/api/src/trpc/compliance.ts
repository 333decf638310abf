import {
  AskRegistryInput,
  CheckComplianceInput,
  ConsoleAnswerRuleInput,
  ReadPackInput,
  RegistryInput,
  RemoveRuleAnswerInput,
  SetRegistryInput,
} from '@signalbox/contracts';
import {
  answerRule,
  askRegistry,
  checkCompliance,
  listPacks,
  listRegistries,
  readPack,
  removeRegistry,
  removeRuleAnswer,
  setRegistry,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

// Live and sandbox share how a workspace reads the law; lists and caps are those of an environment.
export const complianceRouter = router({
  check: procedure('compliance:read')
    .input(CheckComplianceInput)
    .query(({ ctx, input: { environment, message } }) => checkCompliance({ ctx: ctx.as(environment), input: message })),
  packs: procedure('compliance:read').query(({ ctx }) => listPacks({ ctx: ctx.as('live'), input: {} })),
  pack: procedure('compliance:read')
    .input(ReadPackInput)
    .query(({ ctx, input }) => readPack({ ctx: ctx.as('live'), input })),
  answer: procedure('compliance:write')
    .input(ConsoleAnswerRuleInput)
    .mutation(({ ctx, input }) => answerRule({ ctx: ctx.as('live'), input })),
  removeAnswer: procedure('compliance:write')
    .input(RemoveRuleAnswerInput)
    .mutation(({ ctx, input }) => removeRuleAnswer({ ctx: ctx.as('live'), input })),
  registries: procedure('compliance:read').query(({ ctx }) => listRegistries({ ctx: ctx.as('live'), input: {} })),
  setRegistry: procedure('compliance:write')
    .input(SetRegistryInput)
    .mutation(({ ctx, input }) => setRegistry({ ctx: ctx.as('live'), input })),
  removeRegistry: procedure('compliance:write')
    .input(RegistryInput)
    .mutation(({ ctx, input }) => removeRegistry({ ctx: ctx.as('live'), input })),
  askRegistry: procedure('compliance:write')
    .input(AskRegistryInput)
    .mutation(({ ctx, input }) => askRegistry({ ctx: ctx.as('live'), input })),
});
