import { linesOf, type Rule } from './rule.ts';

const lines = linesOf('template', 'policy.template_stopped');

/** What was written by a version of a template that is paused or rejected meanwhile does not go, however long ago it was accepted. */
export const templateRule: Rule = {
  rule: 'template',
  stopState: 'suppressed',
  judge: ({ template }) => (template === null ? lines.not_applicable : lines.stop),
};
