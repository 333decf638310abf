import { SaveTopicRequest, TopicPath, TopicsView, TopicView } from '@signalbox/contracts';
import { listTopics, putTopic, removeTopic } from '@signalbox/services';
import { emptyReply } from '../../http/reply.ts';
import { answer, defineDoor } from '../door.ts';

export const listTopicsDoor = defineDoor({
  method: 'get',
  path: '/v1/topics',
  operationId: 'listTopics',
  permission: 'consents:read',
  tag: 'Topics',
  summary: 'List the topics of marketing',
  description: 'What messages and templates can be about, by key; live and sandbox share them.',
  answer: { status: 200, description: 'The topics.', schema: TopicsView },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await listTopics({ ctx, input: {} }));
  },
});

export const saveTopicDoor = defineDoor({
  method: 'put',
  path: '/v1/topics/{key}',
  operationId: 'saveTopic',
  permission: 'consents:write',
  tag: 'Topics',
  summary: 'Make or rename a topic',
  description:
    'People choose among the topics on the preference page, by the name in their language. The key is what messages, templates and consents name.',
  params: TopicPath,
  body: {
    schema: SaveTopicRequest,
    checkedBy: 'door',
    example: { names: { en: 'Offers', es: 'Ofertas', 'pt-BR': 'Ofertas', zh: '优惠' } },
  },
  answer: { status: 200, description: 'The topic.', schema: TopicView },
  refusals: [],
  async run({ ctx, params, body }) {
    return answer(200, await putTopic({ ctx, input: { ...params, ...body } }));
  },
});

export const removeTopicDoor = defineDoor({
  method: 'delete',
  path: '/v1/topics/{key}',
  operationId: 'removeTopic',
  permission: 'consents:write',
  tag: 'Topics',
  summary: 'Remove a topic',
  description:
    'No message can name it any more. What people said of it stays in the ledger. A topic that a template is about stays.',
  params: TopicPath,
  answer: { status: 204, description: 'Removed.' },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    await removeTopic({ ctx, input: params });
    return emptyReply(204);
  },
});
