import type { StoredTemplateBody, TemplateBody, TemplateContent, TrafficClass } from '@signalbox/contracts';
import { type CompiledBody, type CompiledTemplate, type ContentFault, compileTemplate } from '@signalbox/core';
import { makeMail } from './make-mail.ts';

/** A content as it is written, with the class and the language of its template. */
type Written = TemplateContent & { class: TrafficClass; default_locale: string };

/** Bodies as a version keeps them, and what is wrong with those that cannot be made. */
export interface MadeBodies {
  bodies: StoredTemplateBody[];
  faults: ContentFault[];
}

/** Longest time that the mails of one content may take to be made. */
const LONGEST_MS = 3000;

/** Makes the mails of the bodies that are written in MJML, one after the other. */
export async function makeBodies(bodies: readonly TemplateBody[], nowMs: () => number): Promise<MadeBodies> {
  const made: MadeBodies = { bodies: [], faults: [] };
  const untilMs = nowMs() + LONGEST_MS;
  for (const [index, body] of bodies.entries()) {
    if (body.channel !== 'email' || body.mjml === undefined) {
      made.bodies.push(body);
      continue;
    }
    const path = `bodies.${index}.mjml`;
    if (nowMs() > untilMs) {
      const message = 'The mails of this template take too long to make: make them shorter, or use two templates.';
      made.faults.push({ path, code: 'too_complex', message });
      made.bodies.push(body);
      continue;
    }
    const result = await makeMail(body.mjml);
    if (result.ok) made.bodies.push({ ...body, made: result.mail });
    else {
      made.bodies.push(body);
      made.faults.push(...result.faults.map((fault) => ({ path, ...fault })));
    }
  }
  return made;
}

/** Reads a content whose mails were made: ready to render, or every field at fault. A body that cannot be read is null. */
export function readContent(
  { variables, class: trafficClass, default_locale }: Omit<Written, 'bodies'>,
  made: MadeBodies,
): { template: CompiledTemplate | null; bodies: readonly (CompiledBody | null)[]; faults: ContentFault[] } {
  const result = compileTemplate({ variables, bodies: made.bodies, class: trafficClass, default_locale });
  const faults = [...made.faults, ...(result.ok ? [] : result.fields)];
  const bodies = (result.ok ? result.template.bodies : result.bodies).map((body, index) =>
    made.faults.some(({ path }) => path === `bodies.${index}.mjml`) ? null : body,
  );
  return { template: result.ok && faults.length === 0 ? result.template : null, bodies, faults };
}

/** A body as it is told: what was made of it follows from its source. */
export function toldBody(body: StoredTemplateBody): TemplateBody {
  if (body.channel !== 'email') return body;
  const { made: _made, ...told } = body;
  return told;
}
