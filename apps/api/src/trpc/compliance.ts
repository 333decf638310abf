import {
  CheckComplianceInput,
  ConsoleAnswerRuleInput,
  ReadPackInput,
  RemoveRuleAnswerInput,
} from '@signalbox/contracts';
import { answerRule, checkCompliance, listPacks, readPack, removeRuleAnswer } from '@signalbox/services';
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
});
