import { FraudRulesView } from '@signalbox/contracts';
import { getFraudRules } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const readFraudRulesDoor = defineDoor({
  method: 'get',
  path: '/v1/fraud/rules',
  operationId: 'readFraudRules',
  tag: 'Fraud',
  permission: 'fraud:read',
  summary: 'Read the rules against fraud with codes',
  description:
    'What the workspace has set, or the defaults (`version` 0). The same in live and in sandbox; the sandbox spends nothing and counts nothing.',
  answer: { status: 200, description: 'The rules.', schema: FraudRulesView },
  refusals: [],
  async run({ ctx }) {
    return answer(200, await getFraudRules({ ctx, input: {} }));
  },
});
