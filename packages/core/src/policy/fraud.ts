import { judgeFraud } from '../fraud/index.ts';
import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('fraud', 'policy.fraud_blocked');

/** No code goes to a range of numbers that is listed, or that was sent many codes of which hardly any came back: that is how traffic is pumped. */
export const fraudRule: Rule = {
  rule: 'fraud',
  stopState: 'suppressed',
  judge({ fraud }) {
    if (fraud === null) return lines.not_applicable;
    return judgeFraud(fraud).kind === 'send' ? lines.pass : lines.stop;
  },
};
