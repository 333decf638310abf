import { linesOf, type Rule } from './rule.ts';

const lines = {
  absent: linesOf('number_reach', 'recipient.absent'),
  unknown: linesOf('number_reach', 'recipient.unknown'),
};

/** No text goes to a phone that a lookup service calls out of reach or nobody's, where the rule of the workspace says so. */
export const numberReachRule: Rule = {
  rule: 'number_reach',
  stopState: 'suppressed',
  judge({ reach }) {
    if (reach === null) return lines.absent.not_applicable;
    return reach.does === 'stop' ? lines[reach.reach].stop : lines[reach.reach].pass;
  },
};
