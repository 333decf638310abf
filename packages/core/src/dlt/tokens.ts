/** What a token is made of: letters and digits, one white space, or one other sign. */
export type TokenKind = 'word' | 'space' | 'sign';

/** A stretch of text that is compared as a whole. Offsets are UTF-16 units. */
export interface Token {
  text: string;
  start: number;
  end: number;
  kind: TokenKind;
}

const TOKEN = /(?<word>[\p{L}\p{M}\p{N}]+)|(?<space>\s)|[\s\S]/gu;

/** Cuts a text into words, single white spaces and single signs; together they are the text. */
export function tokensOf(text: string, offset = 0): Token[] {
  return Array.from(
    text.matchAll(TOKEN),
    ({ 0: found, index, groups }): Token => ({
      text: found,
      start: offset + index,
      end: offset + index + found.length,
      kind: groups?.word !== undefined ? 'word' : groups?.space !== undefined ? 'space' : 'sign',
    }),
  );
}

/** Line ends as LF and composed characters (NFC): the only differences that no operator makes anything of. */
export function normalizeDltText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}

// What word processors and phones put in place of the plain sign: the usual cause of a mismatch (domain: 1.6).
const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '″': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '.',
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
};

/** Whether two signs or spaces look alike and are not the same. */
export function looksAlike(one: string, other: string): boolean {
  return one !== other && (PLAIN[one] ?? one) === (PLAIN[other] ?? other);
}
