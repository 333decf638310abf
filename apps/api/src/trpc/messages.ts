import {
  CancelMessageInput,
  ConsoleListMessagesInput,
  type ConsoleMessagePage,
  ConsoleSendInput,
  type ConsoleSendView,
  CountNewerInput,
  type MessageDetailView,
  ReadMessageInput,
  RevealRecipientInput,
  SendMessageAnswer,
} from '@signalbox/contracts';
import {
  cancelMessage,
  countNewer,
  countOtherEnvironment,
  getMessage,
  listMessages,
  maskDetail,
  maskMessage,
  readTimeline,
  revealRecipient,
  sendMessage,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

export const messagesRouter = router({
  list: procedure('messages:read')
    .input(ConsoleListMessagesInput)
    .query(async ({ ctx, input }): Promise<ConsoleMessagePage> => {
      const as = ctx.as(input.environment);
      const [page, other_environment_count] = await Promise.all([
        listMessages({ ctx: as, input: input.query }),
        countOtherEnvironment({ ctx: as, input: {} }),
      ]);
      return { ...page, data: page.data.map((view) => maskMessage(ctx.role, view)), other_environment_count };
    }),
  countNewer: procedure('messages:read')
    .input(CountNewerInput)
    .query(({ ctx, input: { environment, ...input } }) => countNewer({ ctx: ctx.as(environment), input })),
  read: procedure('messages:read')
    .input(ReadMessageInput)
    .query(async ({ ctx, input: { environment, id } }): Promise<MessageDetailView> => {
      const as = ctx.as(environment);
      const [message, timeline] = await Promise.all([
        getMessage({ ctx: as, input: { id } }),
        readTimeline({ ctx: as, input: { id } }),
      ]);
      return maskDetail(ctx.role, { message, timeline });
    }),
  reveal: procedure('people:reveal')
    .input(RevealRecipientInput)
    .mutation(({ ctx, input: { environment, ...input } }) => revealRecipient({ ctx: ctx.as(environment), input })),
  send: procedure('messages:send')
    .input(ConsoleSendInput)
    .mutation(async ({ ctx, input }): Promise<ConsoleSendView> => {
      const sent = await sendMessage({
        ctx: ctx.as(input.environment),
        input: { body: input.message, idempotencyKey: input.idempotency_key },
      });
      const { id, state } = SendMessageAnswer.parse(JSON.parse(sent.body));
      return { id, state };
    }),
  cancel: procedure('messages:cancel')
    .input(CancelMessageInput)
    .mutation(({ ctx, input: { environment, id } }) => cancelMessage({ ctx: ctx.as(environment), input: { id } })),
});
