import { BR_LISTS } from './br.ts';
import { ID_LISTS } from './id.ts';
import type { WordList } from './word-list.ts';

/** The lists of words, by their ids. */
export const WORD_LISTS: ReadonlyMap<string, WordList> = new Map(
  [...ID_LISTS, ...BR_LISTS].map((list) => [list.id, list]),
);
