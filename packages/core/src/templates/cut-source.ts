import type { GlossaryTerm } from '@signalbox/contracts';
import { Tokenizer } from 'liquidjs';
import { fold, nearestTerms, placesOf } from './glossary.ts';
import { readSource, type SourceFault } from './grammar.ts';
import { walkHtml } from './walk-html.ts';

/** Why an answer cannot become a draft: what stands in the source and did not come back as it went, and what became of it. */
export interface DraftFault {
  why: 'lost' | 'doubled' | 'unknown' | 'marks' | 'empty' | 'count';
  /** As it stands in the source: a variable, a link, a term. Of `empty` and `marks` the words that were asked for. */
  what: string;
}

/** A source cut into what is translated and what never leaves the house. */
export interface CutSource {
  /** The stretches to be translated, each with a word in the place of everything in it that is fixed. */
  segments: readonly string[];
  /** The source with translations of its segments, in their order; or the first that cannot be taken. */
  rebuild(answers: readonly string[]): { ok: true; text: string } | { ok: false; fault: DraftFault };
}

/** Something fixed within a segment: what comes back in its place. */
interface Fixed {
  /** As it stands in the source. */
  source: string;
  shown: string;
  isLink: boolean;
}
interface Segment {
  masked: string;
  fixed: Fixed[];
}
type Piece = string | Segment;

/** The first private character: one for each mark of Liquid, so that a mark is one character while a source is cut. */
const HIDDEN = 0xe000;
const HIDDEN_MAX = 6000;
const IS_HIDDEN = /[\ue000-\uf8ff]/g;
/** Bounded where a word could be of any length, so that work stays linear. */
const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"'{}]*[^\s<>"'{}.,;:!?)\]]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,10}\/[^\s<>"'{}]*[^\s<>"'{}.,;:!?)\]]/giu;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/gi;
const BRACE = /[{}]/g;
/** What may stand right behind a link without becoming part of it. */
const ENDS_LINK = /^[\s.,;:!?)\]"'<>]/u;
/** What a link would become part of. */
const JOINS_LINK = /[\p{L}\p{N}@/._-]$/u;
const UNFIT = /[{}\ue000-\uf8ff]/u;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Cuts a source for a service that translates. Tags of Liquid, elements of HTML and lines stand between the segments, so whatever is answered the shape stays; variables, links, mail addresses, entities and the
 * terms of the glossary go as words and come back as they were, the terms as they are called in the language. Where one does not come back exactly once, the answer is no draft.
 */
export function cutSource(
  source: string,
  kind: 'text' | 'html',
  locale: string,
  glossary: readonly GlossaryTerm[],
): { ok: true; source: CutSource } | { ok: false; fault: SourceFault } {
  const read = readSource(source);
  if (!read.ok) return read;
  const { hidden, marks } = hideMarks(source);
  if (marks.length > HIDDEN_MAX)
    return { ok: false, fault: { code: 'too_complex', message: 'The source has too many signs of private use.' } };
  const isHtml = kind === 'html';
  const reveal = (text: string) => text.replace(IS_HIDDEN, (sign) => marks[sign.charCodeAt(0) - HIDDEN] ?? sign);
  let word = 'SBMARK';
  while (source.toUpperCase().includes(word)) word += 'X';
  // An entry with braces would write marks that nobody wrote.
  const terms = nearestTerms(locale, glossary).filter(
    ({ term, translation }) => !UNFIT.test(`${term}${translation ?? ''}`),
  );
  const spell = (text: string) => (isHtml ? escapeHtml(text) : text);
  const isTag = (sign: string) => /^\{%/.test(marks[sign.charCodeAt(0) - HIDDEN] ?? '');

  function maskOf(text: string): Segment {
    const found = findFixed(text, isHtml, terms, spell);
    const fixed: Fixed[] = [];
    let masked = '';
    let from = 0;
    for (const { at, end, shown, isLink } of found) {
      masked += `${text.slice(from, at)}${word}${fixed.length}E`;
      fixed.push({ source: reveal(text.slice(at, end)), shown: reveal(shown), isLink });
      from = end;
    }
    return { masked: masked + text.slice(from), fixed };
  }

  const pieces: Piece[] = [];
  const cutRun = (run: string): void => {
    const core = run.trim();
    const before = run.length - run.trimStart().length;
    const isSaid = /\p{L}/u.test(withoutFixed(core, isHtml));
    pieces.push(run.slice(0, before));
    // Within HTML a line is a space.
    pieces.push(isSaid ? maskOf(isHtml ? core.replace(/\s+/gu, ' ') : core) : reveal(core));
    pieces.push(run.slice(before + core.length));
  };
  const cutText = (text: string): void => {
    let from = 0;
    for (const [at, end] of breaksOf(text, isTag, isHtml)) {
      cutRun(text.slice(from, at));
      pieces.push(reveal(text.slice(at, end)));
      from = end;
    }
    cutRun(text.slice(from));
  };
  if (isHtml) for (const { text, isWords } of stretchesOf(hidden)) isWords ? cutText(text) : pieces.push(reveal(text));
  else cutText(hidden);

  const segments = pieces.filter((piece): piece is Segment => typeof piece !== 'string');
  const pattern = new RegExp(`${word}(\\d+)E`, 'gi');
  return {
    ok: true,
    source: {
      segments: segments.map(({ masked }) => masked),
      rebuild(answers) {
        if (answers.length !== segments.length) return { ok: false, fault: { why: 'count', what: '' } };
        let text = '';
        let at = 0;
        for (const piece of pieces) {
          if (typeof piece === 'string') {
            text += piece;
            continue;
          }
          const put = putBack(piece, answers[at] ?? '', pattern, (stretch) => callTerms(stretch, terms, spell));
          if (!put.ok) return put;
          text += put.text;
          at += 1;
        }
        return { ok: true, text };
      },
    },
  };
}

/** A source with one private character in the place of each mark of Liquid, and of each that was there already. */
function hideMarks(source: string): { hidden: string; marks: string[] } {
  const marks: string[] = [];
  const hide = (mark: string): string => {
    marks.push(mark);
    return String.fromCharCode(HIDDEN + Math.min(marks.length - 1, HIDDEN_MAX));
  };
  let hidden = '';
  let from = 0;
  for (const token of new Tokenizer(source).readTopLevelTokens()) {
    if (!('content' in token)) continue;
    hidden += source.slice(from, token.begin).replace(IS_HIDDEN, hide) + hide(source.slice(token.begin, token.end));
    from = token.end;
  }
  return { hidden: hidden + source.slice(from).replace(IS_HIDDEN, hide), marks };
}

/** Elements whose content nobody reads. */
const UNREAD: ReadonlySet<string> = new Set(['style', 'script', 'mj-style', 'textarea']);

/** The stretches of HTML in their order: words that somebody reads, and everything between them. */
function stretchesOf(source: string): { text: string; isWords: boolean }[] {
  const found: { text: string; isWords: boolean }[] = [];
  let from = 0;
  let unread: string | null = null;
  walkHtml(source, {
    open(name, _attributes, _at, isClosed) {
      if (unread === null && !isClosed && UNREAD.has(name)) unread = name;
    },
    close(name) {
      if (name === unread) unread = null;
    },
    text(raw, at) {
      if (unread !== null || raw === '<') return;
      found.push({ text: source.slice(from, at), isWords: false }, { text: raw, isWords: true });
      from = at + raw.length;
    },
  });
  found.push({ text: source.slice(from), isWords: false });
  return found;
}

/** Where a text is cut: at tags of Liquid, at lines of a text, and at links that hold a tag, which stay where they are. */
function breaksOf(text: string, isTag: (sign: string) => boolean, isHtml: boolean): [number, number][] {
  const spanOf = ({ 0: whole, index }: RegExpMatchArray): [number, number] => [index ?? 0, (index ?? 0) + whole.length];
  const links = [...text.matchAll(LINK)].filter(([link]) => [...link].some(isTag)).map(spanOf);
  const rest = [...text.matchAll(isHtml ? IS_HIDDEN : /[\ue000-\uf8ff]|\r?\n/g)]
    .filter(([sign]) => sign.endsWith('\n') || isTag(sign))
    .map(spanOf);
  let reached = 0;
  return [...links, ...rest]
    .sort((one, other) => one[0] - other[0] || other[1] - one[1])
    .filter(([at, end]) => {
      const isOwn = at >= reached;
      reached = Math.max(reached, end);
      return isOwn;
    });
}

const withoutFixed = (text: string, isHtml: boolean): string =>
  (isHtml ? text.replace(ENTITY, ' ') : text).replace(LINK, ' ').replace(IS_HIDDEN, ' ');

type Found = { at: number; end: number; shown: string; isLink: boolean };

/** Everything fixed in a text, in its order and without overlaps: the longest of what begins at one place, links before what stands within them. */
function findFixed(
  text: string,
  isHtml: boolean,
  terms: readonly GlossaryTerm[],
  spell: (text: string) => string,
): Found[] {
  const asItIs = (pattern: RegExp, isLink: boolean): Found[] =>
    [...text.matchAll(pattern)].map(({ 0: whole, index }) => ({
      ...{ at: index, end: index + whole.length, shown: whole, isLink },
    }));
  // Of a thousand terms a text says few: the rest is told by one look.
  const folded = fold(text);
  const said = terms.filter(({ term }) => folded.includes(fold(term)));
  const called = said.flatMap(({ term, translation }) =>
    placesOf(text, term).map((at) => ({
      ...{ at, end: at + term.length, shown: spell(translation ?? term), isLink: false },
    })),
  );
  const all = [
    ...asItIs(LINK, true),
    ...(isHtml ? asItIs(ENTITY, false) : []),
    ...asItIs(IS_HIDDEN, false),
    ...asItIs(BRACE, false),
    ...called,
  ];
  const inOrder = all.sort(
    (one, other) => Number(other.isLink) - Number(one.isLink) || one.at - other.at || other.end - one.end,
  );
  const taken = new Uint8Array(text.length);
  const kept = inOrder.filter(({ at, end }) => {
    if (taken.subarray(at, end).includes(1)) return false;
    taken.fill(1, at, end);
    return true;
  });
  return kept.sort((one, other) => one.at - other.at);
}

/** A segment in another language with everything fixed back in its place, each exactly once. */
function putBack(
  { masked, fixed }: Segment,
  answer: string,
  pattern: RegExp,
  finish: (stretch: string) => string,
): { ok: true; text: string } | { ok: false; fault: DraftFault } {
  const fail = (why: DraftFault['why'], what: string) => ({ ok: false as const, fault: { why, what } });
  const said = fixed.length === 0 ? masked : masked.replace(pattern, (whole, n) => fixed[Number(n)]?.source ?? whole);
  const tidy = answer
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  if (tidy === '') return fail('empty', said);
  // Braces and private characters would be read as marks that nobody wrote.
  if (UNFIT.test(tidy)) return fail('marks', said);
  const seen = new Set<number>();
  let text = '';
  let from = 0;
  for (const match of tidy.matchAll(pattern)) {
    const number = Number(match[1]);
    const one = fixed[number];
    if (one === undefined) return fail('unknown', said);
    if (seen.has(number)) return fail('doubled', one.source);
    seen.add(number);
    const before = text + finish(tidy.slice(from, match.index));
    from = match.index + match[0].length;
    const rest = tidy.slice(from);
    const [gap, after] = one.isLink
      ? [JOINS_LINK.test(before) ? ' ' : '', rest === '' || ENDS_LINK.test(rest) ? '' : ' ']
      : ['', ''];
    text = `${before}${gap}${one.shown}${after}`;
  }
  const missing = fixed.findIndex((_, number) => !seen.has(number));
  if (missing >= 0) return fail('lost', fixed[missing]?.source ?? '');
  return { ok: true, text: text + finish(tidy.slice(from)) };
}

/** The rule of the glossary for what a service left as it was: a term that has a name in the language gets it. */
function callTerms(text: string, terms: readonly GlossaryTerm[], spell: (text: string) => string): string {
  const found = findFixed(
    text,
    false,
    terms.filter(({ translation }) => translation !== null),
    spell,
  ).filter(({ at, end, shown }) => shown !== text.slice(at, end));
  let called = '';
  let from = 0;
  for (const { at, end, shown } of found) {
    called += spell(text.slice(from, at)) + shown;
    from = end;
  }
  return called + spell(text.slice(from));
}
