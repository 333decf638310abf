import type { PolicyFacts, PolicyVerdict, RuleTrace } from '@signalbox/contracts';
import { consentRule } from './consent.ts';
import { frequencyCapRule } from './frequency-cap.ts';
import { geoPermissionRule } from './geo-permission.ts';
import type { Rule } from './rule.ts';
import { suppressionRule } from './suppression.ts';
import { validityRule } from './validity.ts';

/** The rules of policy, in the order they are asked. To add a rule: one file, one line here, one word in PolicyRule of contracts. */
export const POLICY_RULES: readonly Rule[] = [
  validityRule,
  geoPermissionRule,
  suppressionRule,
  consentRule,
  frequencyCapRule,
];

/** Judges one message. Every rule leaves its line, also after a stop; the first stop names the state and the reason. Never throws. */
export function judgePolicy(facts: PolicyFacts): PolicyVerdict {
  const trace: RuleTrace[] = [];
  let stopped: { state: 'suppressed' | 'expired'; reason: NonNullable<RuleTrace['reason']> } | null = null;
  for (const rule of POLICY_RULES) {
    const line = rule.judge(facts);
    trace.push(line);
    if (stopped === null && line.result === 'stop' && line.reason !== null) {
      stopped = { state: rule.stopState, reason: line.reason };
    }
  }
  return stopped === null ? { kind: 'send', trace } : { kind: 'stop', ...stopped, trace };
}
