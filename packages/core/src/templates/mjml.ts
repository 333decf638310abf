import { type ProtectedSource, protectMarks } from './marks.ts';
import { HTML_HOLDERS } from './mjml-elements.ts';
import { VOID_ELEMENTS, walkHtml } from './walk-html.ts';

/** Something wrong in a source of several lines; lines are counted from 1. */
export interface LineFault {
  code: string;
  message: string;
  line: number;
}

/** Most elements of one source, what stands in texts counted: they bound the time it takes to compile. */
const ELEMENTS_MAX = 600;
/** Deepest nesting of elements. */
const DEPTH_MAX = 30;
/** Most attributes of one element, and of all that give attributes to others. */
const ATTRIBUTES_MAX = 40;
const DEFAULTS_MAX = 300;
/** Longest value of an attribute; a list of classes is shorter still, for each is looked up at each element. */
const VALUE_MAX = 2000;
const CLASSES_MAX = 200;
/** Most faults told of one source. */
const FAULTS_MAX = 20;

const BUILDERS = new Set(
  [
    'mjml mj-accordion mj-accordion-element mj-all mj-attributes mj-body mj-breakpoint mj-carousel mj-carousel-image mj-class mj-column',
    'mj-divider mj-group mj-head mj-hero mj-image mj-navbar mj-section mj-social mj-spacer mj-style mj-wrapper',
  ].flatMap((names) => names.split(' ')),
);
/** Elements that read a file, call out, or cost more than their length, each with what to do instead. */
const REFUSED: Readonly<Record<string, string>> = {
  'mj-include': 'A template reads no file: paste what you would include.',
  'mj-font': 'A mail loads no font from outside, for that tells who reads it: name fonts that people have.',
  'mj-html-attributes': 'Write attributes at the elements themselves.',
};
/** Attributes of builders that may print a variable: the others shape the mail, which is made once for everybody. */
const PRINTING = new Set(['href', 'src', 'alt', 'title']);

/** The line of a place in a source, counted from 1. */
export const lineAt = (source: string, at: number): number => source.slice(0, at).split('\n').length;

/**
 * Judges an MJML source before it is compiled: which elements, how many and how deep, that each is closed, that nothing is read or loaded
 * from outside, and that every variable stands where it is printed. Good ones come back with their braces put away.
 */
export function judgeMjml(
  source: string,
): { ok: true; source: ProtectedSource } | { ok: false; faults: readonly LineFault[] } {
  const read = protectMarks(source);
  if (!read.ok) {
    const { code, message, at } = read.fault;
    return { ok: false, faults: [{ code, message, line: lineAt(source, at) }] };
  }
  const { text } = read.source;
  const faults: LineFault[] = [];
  const tell = (at: number, code: string, message: string): void => {
    if (faults.length < FAULTS_MAX) faults.push({ code, message, line: lineAt(text, at) });
  };
  const marksIn = (given: string): string =>
    read.source
      .marksIn(given)
      .map((mark) => read.source.marks[mark] ?? '')
      .join(' ');
  const open: { name: string; at: number }[] = [];
  let elements = 0;
  let bodies = 0;
  let defaults = 0;
  walkHtml(text, {
    open(name, attributes, at, isClosed) {
      elements += 1;
      if (elements === ELEMENTS_MAX + 1) {
        tell(at, 'too_complex', `A mail takes at most ${ELEMENTS_MAX} elements; make it shorter.`);
      }
      if (elements === 1 && name !== 'mjml')
        tell(at, 'syntax', 'A mail in MJML begins with <mjml> and ends with </mjml>.');
      if (name === 'mj-body') bodies += 1;
      const isOurs = name === 'mjml' || name.startsWith('mj-');
      if (isOurs) judgeElement(name, attributes, at);
      if (isClosed || VOID_ELEMENTS.has(name)) return;
      // Within a text, HTML may leave open what it likes.
      if (!isOurs && open.some((element) => HTML_HOLDERS.has(element.name))) return;
      open.push({ name, at });
      if (open.length === DEPTH_MAX + 1) {
        tell(at, 'too_complex', `Elements stand at most ${DEPTH_MAX} deep in one another.`);
      }
    },
    close(name, at) {
      if (name !== 'mjml' && !name.startsWith('mj-')) return;
      const last = open.at(-1);
      if (last?.name === name) {
        open.pop();
        return;
      }
      const known = open.findLastIndex((element) => element.name === name);
      if (known < 0) tell(at, 'syntax', `</${name}> closes nothing: remove it, or open <${name}> before it.`);
      else {
        for (const left of open.splice(known).slice(1)) {
          tell(left.at, 'syntax', `<${left.name}> is not closed: add </${left.name}>.`);
        }
      }
    },
    text(raw, at) {
      const marks = marksIn(raw);
      if (marks === '') return;
      const within = open.at(-1)?.name ?? '';
      if (open.some((element) => HTML_HOLDERS.has(element.name))) return;
      tell(
        at + raw.search(/\S/),
        'not_printed',
        within === 'mj-style'
          ? `${marks} cannot stand in a style, which is the same for everybody.`
          : `${marks} is printed by nothing here: put it into <mj-text> or <mj-raw>.`,
      );
    },
  });
  function judgeElement(name: string, attributes: ReadonlyMap<string, string>, at: number): void {
    const instead = REFUSED[name];
    if (instead !== undefined) tell(at, 'not_allowed', `<${name}> is not taken. ${instead}`);
    else if (!HTML_HOLDERS.has(name) && !BUILDERS.has(name)) {
      tell(at, 'unknown_element', `There is no element <${name}>: correct its name.`);
    }
    if (name === 'mj-style' && attributes.get('inline') === 'inline') {
      tell(at, 'not_allowed', 'Styles are not worked into the elements: use <mj-attributes> and <mj-class>.');
    }
    if (attributes.size > ATTRIBUTES_MAX) {
      tell(at, 'too_complex', `<${name}> has more than ${ATTRIBUTES_MAX} attributes; keep those it needs.`);
    }
    if (open.some((element) => element.name === 'mj-attributes')) {
      const before = defaults;
      defaults += attributes.size;
      if (before <= DEFAULTS_MAX && defaults > DEFAULTS_MAX) {
        tell(
          at,
          'too_complex',
          `<mj-attributes> gives more than ${DEFAULTS_MAX} attributes; keep those the mail needs.`,
        );
      }
    }
    for (const [attribute, value] of attributes) {
      const most = attribute === 'mj-class' ? CLASSES_MAX : VALUE_MAX;
      if (value.length > most) {
        tell(at, 'too_long', `“${attribute.slice(0, 40)}” of <${name}> is longer than ${most} characters; shorten it.`);
      }
      const marks = marksIn(`${attribute} ${value}`);
      if (marks === '' || (PRINTING.has(attribute) && marksIn(attribute) === '')) continue;
      const takes = [...PRINTING].join(', ');
      tell(at, 'not_printed', `${marks} cannot stand in “${attribute}” of <${name}>: only ${takes} print variables.`);
    }
  }
  for (const { name, at } of open) tell(at, 'syntax', `<${name}> is not closed: add </${name}>.`);
  if (bodies !== 1 && faults.length === 0) tell(0, 'syntax', 'A mail in MJML has one <mj-body>.');
  return faults.length === 0 ? { ok: true, source: read.source } : { ok: false, faults };
}
