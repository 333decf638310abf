import type { FieldError, TemplateContent } from '@signalbox/contracts';
import type { CompiledBody } from '@signalbox/core';
import type { RequestContext } from '../context.ts';
import { type JudgedLinks, judgeLinks } from '../messages/judge-links.ts';

/**
 * The links that the bodies of a template write themselves and that lead to no allowed domain, by field. What a variable holds is judged when a
 * send gives it. Undefined where links may lead anywhere.
 */
export function judgeDomains(
  ctx: RequestContext,
  { variables, bodies }: TemplateContent,
  compiled: readonly (CompiledBody | null)[],
): { rule: JudgedLinks['rule']; faults: FieldError[] } | undefined {
  // Both sides of every choice between texts; a word is in the place of what a send will fill in.
  const printed = [true, false].map((flag) =>
    Object.fromEntries(variables.map(({ name, type }) => [name, type === 'flag' ? flag : 'x'])),
  );
  let rule: JudgedLinks['rule'] | undefined;
  const faults = new Map<string, FieldError>();
  for (const [index, body] of compiled.entries()) {
    for (const values of body === null ? [] : printed) {
      const rendered = body?.render(values);
      if (rendered === undefined || 'tooLong' in rendered) continue;
      const judged = judgeLinks(ctx, { ...rendered, body: rendered.text });
      if (judged === undefined) return undefined;
      rule = judged.rule;
      for (const { field, code, message } of judged.faults) {
        const path = `bodies.${index}.${sourceOf(bodies[index], field)}`;
        faults.set(`${path} ${message}`, { path, code, message });
      }
    }
  }
  return rule === undefined ? undefined : { rule, faults: [...faults.values()] };
}

/** The source a part of a mail is made from. */
function sourceOf(body: TemplateContent['bodies'][number] | undefined, field: 'subject' | 'text' | 'html'): string {
  if (body?.channel !== 'email' || body.mjml === undefined || field === 'subject') return field;
  return field === 'html' || body.text === undefined ? 'mjml' : 'text';
}
