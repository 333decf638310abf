import { foldText } from '../screening/fold-text.ts';

/**
 * A text as keywords are compared: case, accents and letters of other scripts that look alike folded, apostrophes dropped, all other signs and
 * blanks one blank. "Stop.", "ＳＴＯＰ!" and "S-T-O-P" are one.
 */
export const normaliseKeyword = (text: string): string =>
  foldText(text.replace(/['’‘`´]/g, ''))
    .text.replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
