import type { PolicyFacts, PolicyRule, ReasonCode, RuleTrace } from '@signalbox/contracts';

/** One rule of policy: asked with the facts, it answers with one line of the trace and, when it stops, the final state. */
export interface Rule {
  rule: PolicyRule;
  stopState: 'suppressed' | 'expired';
  judge(facts: PolicyFacts): RuleTrace;
}

/** The three lines a rule can leave; shared by all messages, so that judging allocates nothing. */
export function linesOf(rule: PolicyRule, stopReason: ReasonCode): Record<RuleTrace['result'], RuleTrace> {
  return {
    pass: Object.freeze({ rule, result: 'pass', reason: null }),
    stop: Object.freeze({ rule, result: 'stop', reason: stopReason }),
    not_applicable: Object.freeze({ rule, result: 'not_applicable', reason: null }),
  };
}
