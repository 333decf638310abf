import {
  ConsoleAddKeywordInput,
  ConsoleDecideInboundInput,
  ConsoleKeywordInput,
  ConsoleKeywordsInput,
  ConsoleListInboundInput,
  ConsoleSetReplyInput,
} from '@signalbox/contracts';
import { addKeyword, decideInbound, listInbound, readKeywordsView, removeKeyword, setReply } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const keywordsRouter = router({
  read: procedure('consents:read')
    .input(ConsoleKeywordsInput)
    .query(({ ctx, input }) => readKeywordsView({ ctx: ctx.as(input.environment), input: {} })),
  add: procedure('consents:write')
    .input(ConsoleAddKeywordInput)
    .mutation(({ ctx, input }) => addKeyword({ ctx: ctx.as(input.environment), input: input.keyword })),
  remove: procedure('consents:write')
    .input(ConsoleKeywordInput)
    .mutation(({ ctx, input }) => removeKeyword({ ctx: ctx.as(input.environment), input: { id: input.id } })),
  setReply: procedure('consents:write')
    .input(ConsoleSetReplyInput)
    .mutation(({ ctx, input }) => setReply({ ctx: ctx.as(input.environment), input: input.reply })),
  inbound: procedure('consents:read')
    .input(ConsoleListInboundInput)
    .query(({ ctx, input }) => listInbound({ ctx: ctx.as(input.environment), input: input.query })),
  decide: procedure('consents:write')
    .input(ConsoleDecideInboundInput)
    .mutation(({ ctx, input: { environment, ...input } }) => decideInbound({ ctx: ctx.as(environment), input })),
});
