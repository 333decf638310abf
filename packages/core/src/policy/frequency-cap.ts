import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('frequency_cap', 'policy.frequency_capped');

/**
 * Stops what the atomic reservation did not grant, or holds it where the cap says so and it would still be good when the cap takes it. A code
 * never waits: it is worthless later. Where no cap applies nothing is asked.
 */
export const frequencyCapRule: Rule = {
  rule: 'frequency_cap',
  stopState: 'suppressed',
  judge({ class: trafficClass, cap, expiresAtMs }) {
    if (cap === null) return lines.not_applicable;
    if (cap.granted) return lines.pass;
    const isInTime = cap.nextMs !== null && cap.nextMs < expiresAtMs;
    return cap.overLimit === 'defer' && isInTime && trafficClass !== 'otp' ? lines.hold : lines.stop;
  },
  holdUntil: ({ cap, nowMs }) => cap?.nextMs ?? nowMs,
};
