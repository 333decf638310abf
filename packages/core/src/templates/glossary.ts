import type { GlossaryTerm } from '@signalbox/contracts';
import { chooseLocale } from './locales.ts';

/** A term that a translation calls something else, and what it must say. */
export interface TermFault {
  term: string;
  expected: string;
}

/** A language that no entry can have: what holds where no other entry does. */
const ANY = '*';

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
/** Scripts that put no space between words: a letter beside a term says nothing of where it ends. */
const isUnspaced = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(character);

/** A text in small letters, each in its place: a letter that would become two stays. */
export const fold = (text: string): string =>
  text.replace(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));

/** Where a text says a term as words of their own, whatever the case; places do not overlap. */
export function placesOf(text: string, term: string): number[] {
  const [where, what] = [fold(text), fold(term)];
  const found: number[] = [];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const [before, first] = [where[at - 1], what[0]];
    const [last, after] = [what.at(-1), where[at + what.length]];
    const joins = (one: string | undefined, other: string | undefined) =>
      isLetter(one) && isLetter(other) && !isUnspaced(one) && !isUnspaced(other);
    const isOwn = !joins(before, first) && !joins(last, after);
    if (isOwn && at >= (found.at(-1) ?? -what.length) + what.length) found.push(at);
  }
  return found;
}

/** Whether a text says a term as words of their own, whatever the case. */
export const says = (text: string, term: string): boolean => placesOf(text, term).length > 0;

/** The entry that holds for each term in a language: that of the nearest language. */
export function nearestTerms(locale: string, glossary: readonly GlossaryTerm[]): GlossaryTerm[] {
  const byTerm = Map.groupBy(glossary, ({ term }) => term.toLowerCase());
  return [...byTerm.values()].flatMap((entries) => {
    const nearest = chooseLocale(
      locale,
      entries.map((entry) => entry.locale ?? ANY),
      ANY,
    );
    return entries.filter((entry) => (entry.locale ?? ANY) === nearest).slice(0, 1);
  });
}

/**
 * The terms that the default language says and a translation does not call as the glossary has it. The entry of the nearest language holds;
 * a translation may go on in the word, for languages bend words, while what is never translated stands as it is, letter by letter.
 */
export function judgeTerms(
  translation: string,
  standard: string,
  locale: string,
  glossary: readonly GlossaryTerm[],
): TermFault[] {
  return nearestTerms(locale, glossary).flatMap(({ term, translation: called }) => {
    if (!says(standard, term)) return [];
    const isSaid =
      called === null ? translation.includes(term) : translation.toLowerCase().includes(called.toLowerCase());
    return isSaid ? [] : [{ term, expected: called ?? term }];
  });
}
