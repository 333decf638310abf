/** A part of a text: what stands in braces, which Liquid reads, or what stands between. */
export interface BracePart {
  isBraces: boolean;
  text: string;
}

/** Splits a text at its braces. What is never closed is text. */
export function splitBraces(text: string): BracePart[] {
  const parts: BracePart[] = [];
  const begin = /\{[{%]/g;
  // Once one kind of end was not found, it is nowhere behind: work stays linear in the length.
  const ends = { '{': true, '%': true };
  let from = 0;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const kind = match[0] === '{{' ? '{' : '%';
    const end = ends[kind] ? text.indexOf(kind === '{' ? '}}' : '%}', match.index + 2) : -1;
    if (end < 0) {
      ends[kind] = false;
      continue;
    }
    if (match.index > from) parts.push({ isBraces: false, text: text.slice(from, match.index) });
    from = end + 2;
    parts.push({ isBraces: true, text: text.slice(match.index, from) });
    begin.lastIndex = from;
  }
  if (from < text.length) parts.push({ isBraces: false, text: text.slice(from) });
  return parts;
}

/** The source with a dot for each character in braces, so that every place stays where it is and no sign in them is read as markup. */
export const maskBraces = (source: string): string =>
  splitBraces(source)
    .map(({ isBraces, text }) => (isBraces ? '·'.repeat(text.length) : text))
    .join('');

/** Changes a text everywhere but in its braces. */
export const outsideBraces = (text: string, change: (part: string) => string): string =>
  splitBraces(text)
    .map((part) => (part.isBraces ? part.text : change(part.text)))
    .join('');
