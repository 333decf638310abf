import { decodeEntities, readAttributes, walkHtml } from '../templates/walk-html.ts';
import { maskBraces, outsideBraces, splitBraces } from './braces.ts';

/** A piece of what a text of a mail says, in its order: words, what is in braces, the end of a line, an element that opens or closes. */
export type Piece =
  | { kind: 'words'; text: string }
  | { kind: 'braces'; text: string }
  | { kind: 'break' }
  /** `rest` is the tag behind its name, as it stands. */
  | { kind: 'open'; name: string; rest: string }
  | { kind: 'close'; name: string };

/** Elements that a text may hold to be written in sight; whatever holds others is written as HTML. */
export const WORD_ELEMENTS: ReadonlySet<string> = new Set(
  'a b strong i em u s span small sup sub p h1 h2 h3 h4 ul ol li'.split(' '),
);
const BLOCKS: ReadonlySet<string> = new Set('p h1 h2 h3 h4 ul ol li'.split(' '));

/** Reads the HTML of a text into its pieces, or null where it holds more than can be written in sight: other elements, comments, tags that do not fit. */
export function readWords(html: string): Piece[] | null {
  const masked = maskBraces(html);
  const pieces: Piece[] = [];
  const open: string[] = [];
  let seen = 0;
  let isPlain = true;
  const reach = (at: number, end: number): void => {
    if (at !== seen) isPlain = false;
    seen = end;
  };
  walkHtml(masked, {
    open(name, _attributes, at, isClosed, end) {
      reach(at, end);
      if (name === 'br') {
        pieces.push({ kind: 'break' });
        return;
      }
      if (!WORD_ELEMENTS.has(name) || isClosed) isPlain = false;
      pieces.push({ kind: 'open', name, rest: html.slice(at + 1 + name.length, end - 1) });
      open.push(name);
    },
    close(name, at, end) {
      reach(at, end);
      if (open.pop() !== name) isPlain = false;
      pieces.push({ kind: 'close', name });
    },
    text(raw, at) {
      reach(at, at + raw.length);
      if (holdsStrange(raw)) isPlain = false;
      for (const { isBraces, text } of splitBraces(html.slice(at, at + raw.length))) {
        if (isBraces) pieces.push({ kind: 'braces', text });
        else pieces.push({ kind: 'words', text: decodeEntities(text.replace(/[ \t\r\n]+/g, ' ')) });
      }
    },
  });
  if (!isPlain || seen !== html.length || open.length > 0) return null;
  return tidy(pieces);
}

/** Whether a text names a character that would not come back as it is. */
const holdsStrange = (raw: string): boolean =>
  (raw.match(/&[a-zA-Z][a-zA-Z0-9]*;/g) ?? []).some((name) => ['', name].includes(decodeEntities(name)));

const isEdge = (piece: Piece | undefined): boolean =>
  piece === undefined ||
  piece.kind === 'break' ||
  ((piece.kind === 'open' || piece.kind === 'close') && BLOCKS.has(piece.name));

/** Without the spaces that no reader shows: at the ends of a line. Pieces of words that lie beside one another are one. */
function tidy(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'words' && last?.kind === 'words') last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined.flatMap((piece, index): Piece[] => {
    if (piece.kind !== 'words') return [piece];
    let { text } = piece;
    if (isEdge(joined[index - 1])) text = text.replace(/^ +/, '');
    if (isEdge(joined[index + 1])) text = text.replace(/ +$/, '');
    return text === '' ? [] : [{ kind: 'words', text }];
  });
}

/** Writes pieces as HTML again. */
export function printWords(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'break') return '<br />';
      if (piece.kind === 'open') return `<${piece.name}${piece.rest}>`;
      if (piece.kind === 'close') return `</${piece.name}>`;
      if (piece.kind === 'braces') return piece.text;
      return piece.text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('\u00a0', '&nbsp;');
    })
    .join('');
}

/** What a text says without its looks, on one line: to name it by. */
export function plainWords(html: string): string {
  let said = '';
  walkHtml(maskBraces(html), {
    text: (raw, at) => {
      said += outsideBraces(html.slice(at, at + raw.length), decodeEntities);
    },
    open: (name) => {
      if (name === 'br' || BLOCKS.has(name)) said += ' ';
    },
  });
  return said.replace(/\s+/g, ' ').trim();
}

/** The attributes in the rest of a tag, what is in braces as it is. */
export function attributesOfRest(rest: string): Map<string, string> {
  const { attributes } = readAttributes(maskBraces(rest), 0);
  return new Map(
    attributes.map(({ name, value, valueFrom }) => [
      name,
      outsideBraces(rest.slice(valueFrom, valueFrom + value.length), decodeEntities),
    ]),
  );
}

/** The rest of a tag that leads to an address. */
export const linkRest = (href: string): string =>
  ` href="${outsideBraces(href, (part) => part.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;'))}"`;
