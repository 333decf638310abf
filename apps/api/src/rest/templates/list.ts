import { ListTemplatesQuery, TemplatePage } from '@signalbox/contracts';
import { listTemplates } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const listTemplatesDoor = defineDoor({
  method: 'get',
  path: '/v1/templates',
  operationId: 'listTemplates',
  permission: 'templates:read',
  tag: 'Templates',
  summary: 'List templates',
  description:
    'The templates of the workspace, the newest first, the same in live and in sandbox. `live_version` is the one that live sends go by. Give `next_cursor` of one page as `cursor` of the next.',
  query: ListTemplatesQuery,
  answer: { status: 200, description: 'One page of templates.', schema: TemplatePage },
  refusals: [],
  async run({ ctx, query }) {
    return answer(200, await listTemplates({ ctx, input: query }));
  },
});
