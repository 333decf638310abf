import { Tokenizer } from 'liquidjs';

/** What is wrong with a source: a stable code and a sentence with the cure. */
export interface SourceFault {
  code: string;
  message: string;
  /** Where in the source, in UTF-16 code units; undefined where no one place is at fault. */
  at?: number;
}

/** Filters a template may use. None takes a pattern, walks a property, or makes text longer than what it is given. */
export const FILTERS = ['upcase', 'downcase', 'capitalize', 'strip', 'truncate', 'default', 'number'] as const;
/** Tags a template may use: they choose, none of them repeats, reads a file or keeps a value. */
export const TAGS = ['if', 'unless', 'case'] as const;
const INNER_TAGS: readonly string[] = ['elsif', 'else', 'when', 'endif', 'endunless', 'endcase'];
/** Most tags and outputs of one source: with the longest value in each, what is rendered stays small. */
const MARKS_MAX = 200;
/** Longest content of one pair of braces, in UTF-16 code units. */
const MARK_LENGTH_MAX = 1000;
/** Most words, values and signs within the braces of one source. */
const LEXEMES_MAX = 2000;
/** Deepest nesting of tags. */
const DEPTH_MAX = 10;

const WORDS = new Set(['true', 'false', 'nil', 'null', 'empty', 'blank']);
const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=', 'contains']);
const LEXEME =
  /\s+|(?<text>"[^"]*"|'[^']*')|(?<number>-?\d+(?:\.\d+)?(?![\w.]))|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>[=!<>]=|[<>|:,])/y;

type Lexeme = { kind: 'text' | 'number' | 'word' | 'sign'; text: string };

const fault = (code: string, message: string): SourceFault => ({ code, message });

/** Reads what stands inside one pair of braces; anything a template may not say, such as a dot, a bracket or a range, is no lexeme. */
function lexemesOf(given: string): Lexeme[] | SourceFault {
  const found: Lexeme[] = [];
  LEXEME.lastIndex = 0;
  while (LEXEME.lastIndex < given.length) {
    const at = LEXEME.lastIndex;
    const match = LEXEME.exec(given);
    if (match === null) {
      return fault(
        'syntax',
        `“${String.fromCodePoint(given.codePointAt(at) ?? 0)}” is not taken in “${short(given)}”: name a variable, compare it, or put it through one of the filters ${FILTERS.join(', ')}.`,
      );
    }
    for (const kind of ['text', 'number', 'word', 'sign'] as const) {
      const text = match.groups?.[kind];
      if (text !== undefined) found.push({ kind, text });
    }
  }
  return found;
}

const short = (text: string): string => {
  const line = text.trim().replace(/\s+/g, ' ');
  return (line.length > 40 ? `${line.slice(0, 40)}…` : line).toWellFormed();
};

const isOperand = (lexeme: Lexeme | undefined): lexeme is Lexeme =>
  lexeme !== undefined && lexeme.kind !== 'sign' && !(lexeme.kind === 'word' && COMPARISONS.has(lexeme.text));

/** Reads sources of one version: every name a source uses is noted in `names`. */
class Reading {
  readonly names = new Set<string>();
  private lexemes = 0;

  private lexemesOf(given: string): Lexeme[] | SourceFault {
    const found = lexemesOf(given);
    if (!Array.isArray(found)) return found;
    this.lexemes += found.length;
    return this.lexemes <= LEXEMES_MAX
      ? found
      : fault('too_complex', 'The conditions of this body are too many to read.');
  }

  note(lexeme: Lexeme): void {
    if (lexeme.kind === 'word' && !WORDS.has(lexeme.text)) this.names.add(lexeme.text);
  }

  /** An operand and its filters, to the end. */
  output(given: string): SourceFault | null {
    const lexemes = this.lexemesOf(given);
    if (!Array.isArray(lexemes)) return lexemes;
    let at = 0;
    const first = lexemes[at];
    if (!isOperand(first)) return fault('syntax', `“${short(given)}” names no variable.`);
    this.note(first);
    at += 1;
    while (at < lexemes.length) {
      const [bar, name] = [lexemes[at], lexemes[at + 1]];
      if (bar?.text !== '|' || name?.kind !== 'word') {
        return fault('syntax', `“${short(given)}” is more than one thing: print each in braces of its own.`);
      }
      if (!FILTERS.some((filter) => filter === name.text)) {
        return fault('unknown_filter', `There is no filter “${short(name.text)}” here; use ${FILTERS.join(', ')}.`);
      }
      at += 2;
      if (lexemes[at]?.text !== ':') continue;
      do {
        at += 1;
        const argument = lexemes[at];
        if (!isOperand(argument)) return fault('syntax', `The filter “${name.text}” lacks a value behind its colon.`);
        this.note(argument);
        at += 1;
      } while (lexemes[at]?.text === ',');
    }
    return null;
  }

  /** Comparisons joined by `and` and `or`. */
  condition(given: string): SourceFault | null {
    const lexemes = this.lexemesOf(given);
    if (!Array.isArray(lexemes)) return lexemes;
    let at = 0;
    do {
      const left = lexemes[at];
      if (!isOperand(left)) return fault('syntax', `The condition “${short(given)}” lacks a variable to ask about.`);
      this.note(left);
      at += 1;
      if (COMPARISONS.has(lexemes[at]?.text ?? '')) {
        const right = lexemes[at + 1];
        if (!isOperand(right)) return fault('syntax', `The condition “${short(given)}” lacks what to compare with.`);
        this.note(right);
        at += 2;
      }
      if (at === lexemes.length) return null;
      at += 1;
    } while (['and', 'or'].includes(lexemes[at - 1]?.text ?? ''));
    return fault('syntax', `The condition “${short(given)}” cannot be read: join comparisons by “and” or “or”.`);
  }

  /** Values of a `when`, or the one variable of a `case`. */
  values(given: string): SourceFault | null {
    const lexemes = this.lexemesOf(given);
    if (!Array.isArray(lexemes)) return lexemes;
    if (lexemes.length === 0) return fault('syntax', 'A case and a when need a value.');
    for (const [index, lexeme] of lexemes.entries()) {
      const fits = index % 2 === 0 ? isOperand(lexeme) : lexeme.text === ',' || lexeme.text === 'or';
      if (!fits) return fault('syntax', `“${short(given)}” cannot be read: list values with commas between them.`);
      if (index % 2 === 0) this.note(lexeme);
    }
    return null;
  }
}

/** A source by the grammar: the variables it uses, or the first thing it may not say. */
export type ReadSource = { ok: true; names: ReadonlySet<string> } | { ok: false; fault: SourceFault };

/**
 * Reads a source by the grammar of templates, a small part of Liquid: it prints variables through filters and chooses by conditions. Work
 * is linear in the length of the source, and whatever passes renders in time linear in what it prints.
 */
export function readSource(source: string): ReadSource {
  let tokens: ReturnType<Tokenizer['readTopLevelTokens']>;
  try {
    tokens = new Tokenizer(source).readTopLevelTokens();
  } catch (error) {
    const at = (error as { token?: { begin?: unknown } }).token?.begin;
    return { ok: false, fault: { ...fault('syntax', notClosed(error)), ...(typeof at === 'number' ? { at } : {}) } };
  }
  const reading = new Reading();
  let marks = 0;
  let depth = 0;
  for (const token of tokens) {
    const content: string | undefined = 'content' in token ? (token.content as string) : undefined;
    if (content === undefined) continue;
    const at = token.begin;
    marks += 1;
    if (marks > MARKS_MAX) {
      const message = `A body takes at most ${MARKS_MAX} variables and tags.`;
      return { ok: false, fault: { ...fault('too_complex', message), at } };
    }
    if (content.length > MARK_LENGTH_MAX) {
      return {
        ok: false,
        fault: {
          ...fault(
            'too_complex',
            `One pair of braces holds at most ${MARK_LENGTH_MAX} characters; “${short(content)}” is longer.`,
          ),
          at,
        },
      };
    }
    const isTag = 'name' in token;
    const name = isTag ? String(token.name) : '';
    const found = isTag ? readTag(reading, name, content.slice(name.length)) : reading.output(content);
    if (found !== null) return { ok: false, fault: { ...found, at } };
    if (TAGS.some((tag) => tag === name)) depth += 1;
    if (name.startsWith('end')) depth -= 1;
    if (depth > DEPTH_MAX) {
      const message = `Conditions stand at most ${DEPTH_MAX} deep in one another.`;
      return { ok: false, fault: { ...fault('too_complex', message), at } };
    }
  }
  return { ok: true, names: reading.names };
}

function readTag(reading: Reading, name: string, rest: string): SourceFault | null {
  if (name === 'case' || name === 'when') return reading.values(rest);
  if (name === 'if' || name === 'unless' || name === 'elsif') return reading.condition(rest);
  if (!INNER_TAGS.includes(name)) {
    return fault('unknown_tag', `There is no tag “${short(name)}” here; use ${TAGS.join(', ')}.`);
  }
  return rest.trim() === '' ? null : fault('syntax', `The tag “${name}” takes nothing behind its name.`);
}

function notClosed(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  const what = /(output|tag) "([^"]*)"/.exec(text)?.[2];
  return what === undefined
    ? 'The braces cannot be read: close each {{ with }} and each {% with %}.'
    : `“${short(what)}” is not closed: close each {{ with }} and each {% with %}.`;
}
