import type { DltMark, DltMatching, DltTag } from '@signalbox/contracts';
import type { Step } from './align.ts';
import type { VariableRow } from './parse-template.ts';
import { limitOf } from './values.ts';

/** Where a mark stands and what it is about. */
export interface MarkPlace {
  text: string;
  start: number;
  end: number;
  /** The same in the template. */
  from: number;
  to: number;
  found: string;
  expected: string;
  variable: VariableRow | null;
}

/** Codes by which operators refuse a text: it does not match, or a placeholder holds too much. */
const MISMATCH = '633';
const TOO_LONG = '635';

/** The mark of a stretch of an alignment, with what to do; null where nothing is wrong. */
export function markOf(stretch: readonly Step[], place: MarkPlace, matching: DltMatching): DltMark | null {
  const [first] = stretch;
  if (first === undefined) return null;
  if (first.kind === 'value') return valueMark(first, place, matching);
  if (first.kind === 'alike') {
    const sameLetters = place.expected.toLowerCase() === place.found.toLowerCase();
    return mark(sameLetters ? 'wrong_case' : 'look_alike', place, {
      cure: `Write ${quote(place.expected)} for ${quote(place.found)}.`,
    });
  }
  const kinds = new Set(stretch.map(({ kind }) => kind));
  if (kinds.size > 1 || kinds.has('changed')) {
    return mark('changed', place, { cure: `Write ${quote(place.expected)} in place of ${quote(place.found)}.` });
  }
  if (kinds.has('extra')) return mark('extra', place, { cure: `Take out ${quote(place.found)}.` });
  if (kinds.has('missing')) return mark('missing', place, { cure: `Put in ${quote(place.expected)}.` });
  return null;
}

function valueMark({ fault }: Step, place: MarkPlace, matching: DltMatching): DltMark | null {
  const { variable, found } = place;
  if (fault === null || variable === null) return null;
  if (fault === 'empty') {
    return mark('empty', place, { cure: `Placeholder ${variable.number} needs a value: operators take no empty one.` });
  }
  if (fault === 'wrong_kind') {
    return mark('wrong_kind', place, {
      cure: `Placeholder ${variable.number} takes ${TAKES[variable.tag]}, not ${quote(found)}.`,
    });
  }
  const limit = limitOf(variable, matching);
  const cure = `Placeholder ${variable.number} takes ${limit} characters and holds ${found.length}: shorten it by ${found.length - limit}.`;
  return mark('too_long', place, { limit, operator_code: TOO_LONG, cure });
}

/** What a placeholder takes, in words. */
const TAKES: Record<DltTag, string> = {
  var: 'any text',
  numeric: 'digits only',
  alphanumeric: 'letters and digits only',
  url: 'a link',
  urlott: 'a link to an app or a chat',
  cbn: 'a telephone number',
  email: 'a mail address',
};

/** A mark at a place; what is not given is that of a text that does not match. */
export function mark(
  kind: DltMark['kind'],
  { text, start, end, from, to, found, expected, variable }: MarkPlace,
  own: Pick<DltMark, 'cure'> & Partial<Pick<DltMark, 'limit' | 'operator_code'>>,
): DltMark {
  return {
    kind,
    start,
    end,
    line: text.slice(0, start).split('\n').length,
    template_start: from,
    template_end: to,
    expected,
    found,
    variable: variable?.number ?? null,
    tag: variable?.tag ?? null,
    limit: null,
    operator_code: MISMATCH,
    ...own,
  };
}

// White space at an edge would not be seen: it is named.
const NAMES: Readonly<Record<string, string>> = {
  ' ': 'a space',
  '\n': 'a line break',
  '\t': 'a tab',
  '\u00a0': 'a no-break space',
};
const LONGEST = 60;

/** A stretch of text as a sentence shows it. */
export function quote(text: string): string {
  const named = NAMES[text];
  if (named !== undefined) return named;
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return `“${shown.replaceAll('\n', '↵')}”`;
}
