import {
  DraftTranslationsRequest,
  ReviewTranslationRequest,
  SetTranslationRequest,
  TemplateDetail,
  TranslationView,
} from '@signalbox/contracts';
import { askDrafts, getTranslation, reviewTranslation, setTranslation } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { TemplateKeyParams } from './template-key.ts';

export const getTranslationDoor = defineDoor({
  method: 'get',
  path: '/v1/translation',
  operationId: 'getTranslation',
  permission: 'templates:read',
  tag: 'Templates',
  summary: 'Read the translation service',
  description:
    'The service that drafts languages of templates, and how often it was asked today. Its key is never shown.',
  answer: { status: 200, description: 'The service.', schema: TranslationView },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await getTranslation({ ctx, input: {} }));
  },
});

export const setTranslationDoor = defineDoor({
  method: 'put',
  path: '/v1/translation',
  operationId: 'setTranslation',
  permission: 'workspace:write',
  tag: 'Templates',
  summary: 'Set the translation service',
  description:
    'Sets a service that speaks as LibreTranslate does, as a whole; a `secret` that is left out stays. It is sent the words of templates alone: variables, tags, links and terms of the glossary stay here. Needs a key of live.',
  body: {
    schema: SetTranslationRequest,
    checkedBy: 'door',
    example: { enabled: true, service: { url: 'https://translate.example.com' }, secret: 'key-of-the-service' },
  },
  answer: { status: 200, description: 'As it is now in force.', schema: TranslationView },
  refusals: ['conflict'],
  async run({ ctx, body }) {
    return answer(200, await setTranslation({ ctx, input: body }));
  },
});

export const draftTranslationsDoor = defineDoor({
  method: 'post',
  path: '/v1/templates/{key}/translations',
  operationId: 'draftTranslations',
  permission: 'templates:write',
  tag: 'Templates',
  summary: 'Draft languages',
  description:
    'Has the translation service draft languages, all at once in the background; `drafting` of the template says how it goes. What every channel says in the default language and not yet in these, or there in a text that is `stale`, becomes the next version, each text marked in `translations` as a draft of a machine. A draft in which a variable, a tag, a link or a term of the glossary did not come back is refused, with which.',
  params: TemplateKeyParams,
  body: { schema: DraftTranslationsRequest, checkedBy: 'door', example: { locales: ['de', 'fr'] } },
  answer: { status: 202, description: 'The template; the drafts are being made.', schema: TemplateDetail },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params: { key }, body }) {
    return answer(202, await askDrafts({ ctx, input: { key, ...body } }));
  },
});

export const reviewTranslationDoor = defineDoor({
  method: 'post',
  path: '/v1/templates/{key}/translations/review',
  operationId: 'reviewTranslation',
  permission: 'templates:write',
  tag: 'Templates',
  summary: 'Review a draft',
  description:
    'Moves a drafted text of the newest version: `begin` its review, `accept` it (with `body` in other words), `reject` it, which takes it out, or `reopen` what was reviewed. One that is `stale`, since the default language says something else than when it was reviewed, is accepted or rejected at once. What is changed or taken out makes the next version. Until every drafted text is reviewed the version is not submitted, approved or sent. Where the workspace wants a second person, whoever asked for a draft does not accept it, and a key accepts none.',
  params: TemplateKeyParams,
  body: {
    schema: ReviewTranslationRequest,
    checkedBy: 'door',
    example: { version: 1, channel: 'sms', locale: 'en', move: 'begin' },
  },
  answer: { status: 200, description: 'The template as it stands now.', schema: TemplateDetail },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params: { key }, body }) {
    return answer(200, await reviewTranslation({ ctx, input: { key, ...body } }));
  },
});
