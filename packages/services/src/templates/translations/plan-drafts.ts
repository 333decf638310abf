import type { Channel, GlossaryTerm, TemplateBody, TemplateContent, TemplateTranslation } from '@signalbox/contracts';
import { type CutSource, cutSource, type DraftFault } from '@signalbox/core';

/** A body that is to be drafted: what the default language says by a channel, for a language that has nothing there, or a text that is stale. */
export interface PlannedDraft {
  channel: Channel;
  locale: string;
  like: TemplateBody;
}

/** The bodies that languages lack or have in a stale text, beside what the default language says. */
export function planDrafts(
  { bodies }: Pick<TemplateContent, 'bodies'>,
  defaultLocale: string,
  locales: readonly string[],
  marks: readonly Pick<TemplateTranslation, 'channel' | 'locale' | 'state'>[],
): PlannedDraft[] {
  const has = (channel: Channel, locale: string) =>
    bodies.some((body) => body.channel === channel && body.locale === locale) && !isStale(marks, { channel, locale });
  const standards = bodies.filter(({ locale }) => locale === defaultLocale);
  return [...new Set(locales)].flatMap((locale) =>
    standards.flatMap((like) => (has(like.channel, locale) ? [] : [{ channel: like.channel, locale, like }])),
  );
}

/** Whether a text was reviewed before the default language said something else. */
export const isStale = (
  marks: readonly Pick<TemplateTranslation, 'channel' | 'locale' | 'state'>[],
  { channel, locale }: Pick<TemplateTranslation, 'channel' | 'locale'>,
): boolean => marks.some((mark) => mark.state === 'stale' && mark.channel === channel && mark.locale === locale);

type Field = 'subject' | 'text' | 'html' | 'mjml';
const FIELDS: readonly Field[] = ['subject', 'text', 'html', 'mjml'];
type Sources = Partial<Record<Field, string>>;

/** A body cut for the service: what is to be said in its language, and how a draft is made of the answers. */
export interface CutDraft extends PlannedDraft {
  texts: string[];
  make(answers: readonly string[]): { ok: true; body: TemplateBody } | { ok: false; message: string };
}

/** Cuts a body field by field. */
export function cutDraft(planned: PlannedDraft, glossary: readonly GlossaryTerm[]): CutDraft {
  const sources = planned.like as Sources;
  const fields = FIELDS.flatMap((field): { field: Field; cut: CutSource }[] => {
    const source = sources[field];
    if (source === undefined) return [];
    const kind = field === 'html' || field === 'mjml' ? 'html' : 'text';
    const found = cutSource(source, kind, planned.locale, glossary);
    if (!found.ok) throw new Error(`a stored body cannot be read: ${found.fault.code}`);
    return [{ field, cut: found.source }];
  });
  return {
    ...planned,
    texts: fields.flatMap(({ cut }) => cut.segments),
    make(answers) {
      const written: Sources = {};
      let from = 0;
      for (const { field, cut } of fields) {
        const made = cut.rebuild(answers.slice(from, from + cut.segments.length));
        if (!made.ok) return { ok: false, message: sentenceOf(made.fault) };
        written[field] = made.text;
        from += cut.segments.length;
      }
      const { like, locale } = planned;
      const body = { ...like, ...written, locale } as TemplateBody;
      return { ok: true, body: body.channel === 'sms' ? { ...body, dlt_template_id: null } : body };
    },
  };
}

/** Why an answer is no draft, with the cure. */
function sentenceOf({ why, what }: DraftFault): string {
  const told = `“${what}”`;
  const cure = 'Ask again, or write this language by hand.';
  if (why === 'lost') return `${told} did not come back from the service. ${cure}`;
  if (why === 'doubled') return `${told} came back from the service more than once. ${cure}`;
  if (why === 'empty') return `The service answered nothing for ${told}. ${cure}`;
  return `The service wrote marks of its own where it was asked for ${told}. ${cure}`;
}
