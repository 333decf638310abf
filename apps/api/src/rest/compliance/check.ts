import { CheckComplianceRequest, ComplianceAnswer } from '@signalbox/contracts';
import { checkCompliance } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const checkComplianceDoor = defineDoor({
  method: 'post',
  path: '/v1/compliance/check',
  operationId: 'checkCompliance',
  permission: 'compliance:read',
  tag: 'Compliance',
  summary: 'Ask whether a message may be sent',
  description:
    'Answers "may I send this, to this number, now?" by the very rules that will judge the message, and sends nothing: `decided_by` is the rule that stands against it, with its source; `law` are the rules of the country in force for such a message, with who says so and how sure that is. Leave out the sender or the content, and rules about them are not asked.',
  body: {
    schema: CheckComplianceRequest,
    checkedBy: 'door',
    example: { to: '+84912345678', channel: 'sms', class: 'marketing', content: { text: '[QC] Acme: 20% off today' } },
  },
  answer: { status: 200, description: 'The answer, with the rule that decides.', schema: ComplianceAnswer },
  refusals: [],
  async run({ ctx, body }) {
    return answer(200, await checkCompliance({ ctx, input: body }));
  },
});
