import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('quiet_hours', 'policy.quiet_hours');

/**
 * A code never waits, whatever anybody says of hours: it is worthless later. The rest that hours are given for is held outside of them
 * until they open. Hours that never open, such as those of a country whose zones never agree on a time, stop it: there is nothing to wait for.
 */
export const quietHoursRule: Rule = {
  rule: 'quiet_hours',
  stopState: 'suppressed',
  judge({ class: trafficClass, hours }) {
    if (hours === null || trafficClass === 'otp') return lines.not_applicable;
    if (hours.open) return lines.pass;
    return hours.untilMs === null ? lines.stop : lines.hold;
  },
  holdUntil: ({ hours, nowMs }) => hours?.untilMs ?? nowMs,
};
