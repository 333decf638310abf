import type {
  Channel,
  FieldError,
  StoredTemplateBody,
  TemplateContent,
  TemplateValue,
  TemplateVariable,
  TrafficClass,
} from '@signalbox/contracts';
import { type CompiledSource, compileSource } from './engine.ts';
import { chooseLocale } from './locales.ts';
import { lineAt } from './mjml.ts';
import { UNSUBSCRIBE_NAME, UNSUBSCRIBE_PLACE } from './unsubscribe-place.ts';
import { judgeValue, type Printed, printValues } from './values.ts';

/** What a body says to one person. */
export interface RenderedBody {
  subject: string | null;
  text: string | null;
  html: string | null;
}

/** One body, ready to render. */
export interface CompiledBody {
  channel: Channel;
  locale: string;
  dltTemplateId: string | null;
  /** The variables its sources use. */
  names: ReadonlySet<string>;
  /** With these values, or the field that grew too long. */
  render(values: Readonly<Record<string, Printed>>): RenderedBody | { tooLong: 'subject' | 'text' | 'html' };
}

/** A version of a template, ready to render for any number of messages. */
export interface CompiledTemplate {
  variables: readonly TemplateVariable[];
  bodies: readonly CompiledBody[];
  defaultLocale: string;
}

/** Content with the class it is sent in and the language it falls back to; what is written in MJML comes with the mail made from it. */
export type CompileInput = Omit<TemplateContent, 'bodies'> & {
  bodies: readonly StoredTemplateBody[];
  class: TrafficClass;
  default_locale: string;
};

/** What is wrong with a field, and in which of its lines where that can be told. */
export type ContentFault = FieldError & { line?: number };

/** Reads the content of a version: ready to render, or every field at fault, by its path in the content. */
export function compileTemplate(
  content: CompileInput,
): { ok: true; template: CompiledTemplate } | { ok: false; fields: ContentFault[]; bodies: (CompiledBody | null)[] } {
  const fields = [...variableFaults(content.variables), ...placeFaults(content)];
  const bodies = content.bodies.map((body, index) => compileBody(content, body, `bodies.${index}`, fields));
  const good = bodies.filter((body) => body !== null);
  if (fields.length > 0) return { ok: false, fields, bodies };
  return { ok: true, template: { variables: content.variables, bodies: good, defaultLocale: content.default_locale } };
}

type Body = CompileInput['bodies'][number];

function compileBody(content: CompileInput, body: Body, path: string, fields: ContentFault[]): CompiledBody | null {
  const { channel, locale } = body;
  const before = fields.length;
  const mayStop = channel === 'email' && content.class === 'marketing';
  const read = (name: 'subject' | 'text' | 'html'): CompiledSource | null => {
    const made = body.channel === 'email' && name !== 'subject' ? body.made?.[name] : undefined;
    const written = name in body ? (body as Partial<Record<typeof name, string>>)[name] : undefined;
    const source = written ?? made;
    if (source === undefined) return null;
    // What is wrong with a made mail is told at what it was made from.
    const told = written === undefined && body.channel === 'email' ? 'mjml' : name;
    const shown = told === 'mjml' && body.channel === 'email' ? (body.mjml ?? '') : source;
    const found = compileSource(source, name === 'html' ? 'html' : 'text');
    if (!found.ok) {
      const { at, ...fault } = found.fault;
      const isHere = at !== undefined && told === name;
      fields.push({ path: `${path}.${told}`, ...fault, ...(isHere ? { line: lineAt(source, at) } : {}) });
      return null;
    }
    // The text was made from the same source as the HTML, which names them all.
    if (told === 'mjml' && name === 'text') return found.compiled;
    const unknown = undeclared(found.compiled, content.variables, mayStop, `${path}.${told}`);
    fields.push(...unknown.map(({ name: unknownName, ...fault }) => ({ ...fault, ...lineOf(shown, unknownName) })));
    return found.compiled;
  };
  const sources = { subject: read('subject'), text: read('text'), html: read('html') };
  if (fields.length > before) return null;
  return {
    channel,
    locale,
    dltTemplateId: body.channel === 'sms' ? body.dlt_template_id : null,
    names: new Set(Object.values(sources).flatMap((source) => [...(source?.names ?? [])])),
    render(given) {
      const values = mayStop ? { ...given, [UNSUBSCRIBE_NAME]: UNSUBSCRIBE_PLACE } : given;
      const rendered: RenderedBody = { subject: null, text: null, html: null };
      for (const name of ['subject', 'text', 'html'] as const) {
        const source = sources[name];
        if (source === null) continue;
        const text = source.render(values, locale);
        if (text === null) return { tooLong: name };
        rendered[name] = text;
      }
      return rendered;
    },
  };
}

/** The line in which a source names a variable first. */
function lineOf(source: string, name: string): { line?: number } {
  const at = [...source.matchAll(/\{[{%][^{}]*[%}]\}/g)].find(([mark]) =>
    new RegExp(`\\b${name}\\b`).test(mark),
  )?.index;
  return at === undefined ? {} : { line: lineAt(source, at) };
}

function undeclared(
  { names }: CompiledSource,
  variables: readonly TemplateVariable[],
  mayStop: boolean,
  path: string,
): (FieldError & { name: string })[] {
  return [...names]
    .filter((name) => (name === UNSUBSCRIBE_NAME ? !mayStop : !variables.some((variable) => variable.name === name)))
    .map((name) => ({
      name,
      path,
      code: 'unknown_variable',
      message:
        name === UNSUBSCRIBE_NAME
          ? `“${name}” is the link that stops marketing: only mails of a marketing template have one.`
          : `“${name}” is no variable of this template: declare it with a type and a sample, or correct its name.`,
    }));
}

function variableFaults(variables: readonly TemplateVariable[]): FieldError[] {
  return variables.flatMap(({ name, type, sample }, index) => {
    const path = `variables.${index}`;
    const wrong = judgeValue(type, sample);
    const isTwice = variables.findIndex((other) => other.name === name) !== index;
    const isOurs = name === UNSUBSCRIBE_NAME;
    const isWord = ['true', 'false', 'nil', 'null', 'empty', 'blank', 'and', 'or', 'contains'].includes(name);
    return [
      ...(wrong === null ? [] : [{ path: `${path}.sample`, ...wrong }]),
      ...(isTwice ? [{ path: `${path}.name`, code: 'duplicate', message: 'Name each variable once.' }] : []),
      ...(isOurs
        ? [
            {
              path: `${path}.name`,
              code: 'not_allowed',
              message: `“${name}” is filled in by the house; choose another name.`,
            },
          ]
        : []),
      ...(isWord
        ? [
            {
              path: `${path}.name`,
              code: 'not_allowed',
              message: `“${name}” is a word of the template language; choose another name.`,
            },
          ]
        : []),
    ];
  });
}

/** Each channel and language once, and each channel in the default language. */
function placeFaults({ bodies, default_locale }: CompileInput): FieldError[] {
  const faults: FieldError[] = [];
  const seen = new Set<string>();
  for (const [index, { channel, locale }] of bodies.entries()) {
    const place = `${channel} ${locale}`;
    if (seen.has(place)) {
      const message = `There is another ${channel} body in ${locale}: keep one of them.`;
      faults.push({ path: `bodies.${index}.locale`, code: 'duplicate', message });
    }
    seen.add(place);
  }
  for (const channel of new Set(bodies.map((body) => body.channel))) {
    if (seen.has(`${channel} ${default_locale}`)) continue;
    const message = `Add a body for ${channel} in ${default_locale}, the default language: it is what people get whose language has none.`;
    faults.push({ path: 'bodies', code: 'no_default', message });
  }
  return faults;
}

/** The body of a channel for somebody who reads `wanted`; undefined when the template has none for the channel. */
export function bodyFor(
  { bodies, defaultLocale }: CompiledTemplate,
  channel: Channel,
  wanted: string | undefined,
): CompiledBody | undefined {
  const own = bodies.filter((body) => body.channel === channel);
  const locale = chooseLocale(
    wanted,
    own.map((body) => body.locale),
    defaultLocale,
  );
  return own.find((body) => body.locale === locale);
}

/** The values as a body sees them: judge them by `judgeValues` first. */
export const valuesFor = (
  { variables }: CompiledTemplate,
  body: CompiledBody,
  values: Readonly<Record<string, TemplateValue>>,
): Record<string, Printed> => printValues(variables, values, body.locale);
