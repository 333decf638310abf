import { AnswerRuleRequest, LegalRuleView } from '@signalbox/contracts';
import { answerRule } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';
import { RuleId } from './rule-id.ts';

export const answerRuleDoor = defineDoor({
  method: 'put',
  path: '/v1/compliance/answers/{rule}',
  operationId: 'answerRule',
  permission: 'compliance:write',
  tag: 'Compliance',
  summary: 'Say how you read a rule',
  description:
    'Where a rule is not confirmed, a workspace chooses the reading it goes by, or says with `none` that it does not hold; of a rule with lists of words it names phrases that it found harmless. Takes the place of what was said before, in live and in sandbox, and is kept in the audit log with its note.',
  params: RuleId,
  body: {
    schema: AnswerRuleRequest,
    checkedBy: 'door',
    example: { reading: 'not_at_night', note: 'Counsel in Riyadh, 3 November 2026.' },
  },
  answer: { status: 200, description: 'The rule, as it counts now.', schema: LegalRuleView },
  refusals: ['not_found', 'conflict'],
  async run({ ctx, params, body }) {
    return answer(200, await answerRule({ ctx, input: { ...params, answer: body } }));
  },
});
