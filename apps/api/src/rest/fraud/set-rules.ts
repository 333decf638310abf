import { FraudRulesView, SetFraudRulesRequest } from '@signalbox/contracts';
import { setFraudRules } from '@signalbox/services';
import { answer, defineDoor } from '../door.ts';

export const setFraudRulesDoor = defineDoor({
  method: 'put',
  path: '/v1/fraud/rules',
  operationId: 'setFraudRules',
  tag: 'Fraud',
  permission: 'fraud:write',
  summary: 'Set the rules against fraud with codes',
  description:
    'Takes the place of all rules; what is left out goes back to its default. A block of numbers is closed when codes were sent for more verifications than ' +
    '`sent` and less than `percent` of them were typed; numbers that typed a code before are sent on. Money is counted at the price of the route, when a code ' +
    'is handed over: what would pass a limit ends as `suppressed` with the reason `policy.budget_exceeded`.',
  body: {
    schema: SetFraudRulesRequest,
    checkedBy: 'door',
    example: {
      all_codes: { codes_per_minute: 600, spend_per_day: { amount_micros: 500_000_000, currency: 'USD' } },
      each_country: {
        near: { sent: 10, percent: 20 },
        wide: { sent: 60, percent: 5 },
        block_hours: 12,
        spend_per_day: { amount_micros: 50_000_000, currency: 'USD' },
      },
      countries: [{ country: 'MX', spend_per_day: { amount_micros: 200_000_000, currency: 'USD' } }],
    },
  },
  answer: { status: 200, description: 'The rules, in force.', schema: FraudRulesView },
  refusals: ['conflict'],
  async run({ ctx, body }) {
    return answer(200, await setFraudRules({ ctx, input: body }));
  },
});
