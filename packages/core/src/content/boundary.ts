// One fixed locale: grapheme rules do not depend on it, and the result must not depend on the machine.
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** True for code units that never join their neighbour into one grapheme when the neighbour is one of them too. */
function standsAlone(codeUnit: number): boolean {
  if (codeUnit < 0x300) return codeUnit !== 0x0d && codeUnit !== 0x0a;
  if (codeUnit < 0x530) return codeUnit < 0x483 ? codeUnit >= 0x370 : codeUnit >= 0x48a;
  if (codeUnit < 0x3001) return codeUnit >= 0x2010 && codeUnit < 0x2028;
  if (codeUnit < 0x3041) return codeUnit < 0x302a;
  if (codeUnit < 0x3097) return true;
  if (codeUnit < 0x30ff) return codeUnit >= 0x30a1;
  if (codeUnit < 0xac00) return codeUnit >= 0x4e00 && codeUnit < 0xa000;
  if (codeUnit < 0xd7a4) return true;
  return codeUnit >= 0xff01 && codeUnit < 0xff5f;
}

/**
 * The last place at or before `edge` where a text may be cut without splitting a grapheme (emoji sequence, flag, combining mark).
 * A grapheme that fills everything from `start` to `edge` is cut all the same, but never inside a surrogate pair.
 */
export function cutBefore(text: string, start: number, edge: number): number {
  if (standsAlone(text.charCodeAt(edge - 1)) && standsAlone(text.charCodeAt(edge))) return edge;
  const cluster = graphemes.segment(text).containing(edge);
  if (cluster !== undefined && cluster.index > start) return cluster.index;
  const splitsPair = (text.charCodeAt(edge) & 0xfc00) === 0xdc00 && (text.charCodeAt(edge - 1) & 0xfc00) === 0xd800;
  return splitsPair ? edge - 1 : edge;
}
