import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('validity', 'platform.expired');

/** Nothing is sent at or after the end of its validity: a code that no longer opens anything, an offer that is over. */
export const validityRule: Rule = {
  rule: 'validity',
  stopState: 'expired',
  judge: (facts) => (facts.nowMs < facts.expiresAtMs ? lines.pass : lines.stop),
};
