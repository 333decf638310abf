import { KeywordsView, SaveKeyword, SaveKeywordReply } from '@signalbox/contracts';
import { addKeyword, readKeywordsView, removeKeyword, setReply } from '@signalbox/services';
import { z } from 'zod';
import { emptyReply } from '../../http/reply.ts';
import { answer, defineDoor } from '../door.ts';

export const listKeywordsDoor = defineDoor({
  method: 'get',
  path: '/v1/keywords',
  operationId: 'listKeywords',
  permission: 'consents:read',
  tag: 'Inbound',
  summary: 'List the keywords',
  description:
    'The words that count for everybody, those of this environment (`own`), and what answers them in each language.',
  answer: { status: 200, description: 'The keywords and the answers.', schema: KeywordsView },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await readKeywordsView({ ctx, input: {} }));
  },
});

export const addKeywordDoor = defineDoor({
  method: 'post',
  path: '/v1/keywords',
  operationId: 'addKeyword',
  permission: 'consents:write',
  tag: 'Inbound',
  summary: 'Add a keyword',
  description:
    'A word of your own by which people stop, start, get help or join a list of texts. A word that means stop for everybody keeps that meaning.',
  body: { schema: SaveKeyword, checkedBy: 'door', example: { word: 'INFO', kind: 'help' } },
  answer: { status: 201, description: 'The keywords as they stand now.', schema: KeywordsView },
  refusals: [],
  async run({ ctx, body }) {
    return answer(201, await addKeyword({ ctx, input: body }));
  },
});

export const removeKeywordDoor = defineDoor({
  method: 'delete',
  path: '/v1/keywords/{id}',
  operationId: 'removeKeyword',
  permission: 'consents:write',
  tag: 'Inbound',
  summary: 'Remove a keyword',
  description: 'Removes a word of your own; those that count for everybody stay.',
  params: z.object({ id: z.string().describe('Id of a keyword: kwd_ and 26 characters.') }),
  answer: { status: 204, description: 'Removed.' },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    await removeKeyword({ ctx, input: params });
    return emptyReply(204);
  },
});

export const setKeywordReplyDoor = defineDoor({
  method: 'put',
  path: '/v1/keyword-replies',
  operationId: 'setKeywordReply',
  permission: 'consents:write',
  tag: 'Inbound',
  summary: 'Set what answers a keyword',
  description: 'The answer to stop, start or help in one language; an empty text goes back to that of the house.',
  body: {
    schema: SaveKeywordReply,
    checkedBy: 'door',
    example: { kind: 'help', locale: 'en', text: '{sender}: write to help@acme.example. STOP ends messages.' },
  },
  answer: { status: 200, description: 'The keywords and the answers as they stand now.', schema: KeywordsView },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await setReply({ ctx, input: body }));
  },
});
