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
  list: procedure('webhooks:read')
    .input(ListWebhooksInput)
    .query(({ ctx, input }) => listWebhooks({ ctx: ctx.as(input.environment), input: {} })),
  get: procedure('webhooks:read')
    .input(WebhookInput)
    .query(({ ctx, input }) => getWebhook({ ctx: ctx.as(input.environment), input })),
  create: procedure('webhooks:write')
    .input(CreateWebhookInput)
    .mutation(({ ctx, input }) => createWebhook({ ctx: ctx.as(input.environment), input: input.webhook })),
  change: procedure('webhooks:write')
    .input(ChangeWebhookInput)
    .mutation(({ ctx, input }) => changeWebhook({ ctx: ctx.as(input.environment), input })),
  remove: procedure('webhooks:write')
    .input(WebhookInput)
    .mutation(({ ctx, input }) => removeWebhook({ ctx: ctx.as(input.environment), input })),
  rotate: procedure('webhooks:write')
    .input(WebhookInput)
    .mutation(({ ctx, input }) => rotateWebhook({ ctx: ctx.as(input.environment), input })),
  test: procedure('webhooks:write')
    .input(WebhookInput)
    .mutation(({ ctx, input }) => testWebhook({ ctx: ctx.as(input.environment), input })),
  replay: procedure('webhooks:write')
    .input(ReplayWebhookInput)
    .mutation(({ ctx, input }) => replayWebhook({ ctx: ctx.as(input.environment), input })),
  deliveries: procedure('webhooks:read')
    .input(ListDeliveriesInput)
    .query(({ ctx, input: { environment, id, state, cursor } }) =>
      listWebhookDeliveries({
        ctx: ctx.as(environment),
        input: { id, limit: PAGE, state, cursor: cursor ?? undefined },
      }),
    ),
});
