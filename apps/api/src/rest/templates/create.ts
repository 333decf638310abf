import { CreateTemplateRequest, TemplateDetail } from '@signalbox/contracts';
import { createTemplate } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { EXAMPLE_TEMPLATE } from './examples.ts';

export const createTemplateDoor = defineDoor({
  method: 'post',
  path: '/v1/templates',
  operationId: 'createTemplate',
  permission: 'templates:write',
  tag: 'Templates',
  summary: 'Create a template',
  description:
    'Stores a template with its first version, a draft: bodies in Liquid for each channel and language, and the variables they print. Bodies print variables (`{{ name }}`) through the filters upcase, downcase, capitalize, strip, truncate, default and number, and choose by the tags if, unless and case; there are no loops, files or properties. Money and days are written as the language writes them; what is printed into HTML is escaped. A mail is written as text, as HTML or as MJML (`mjml`): that is made into HTML once, when the version is stored, with a text part unless one is written; it includes no file and loads no font, and what is wrong with it is told by its line. Live sends go by approved versions only: submit it, and have it approved.',
  body: { schema: CreateTemplateRequest, checkedBy: 'door', example: EXAMPLE_TEMPLATE },
  answer: { status: 201, description: 'The template with its draft.', schema: TemplateDetail },
  refusals: [],
  async run({ ctx, body }) {
    return answer(201, await createTemplate({ ctx, input: body }));
  },
});
