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

/** Whether a text says a term as words of their own, whatever the case. */
export function says(text: string, term: string): boolean {
  const [within, wanted] = [text.toLowerCase(), term.toLowerCase()];
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1)) {
    const [before, first] = [within[at - 1], wanted[0]];
    const [last, after] = [wanted.at(-1), within[at + wanted.length]];
    const joins = (one: string | undefined, other: string | undefined) =>
      isLetter(one) && isLetter(other) && !isUnspaced(one) && !isUnspaced(other);
    if (!joins(before, first) && !joins(last, after)) return true;
  }
  return false;
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
  const byTerm = Map.groupBy(glossary, ({ term }) => term.toLowerCase());
  return [...byTerm.values()].flatMap((entries) => {
    const nearest = chooseLocale(
      locale,
      entries.map((entry) => entry.locale ?? ANY),
      ANY,
    );
    const entry = entries.find((one) => (one.locale ?? ANY) === nearest);
    if (entry === undefined || !says(standard, entry.term)) return [];
    const { term, translation: called } = entry;
    const isSaid =
      called === null ? translation.includes(term) : translation.toLowerCase().includes(called.toLowerCase());
    return isSaid ? [] : [{ term, expected: called ?? term }];
  });
}
