import { TemplateContent, TemplateDetail } from '@signalbox/contracts';
import { addTemplateVersion } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { EXAMPLE_TEMPLATE } from './examples.ts';
import { TemplateKeyParams } from './template-key.ts';

const { variables, bodies } = EXAMPLE_TEMPLATE;

export const addTemplateVersionDoor = defineDoor({
  method: 'post',
  path: '/v1/templates/{key}/versions',
  operationId: 'addTemplateVersion',
  permission: 'templates:write',
  tag: 'Templates',
  summary: 'Add a version to a template',
  description:
    'Stores the next version, a draft. What a version says never changes: messages name the version they were written by. Live sends go on by the newest approved version until this one is approved.',
  params: TemplateKeyParams,
  body: { schema: TemplateContent, checkedBy: 'door', example: { variables, bodies } },
  answer: { status: 201, description: 'The template with the new draft.', schema: TemplateDetail },
  refusals: ['not_found'],
  async run({ ctx, params, body }) {
    return answer(201, await addTemplateVersion({ ctx, input: { key: params.key, content: body } }));
  },
});
