import { PreviewTemplateRequest, TemplatePreview } from '@signalbox/contracts';
import { previewTemplate } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { EXAMPLE_TEMPLATE } from './examples.ts';

const { class: trafficClass, default_locale, variables, bodies } = EXAMPLE_TEMPLATE;

export const previewTemplateDoor = defineDoor({
  method: 'post',
  path: '/v1/templates/preview',
  operationId: 'previewTemplate',
  permission: 'templates:read',
  tag: 'Templates',
  summary: 'Preview a template',
  description:
    'Renders each body with the samples, or with the values given, and stores and sends nothing: parts and encoding of texts, the characters that force UCS-2, what operators in India would say, what mailboxes will make of a mail (its length, links, images, colours), what each language says differently from the default one (variables, terms of the glossary, length), and everything that is wrong.',
  body: {
    schema: PreviewTemplateRequest,
    checkedBy: 'door',
    example: { class: trafficClass, default_locale, variables, bodies, values: { name: 'Zoë' } },
  },
  answer: { status: 200, description: 'Each body as a person would get it.', schema: TemplatePreview },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await previewTemplate({ ctx, input: body }));
  },
});
