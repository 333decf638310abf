import type { PolicyFacts, PolicyRule, ReasonCode, RuleTrace } from '@signalbox/contracts';

/** One rule of policy: asked with the facts, it answers with one line of the trace; with the final state when it stops, and until when it holds. */
export interface Rule {
  rule: PolicyRule;
  stopState: 'suppressed' | 'expired';
  judge(facts: PolicyFacts): RuleTrace;
  /** Until when a message is held, in milliseconds since 1970; of a rule that can hold. */
  holdUntil?(facts: PolicyFacts): number;
}

/** The lines a rule can leave; shared by all messages, so that judging allocates nothing. */
export function linesOf(rule: PolicyRule, stopReason: ReasonCode): Record<RuleTrace['result'], RuleTrace> {
  return {
    pass: Object.freeze({ rule, result: 'pass', reason: null }),
    hold: Object.freeze({ rule, result: 'hold', reason: stopReason }),
    stop: Object.freeze({ rule, result: 'stop', reason: stopReason }),
    not_applicable: Object.freeze({ rule, result: 'not_applicable', reason: null }),
  };
}
