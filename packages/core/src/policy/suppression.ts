import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('suppression', 'policy.suppressed');

/** Nothing is sent to an address that is on the suppression list for this class. */
export const suppressionRule: Rule = {
  rule: 'suppression',
  stopState: 'suppressed',
  judge: (facts) => (facts.suppression === null ? lines.pass : lines.stop),
};
