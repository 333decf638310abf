import type { KeywordKind, StopScope } from '@signalbox/contracts';
import { normaliseKeyword } from './normalise.ts';
import { EVERYTHING, FILLERS, KEYWORDS, type Keyword, MARKETING, NEGATIONS, PHRASES, POLITE } from './words.ts';

/** A keyword of a workspace. */
export interface OwnWord {
  id: string;
  word: string;
  /** The number people must have written to; null is any. */
  number: string | null;
  kind: KeywordKind;
  /** The list that `join` puts people on. */
  list: string | null;
}

/** Where a text was sent, and what the workspace has keywords for. */
export interface KeywordPlace {
  /** ISO 3166-1 alpha-2 of who wrote; null when it is not known. */
  country: string | null;
  /** The number it was sent to. */
  number: string;
  own: readonly OwnWord[];
}

/** What a text asks for. `unsure` may be a stop and nobody can tell without reading it. */
export interface KeywordVerdict {
  kind: KeywordKind | 'unsure';
  scope: StopScope | null;
  /** The word or the wish that was found, as the table spells it. */
  keyword: string;
  /** BCP 47; null for a word of the workspace's own. */
  language: string | null;
  own: OwnWord | null;
}

/** So many words may stand behind a word that leads. */
const BEHIND = 2;
/** In a longer text a wish is not acted on unread. */
const PLAIN_WORDS = 14;
const SEARCHED_WORDS = 40;

const squeeze = (text: string): string => text.replaceAll(' ', '');
const folded = (all: readonly string[]): ReadonlySet<string> => new Set(all.map(normaliseKeyword));

const [fillers, polite, everything, marketing, negations] = [FILLERS, POLITE, EVERYTHING, MARKETING, NEGATIONS].map(
  folded,
) as [ReadonlySet<string>, ReadonlySet<string>, ReadonlySet<string>, ReadonlySet<string>, ReadonlySet<string>];
const table = new Map<string, Keyword[]>();
for (const keyword of KEYWORDS) {
  const key = squeeze(normaliseKeyword(keyword.word));
  table.set(key, [...(table.get(key) ?? []), keyword]);
}
const wishes = PHRASES.map(({ language, text }) => ({ language, text, folded: normaliseKeyword(text) }));

/**
 * Reads what a text asks for; null when it asks for nothing we know. A stop comes before everything else, so no keyword of a workspace hides it:
 * the word alone, with what people add to it, at the head of two more words, or a wish in ordinary words. The others count alone. Pure; any text
 * gives a value.
 */
export function judgeKeyword(text: string, place: KeywordPlace): KeywordVerdict | null {
  const words = normaliseKeyword(text).split(' ').filter(Boolean);
  if (words.length === 0) return null;
  return findStop(words, place) ?? findOwn(words, place) ?? findOther(words, place) ?? findUnsure(words, place);
}

const lookUp = (words: readonly string[], kinds: readonly Keyword['kind'][], { country }: KeywordPlace) =>
  table
    .get(words.join(''))
    ?.find(
      ({ kind, countries }) =>
        kinds.includes(kind) && (countries === null || (country !== null && countries.includes(country))),
    );

function findStop(words: readonly string[], place: KeywordPlace): KeywordVerdict | null {
  const whole = lookUp(words, ['stop'], place);
  if (whole !== undefined) return stopOf(whole, words);
  const isAdded = (word: string | undefined) => word !== undefined && (fillers.has(word) || everything.has(word));
  const bare = trim(words, isAdded);
  const alone = bare.length === 0 ? undefined : lookUp(bare, ['stop'], place);
  if (alone !== undefined) return stopOf(alone, words);
  for (let head = 1; head < words.length; head += 1) {
    const leading = lookUp(words.slice(0, head), ['stop'], place);
    if (leading?.leads && words.length - head <= BEHIND) return stopOf(leading, words);
  }
  return findWish(words);
}

function stopOf({ scope, word, language }: Keyword, words: readonly string[]): KeywordVerdict {
  const isAll = words.some((one) => everything.has(one)) && !words.some((one) => marketing.has(one));
  return { kind: 'stop', scope: isAll ? 'all' : scope, keyword: word, language, own: null };
}

function findWish(words: readonly string[]): KeywordVerdict | null {
  const text = ` ${words.slice(0, SEARCHED_WORDS).join(' ')} `;
  for (const wish of wishes) {
    // Chinese has no blanks between words.
    const at = text.indexOf(wish.language === 'zh' ? wish.folded : ` ${wish.folded} `);
    if (at < 0) continue;
    const before = text.slice(0, at).trim().split(' ').at(-1) ?? '';
    const isPlain = words.length <= PLAIN_WORDS && !negations.has(before);
    const { language, text: keyword } = wish;
    return { kind: isPlain ? 'stop' : 'unsure', scope: 'marketing', keyword, language, own: null };
  }
  return null;
}

function findOwn(words: readonly string[], { number, own }: KeywordPlace): KeywordVerdict | null {
  const key = words.join('');
  const fitting = own.filter((one) => squeeze(normaliseKeyword(one.word)) === key);
  const found =
    fitting.find((one) => one.number !== null && digits(one.number) === digits(number)) ??
    fitting.find((one) => one.number === null);
  if (found === undefined) return null;
  const { kind, word } = found;
  return { kind, scope: kind === 'stop' ? 'marketing' : null, keyword: word, language: null, own: found };
}

function findOther(words: readonly string[], place: KeywordPlace): KeywordVerdict | null {
  const bare = trim(words, (word) => word !== undefined && polite.has(word));
  const found = bare.length === 0 ? undefined : lookUp(bare, ['start', 'help'], place);
  if (found === undefined) return null;
  return { kind: found.kind, scope: null, keyword: found.word, language: found.language, own: null };
}

/** A strong word of a stop anywhere in a text that is not too long: somebody shall look. */
function findUnsure(words: readonly string[], place: KeywordPlace): KeywordVerdict | null {
  for (const word of words.slice(0, SEARCHED_WORDS)) {
    const found = lookUp([word], ['stop'], place);
    if (found?.leads) {
      return { kind: 'unsure', scope: 'marketing', keyword: found.word, language: found.language, own: null };
    }
  }
  return null;
}

/** Without what `isAdded` says is added, at both ends. */
function trim(words: readonly string[], isAdded: (word: string | undefined) => boolean): readonly string[] {
  let from = 0;
  let to = words.length;
  while (from < to && isAdded(words[from])) from += 1;
  while (to > from && isAdded(words[to - 1])) to -= 1;
  return words.slice(from, to);
}

const digits = (number: string): string => number.replace(/\D/g, '');
