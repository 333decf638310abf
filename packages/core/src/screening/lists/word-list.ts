/** A phrase that a list lets pass, although a word of it is on the list: who looked at it, when, and why it is harmless. */
export interface ReviewedException {
  phrase: string;
  reviewedAt: string;
  because: string;
}

/** Words that must not be in a text, by country, language and what they are about. `word*` is all words that begin so. */
export interface WordList {
  /** Country and topic, such as `id.gambling`. */
  id: string;
  /** BCP 47. */
  language: string;
  /** Raised with every change. */
  version: number;
  words: readonly string[];
  exceptions: readonly ReviewedException[];
}
