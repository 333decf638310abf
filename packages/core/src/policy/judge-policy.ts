import type { PolicyFacts, PolicyVerdict, ReasonCode, RuleTrace } from '@signalbox/contracts';
import { budgetRule } from './budget.ts';
import { consentRule } from './consent.ts';
import { contentScreeningRule } from './content-screening.ts';
import { countrySenderRule } from './country-sender.ts';
import { dltRule } from './dlt.ts';
import { fraudRule } from './fraud.ts';
import { frequencyCapRule } from './frequency-cap.ts';
import { geoPermissionRule } from './geo-permission.ts';
import { numberReachRule } from './number-reach.ts';
import { quietHoursRule } from './quiet-hours.ts';
import { registryRule } from './registry.ts';
import type { Rule } from './rule.ts';
import { suppressionRule } from './suppression.ts';
import { templateRule } from './template.ts';
import { validityRule } from './validity.ts';

/** The rules of policy, in the order they are asked. To add a rule: one file, one line here, one word in PolicyRule of contracts. */
export const POLICY_RULES: readonly Rule[] = [
  validityRule,
  geoPermissionRule,
  suppressionRule,
  consentRule,
  registryRule,
  templateRule,
  fraudRule,
  dltRule,
  countrySenderRule,
  contentScreeningRule,
  numberReachRule,
  quietHoursRule,
  frequencyCapRule,
  budgetRule,
];

/**
 * Judges one message. Every rule leaves its line, also after a stop; the first stop names the state and the reason, and a stop wins over a
 * hold: what would be stopped anyway does not wait for it. Of several holds the one that lasts longest counts. Never throws.
 */
export function judgePolicy(facts: PolicyFacts): PolicyVerdict {
  const trace: RuleTrace[] = [];
  let stopped: { state: 'suppressed' | 'expired'; reason: ReasonCode } | null = null;
  let held: Hold | null = null;
  for (const rule of POLICY_RULES) {
    const line = rule.judge(facts);
    trace.push(line);
    if (line.reason === null) continue;
    if (line.result === 'stop') stopped ??= { state: rule.stopState, reason: line.reason };
    else if (line.result === 'hold') held = later(held, rule.holdUntil?.(facts) ?? facts.nowMs, line.reason);
  }
  if (stopped !== null) return { kind: 'stop', ...stopped, trace };
  return held === null ? { kind: 'send', trace } : { kind: 'hold', ...held, trace };
}

type Hold = { untilMs: number; reason: ReasonCode };

const later = (held: Hold | null, untilMs: number, reason: ReasonCode): Hold =>
  held !== null && held.untilMs >= untilMs ? held : { untilMs, reason };
