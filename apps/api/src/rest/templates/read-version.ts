import { TemplateVersionView } from '@signalbox/contracts';
import { getTemplateVersion } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { TemplateVersionParams } from './template-key.ts';

export const readTemplateVersionDoor = defineDoor({
  method: 'get',
  path: '/v1/templates/{key}/versions/{version}',
  operationId: 'readTemplateVersion',
  permission: 'templates:read',
  tag: 'Templates',
  summary: 'Read a version of a template',
  description: 'What the version says, which never changes, and who wrote, submitted and decided it.',
  params: TemplateVersionParams,
  answer: { status: 200, description: 'The version.', schema: TemplateVersionView },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    return answer(200, await getTemplateVersion({ ctx, input: params }));
  },
});
