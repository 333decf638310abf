import { attributesOfRest, linkRest, type Piece, splitBraces, WORD_ELEMENTS } from '@signalbox/core/mail-tree';

/** Where an element of the editor keeps what the source says of it: its tag behind the name, or what stands in braces. */
const REST = 'rest';
const BRACES = 'braces';

/** What a pair of braces is called in sight: the variable it prints, or all of it. */
export const nameOfBraces = (text: string): string => /^\{\{-?\s*([a-z][a-z0-9_]*)/.exec(text)?.[1] ?? text;

/** A pair of braces in the editor: one thing that is moved and removed as a whole. */
export function bracesElement(text: string, className: string): HTMLElement {
  const shown = document.createElement('span');
  shown.dataset[BRACES] = text;
  shown.contentEditable = 'false';
  shown.className = className;
  shown.textContent = nameOfBraces(text);
  return shown;
}

/** A link in the editor, which leads nowhere while it is written. */
export function linkElement(href: string): HTMLElement {
  const link = document.createElement('a');
  link.dataset[REST] = linkRest(href);
  link.title = href;
  link.textContent = href;
  return link;
}

/** Puts pieces into the editor. Elements are made one by one from a short list, and nothing of the source becomes an attribute that a browser acts on. */
export function fillEditor(root: HTMLElement, pieces: readonly Piece[], bracesClass: string): void {
  root.replaceChildren();
  const open: HTMLElement[] = [root];
  for (const piece of pieces) {
    const parent = open.at(-1) ?? root;
    if (piece.kind === 'close') open.pop();
    else if (piece.kind === 'break') parent.append(document.createElement('br'));
    else if (piece.kind === 'words') parent.append(piece.text);
    else if (piece.kind === 'braces') parent.append(bracesElement(piece.text, bracesClass));
    else {
      const element = document.createElement(piece.name);
      element.dataset[REST] = piece.rest;
      const href = piece.name === 'a' ? attributesOfRest(piece.rest).get('href') : undefined;
      if (href !== undefined) element.title = href;
      parent.append(element);
      open.push(element);
    }
  }
  // A line that ends the text is seen only when something stands on it.
  if (root.lastChild?.nodeName === 'BR') root.append(document.createElement('br'));
}

/** Reads the editor as pieces: what the browser made of typing comes out as the short list of elements, too. */
export function readEditor(root: HTMLElement): Piece[] {
  const pieces: Piece[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) {
      // Where spaces stay, browsers end a line by a sign in the text.
      for (const [index, line] of node.data.replaceAll('\u200b', '').split('\n').entries()) {
        if (index > 0) pieces.push({ kind: 'break' });
        for (const { isBraces, text } of splitBraces(line)) pieces.push({ kind: isBraces ? 'braces' : 'words', text });
      }
      return;
    }
    if (!(node instanceof HTMLElement)) return;
    const braces = node.dataset[BRACES];
    if (braces !== undefined) {
      pieces.push({ kind: 'braces', text: braces });
      return;
    }
    const name = node.localName;
    if (name === 'br') {
      pieces.push({ kind: 'break' });
      return;
    }
    const rest = restOf(node);
    if (rest === undefined) {
      // A line of its own that the browser made.
      if (name === 'div' && pieces.length > 0 && pieces.at(-1)?.kind !== 'break') pieces.push({ kind: 'break' });
      node.childNodes.forEach(walk);
      return;
    }
    pieces.push({ kind: 'open', name, rest });
    node.childNodes.forEach(walk);
    pieces.push({ kind: 'close', name });
  };
  root.childNodes.forEach(walk);
  // Browsers keep one line end more than is seen at the end of an editor.
  if (pieces.at(-1)?.kind === 'break') pieces.pop();
  return pieces;
}

/** The tag of an element behind its name, or undefined for what is no element of a text. */
function restOf(element: HTMLElement): string | undefined {
  const rest = element.dataset[REST];
  if (rest !== undefined) return rest;
  const href = element.getAttribute('href');
  if (element.localName === 'a') return href === null ? undefined : linkRest(href);
  return element.localName !== 'span' && WORD_ELEMENTS.has(element.localName) ? '' : undefined;
}
