import { TemplateDetail } from '@signalbox/contracts';
import { getTemplate } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { TemplateKeyParams } from './template-key.ts';

export const readTemplateDoor = defineDoor({
  method: 'get',
  path: '/v1/templates/{key}',
  operationId: 'readTemplate',
  permission: 'templates:read',
  tag: 'Templates',
  summary: 'Read a template',
  description: 'The template, what its newest version says, and how each of its versions stands.',
  params: TemplateKeyParams,
  answer: { status: 200, description: 'The template.', schema: TemplateDetail },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await getTemplate({ ctx, input: params }));
  },
});
