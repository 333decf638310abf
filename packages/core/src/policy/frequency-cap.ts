import type { CapRule } from '@signalbox/contracts';
import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('frequency_cap', 'policy.frequency_capped');

/** Stops what the atomic reservation did not grant; where no cap applies nothing is asked. */
export const frequencyCapRule: Rule = {
  rule: 'frequency_cap',
  stopState: 'suppressed',
  judge(facts) {
    if (facts.cap === null) return lines.not_applicable;
    return facts.cap.granted ? lines.pass : lines.stop;
  },
};

/**
 * Start of the window of a cap that holds an instant, in milliseconds since 1970. Windows are fixed, aligned to multiples of
 * `windowSeconds` since 1970 UTC: one counter per person and window can be reserved in one statement, at the price that twice the limit
 * may fall around an edge. A rolling window would need the time of every send.
 */
export function capWindowStart(rule: Pick<CapRule, 'windowSeconds'>, nowMs: number): number {
  const windowMs = rule.windowSeconds * 1000;
  return Math.floor(nowMs / windowMs) * windowMs;
}
