import type { ReasonCode, RuleTrace } from '@signalbox/contracts';
import { linesOf, type Rule } from './rule.ts';

const passing = linesOf('dlt', 'content.template_mismatch');
const stops = new Map<ReasonCode, RuleTrace>();

/** One line for each reason, shared by all messages. */
function stopFor(reason: ReasonCode): RuleTrace {
  const known = stops.get(reason) ?? linesOf('dlt', reason).stop;
  stops.set(reason, known);
  return known;
}

/**
 * A text to India goes only when the operator's scrubbing will let it pass: what cannot is stopped here, with the place and the cure, and
 * costs nothing (TCCCPR 2018). Codes are no exception. Asked of workspaces that have an entity on file; the others send by international routes.
 */
export const dltRule: Rule = {
  rule: 'dlt',
  stopState: 'suppressed',
  judge({ dlt }) {
    if (dlt === null) return passing.not_applicable;
    return dlt.problem === null ? passing.pass : stopFor(dlt.problem.reason);
  },
};
