export { findCards, passesLuhn, type Span } from './find-cards.ts';
export { findLinks, type LinkHit } from './find-links.ts';
export { findPhones } from './find-phones.ts';
export { findWordsOf, type LookedFor, type WordFinder, type WordHit } from './find-words.ts';
export { type FoldedText, foldText } from './fold-text.ts';
export { type ForeignLink, findForeignLinks, type LinkedContent, readDomain } from './link-domains.ts';
export { WORD_LISTS } from './lists/index.ts';
export type { ReviewedException, WordList } from './lists/word-list.ts';
export { type WordScreen, wordScreenOf } from './screen-words.ts';
