import { Tokenizer } from 'liquidjs';
import { readSource, type SourceFault } from './grammar.ts';

/** A source with everything in braces put away: what only shapes or translates text sees words in its place, and gives them back. */
export interface ProtectedSource {
  /** The source with a word in the place of each mark. A mark of several lines leaves as many lines behind. */
  text: string;
  /** The marks in their order, as they stand in the source. */
  marks: readonly string[];
  /** The numbers of the marks a text holds, in its order. */
  marksIn(text: string): number[];
  /** A text with the marks back in it. */
  restore(text: string): string;
}

/** Puts the marks of a source away, or says what keeps it from being read. */
export function protectMarks(
  source: string,
): { ok: true; source: ProtectedSource } | { ok: false; fault: SourceFault & { at: number } } {
  const read = readSource(source);
  if (!read.ok) return { ok: false, fault: { at: 0, ...read.fault } };
  let word = 'SBMARK';
  while (source.includes(word)) word += 'X';
  const marks: string[] = [];
  let text = '';
  let from = 0;
  for (const token of new Tokenizer(source).readTopLevelTokens()) {
    if (!('content' in token)) continue;
    const mark = source.slice(token.begin, token.end);
    text += `${source.slice(from, token.begin)}${word}${marks.length}E${'\n'.repeat(mark.split('\n').length - 1)}`;
    marks.push(mark);
    from = token.end;
  }
  text += source.slice(from);
  const pattern = new RegExp(`${word}(\\d+)E`, 'g');
  return {
    ok: true,
    source: {
      text,
      marks,
      marksIn: (given) => [...given.matchAll(pattern)].map((match) => Number(match[1])),
      restore: (given) => given.replace(pattern, (whole, number) => marks[Number(number)] ?? whole),
    },
  };
}
