import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('budget', 'policy.budget_exceeded');

/** Codes cost no more than what is set for a window: stops what the atomic reservation of money did not grant. */
export const budgetRule: Rule = {
  rule: 'budget',
  stopState: 'suppressed',
  judge({ spend }) {
    if (spend === null) return lines.not_applicable;
    return spend.limits.every((limit) => limit.granted) ? lines.pass : lines.stop;
  },
};
