import { removeRuleAnswer } from '@signalbox/services';
import { emptyReply } from '../../http/reply.ts';
import { defineDoor } from '../door.ts';
import { RuleId } from './rule-id.ts';

export const removeRuleAnswerDoor = defineDoor({
  method: 'delete',
  path: '/v1/compliance/answers/{rule}',
  operationId: 'removeRuleAnswer',
  permission: 'compliance:write',
  tag: 'Compliance',
  summary: 'Take an answer back',
  description: 'The rule holds as its pack says again.',
  params: RuleId,
  answer: { status: 204, description: 'Taken back.' },
  refusals: ['not_found'],
  async run({ ctx, params }) {
    await removeRuleAnswer({ ctx, input: params });
    return emptyReply(204);
  },
});
