import type { DltTemplate } from './parse-template.ts';
import { type Token, tokensOf } from './tokens.ts';

/** The places of a text at which something of a template may begin or end. */
export interface TextNodes {
  /** Offsets, rising, the first 0 and the last the length of the text. */
  offsets: readonly number[];
  /** The node at an offset, or -1. */
  at: Int32Array;
  /** The token that begins at a node; undefined inside a token and at the end. */
  tokenAt: readonly (Token | undefined)[];
  /** The kind of what lies between a node and the next. */
  kinds: readonly Token['kind'][];
  /** Whether the node stands between two tokens. */
  isEdge: readonly boolean[];
}

/**
 * The edges of the tokens of a text, and within a word the edges of fixed text that stands beside a placeholder without a space: in `ORD{#numeric#}` the
 * value begins inside the word.
 */
export function nodesOf(text: string, template: DltTemplate): TextNodes {
  const tokens = tokensOf(text);
  const glued = [...new Set(template.rows.flatMap((row) => gluedText(row)))];
  const within = new Set<number>();
  for (const token of tokens) if (token.kind === 'word') cut(token, glued, within);
  const byStart = new Map(tokens.map((token) => [token.start, token]));
  const offsets = [...new Set([...byStart.keys(), ...within, text.length])].sort((a, b) => a - b);
  const at = new Int32Array(text.length + 1).fill(-1);
  for (const [index, offset] of offsets.entries()) at[offset] = index;
  const isEdge = offsets.map((offset) => offset === text.length || byStart.has(offset));
  return {
    offsets,
    at,
    tokenAt: offsets.map((offset) => byStart.get(offset)),
    kinds: offsets.map((offset) => byStart.get(offset)?.kind ?? 'word'),
    isEdge,
  };
}

function gluedText(row: DltTemplate['rows'][number]): string[] {
  return row.kind === 'fixed' && (row.gluedLeft || row.gluedRight) ? [row.token.text] : [];
}

function cut(token: Token, glued: readonly string[], into: Set<number>): void {
  for (const piece of glued) {
    for (let from = token.text.indexOf(piece); from !== -1; from = token.text.indexOf(piece, from + 1)) {
      for (const offset of [token.start + from, token.start + from + piece.length]) {
        if (offset > token.start && offset < token.end) into.add(offset);
      }
    }
  }
}
