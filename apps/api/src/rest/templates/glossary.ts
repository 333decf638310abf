import { GlossaryTerm, GlossaryView, LanguageTag, SetGlossaryTermRequest } from '@signalbox/contracts';
import { listGlossary, removeTerm, saveTerm } from '@signalbox/services';
import { z } from 'zod';
import { emptyReply } from '../../http/reply.ts';
import { answer, defineDoor } from '../door.ts';

const params = z.object({
  term: GlossaryTerm.shape.term.describe('The term, as the default language of your templates says it.'),
});
const query = z.strictObject({
  locale: LanguageTag.optional().describe('The language of the entry; left out it is the one for every language.'),
});

export const listGlossaryDoor = defineDoor({
  method: 'get',
  path: '/v1/glossary',
  operationId: 'listGlossary',
  permission: 'templates:read',
  tag: 'Templates',
  summary: 'List the glossary',
  description:
    'The fixed terms and what each is called in a language. Translations of templates are checked by them, and drafts of a service say them so.',
  answer: { status: 200, description: 'All entries, by term.', schema: GlossaryView },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await listGlossary({ ctx, input: {} }));
  },
});

export const setGlossaryTermDoor = defineDoor({
  method: 'put',
  path: '/v1/glossary/{term}',
  operationId: 'setGlossaryTerm',
  permission: 'templates:write',
  tag: 'Templates',
  summary: 'Set a term',
  description:
    'Says what a term is called in a language, in place of what was said before; a `translation` of null keeps the term as it is.',
  params,
  body: {
    schema: SetGlossaryTermRequest,
    checkedBy: 'door',
    example: { locale: 'de', translation: 'Bestellung' },
  },
  answer: { status: 200, description: 'The glossary as it stands now.', schema: GlossaryView },
  refusals: [],
  async run({ ctx, params: { term }, body }) {
    return answer(200, await saveTerm({ ctx, input: { term, ...body } }));
  },
});

export const removeGlossaryTermDoor = defineDoor({
  method: 'delete',
  path: '/v1/glossary/{term}',
  operationId: 'removeGlossaryTerm',
  permission: 'templates:write',
  tag: 'Templates',
  summary: 'Remove a term',
  description: 'Removes what a term is called in one language, or in every language without an entry of its own.',
  params,
  query,
  answer: { status: 204, description: 'Removed.' },
  refusals: ['not_found'],
  async run({ ctx, params: { term }, query: { locale = null } }) {
    await removeTerm({ ctx, input: { term, locale } });
    return emptyReply(204);
  },
});
