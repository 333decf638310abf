import { SaveTopicInput, TopicPath } from '@signalbox/contracts';
import { listTopics, putTopic, removeTopic } from '@signalbox/services';
import { procedure, router } from './procedure.ts';

/** Live and sandbox share the topics. */
export const topicsRouter = router({
  list: procedure('consents:read').query(({ ctx }) => listTopics({ ctx: ctx.as('live'), input: {} })),
  save: procedure('consents:write')
    .input(SaveTopicInput)
    .mutation(({ ctx, input }) => putTopic({ ctx: ctx.as('live'), input })),
  remove: procedure('consents:write')
    .input(TopicPath)
    .mutation(({ ctx, input }) => removeTopic({ ctx: ctx.as('live'), input })),
});
