import { Liquid, type Template } from 'liquidjs';
import { FILTERS, type ReadSource, readSource, type SourceFault, TAGS } from './grammar.ts';
import { type Printed, printNumber } from './values.ts';

/** Longest text rendered from one source, in UTF-16 code units. */
export const RENDERED_MAX = 65_536;

/** A source that was read and found good. Rendering holds no state: one source renders for any number of messages. */
export interface CompiledSource {
  names: ReadonlySet<string>;
  /** The text with these values, or null when it is longer than RENDERED_MAX. */
  render(values: Readonly<Record<string, Printed>>, locale: string): string | null;
}

/** What a source prints into: HTML is escaped, text is not. */
export type SourceKind = 'text' | 'html';

/** An engine that knows the tags and filters of the grammar and no others, reads no file and walks no property. */
function openEngine(kind: SourceKind): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    // In memory and empty: there is no file to read.
    templates: {},
    cache: false,
    ...(kind === 'html' ? { outputEscape: 'escape' } : {}),
    // The grammar bounds the work; these are the second fence, for whatever a release of the library may bring.
    parseLimit: 1_000_000,
    memoryLimit: 10_000_000,
    renderLimit: 1000,
  });
  engine.registerFilter('number', function printed(value: unknown) {
    const locale = (this.context.globals as { locale?: unknown }).locale;
    return typeof value === 'number' ? printNumber(value, String(locale ?? 'en')) : value;
  });
  for (const name of Object.keys(engine.tags)) {
    if (!TAGS.some((tag) => tag === name)) delete engine.tags[name];
  }
  for (const name of Object.keys(engine.filters)) {
    // The engine itself escapes by the filter of that name; the grammar lets no template call it.
    const kept = FILTERS.some((filter) => filter === name) || (kind === 'html' && name === 'escape');
    if (!kept) delete engine.filters[name];
  }
  return engine;
}

const ENGINES: Readonly<Record<SourceKind, Liquid>> = { text: openEngine('text'), html: openEngine('html') };

/** Reads a source: ready to render, or the first thing wrong with it. */
export function compileSource(
  source: string,
  kind: SourceKind,
): { ok: true; compiled: CompiledSource } | { ok: false; fault: SourceFault } {
  const read: ReadSource = readSource(source);
  if (!read.ok) return read;
  const engine = ENGINES[kind];
  let template: Template[];
  try {
    template = engine.parse(source);
  } catch (error) {
    return { ok: false, fault: { code: 'syntax', message: sentenceOf(error) } };
  }
  const { names } = read;
  return {
    ok: true,
    compiled: {
      names,
      render(values, locale) {
        const text = String(engine.renderSync(template, values, { globals: { locale } }));
        return text.length > RENDERED_MAX ? null : text;
      },
    },
  };
}

/** The library's complaint without its habit of naming lines that no editor shows. */
function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? error.message.replace(/, line:\d+.*/s, '').replace(/\s+/g, ' ') : '';
  const unclosed = /tag \{% (\w+).*not closed/.exec(text)?.[1];
  if (unclosed !== undefined) return `The tag “${unclosed}” is not closed: add {% end${unclosed} %}.`;
  return `The template cannot be read (${text.slice(0, 120)}): check its tags.`;
}
