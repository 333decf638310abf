import {
  ChangeWebhookInput,
  CreateWebhookInput,
  ListDeliveriesInput,
  ListWebhooksInput,
  ReplayWebhookInput,
  WebhookInput,
} from '@signalbox/contracts';
import {
  changeWebhook,
  createWebhook,
  getWebhook,
  listWebhookDeliveries,
  listWebhooks,
  removeWebhook,
  replayWebhook,
  rotateWebhook,
  testWebhook,
} from '@signalbox/services';
import { procedure, router } from './procedure.ts';

const PAGE = 25;

export const webhooksRouter = router({
  list: procedure
    .input(ListWebhooksInput)
    .query(({ ctx, input }) => listWebhooks({ ctx: ctx.as(input.environment), input: {} })),
  get: procedure.input(WebhookInput).query(({ ctx, input }) => getWebhook({ ctx: ctx.as(input.environment), input })),
  create: procedure
    .input(CreateWebhookInput)
    .mutation(({ ctx, input }) => createWebhook({ ctx: ctx.as(input.environment), input: input.webhook })),
  change: procedure
    .input(ChangeWebhookInput)
    .mutation(({ ctx, input }) => changeWebhook({ ctx: ctx.as(input.environment), input })),
  remove: procedure
    .input(WebhookInput)
    .mutation(({ ctx, input }) => removeWebhook({ ctx: ctx.as(input.environment), input })),
  rotate: procedure
    .input(WebhookInput)
    .mutation(({ ctx, input }) => rotateWebhook({ ctx: ctx.as(input.environment), input })),
  test: procedure
    .input(WebhookInput)
    .mutation(({ ctx, input }) => testWebhook({ ctx: ctx.as(input.environment), input })),
  replay: procedure
    .input(ReplayWebhookInput)
    .mutation(({ ctx, input }) => replayWebhook({ ctx: ctx.as(input.environment), input })),
  deliveries: procedure.input(ListDeliveriesInput).query(({ ctx, input: { environment, id, state, cursor } }) =>
    listWebhookDeliveries({
      ctx: ctx.as(environment),
      input: { id, limit: PAGE, state, cursor: cursor ?? undefined },
    }),
  ),
});
