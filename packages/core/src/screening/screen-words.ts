import { findWordsOf, type WordFinder, type WordHit } from './find-words.ts';
import type { FoldedText } from './fold-text.ts';
import { WORD_LISTS } from './lists/index.ts';

/** Finds words of some lists in a folded text, but those that stand in a phrase which was found harmless: the list of each, in their order. */
export type WordScreen = (folded: FoldedText) => WordHit<string>[];

/** Builds a screen of lists, by their ids; `exceptions` are phrases that pass beside those the lists let pass. Unknown lists hold no words. */
export function wordScreenOf(lists: readonly string[], exceptions: readonly string[]): WordScreen {
  const found = lists.flatMap((id) => WORD_LISTS.get(id) ?? []);
  const find = findWordsOf(found.flatMap(({ id, words }) => words.map((word) => ({ word, label: id }))));
  const own = found.flatMap((list) => list.exceptions.map(({ phrase }) => phrase));
  const pass: WordFinder<null> = findWordsOf([...own, ...exceptions].map((word) => ({ word, label: null })));
  return (folded) => {
    const hits = find(folded);
    if (hits.length === 0) return hits;
    const harmless = pass(folded);
    return hits
      .filter(({ start, end }) => !harmless.some((phrase) => phrase.start <= start && end <= phrase.end))
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
  };
}
