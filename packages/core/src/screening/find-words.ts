import { type FoldedText, foldText } from './fold-text.ts';

/** A word that was found: which, and where in the text that was given (UTF-16 units, the end excluded). */
export interface WordHit<Label> {
  label: Label;
  start: number;
  end: number;
}

/** What is looked for: a word or a phrase; `word*` is all words that begin so. */
export interface LookedFor<Label> {
  word: string;
  label: Label;
}

interface Pattern<Label> {
  length: number;
  isStem: boolean;
  label: Label;
}

interface Node<Label> {
  next: Map<number, Node<Label>>;
  /** Where to go on when nothing follows: the longest end of what was read that begins a word. */
  fallback: Node<Label> | null;
  found: Pattern<Label>[];
}

const LETTER = /\p{L}/u;
const newNode = <Label>(): Node<Label> => ({ next: new Map(), fallback: null, found: [] });

/** Finds all of many words at once. */
export type WordFinder<Label> = (folded: FoldedText) => WordHit<Label>[];

/**
 * Builds a finder (Aho and Corasick, 1975) over folded text: its time grows with the text and what is found, not with the words. Words are
 * folded like texts, and found as whole words only. A word that folds to nothing is never found.
 */
export function findWordsOf<Label>(words: readonly LookedFor<Label>[]): WordFinder<Label> {
  const root = newNode<Label>();
  for (const { word, label } of words) {
    const isStem = word.endsWith('*');
    const { text } = foldText(isStem ? word.slice(0, -1) : word);
    const trimmed = text.trim();
    if (trimmed === '') continue;
    let node = root;
    for (let index = 0; index < trimmed.length; index += 1) {
      const unit = trimmed.charCodeAt(index);
      const next = node.next.get(unit) ?? newNode<Label>();
      node.next.set(unit, next);
      node = next;
    }
    node.found.push({ length: trimmed.length, isStem, label });
  }
  linkFallbacks(root);
  return (folded) => search(root, folded);
}

function linkFallbacks<Label>(root: Node<Label>): void {
  const queue: Node<Label>[] = [];
  for (const child of root.next.values()) {
    child.fallback = root;
    queue.push(child);
  }
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    for (const [unit, child] of node.next) {
      child.fallback = step(node.fallback ?? root, unit, root);
      child.found.push(...child.fallback.found);
      queue.push(child);
    }
  }
}

function step<Label>(from: Node<Label>, unit: number, root: Node<Label>): Node<Label> {
  for (let node: Node<Label> | null = from; node !== null; node = node.fallback) {
    const next = node.next.get(unit);
    if (next !== undefined) return next;
  }
  return root;
}

function search<Label>(root: Node<Label>, { text, starts, ends }: FoldedText): WordHit<Label>[] {
  const hits: WordHit<Label>[] = [];
  let node = root;
  for (let index = 0; index < text.length; index += 1) {
    node = step(node, text.charCodeAt(index), root);
    for (const { length, isStem, label } of node.found) {
      const first = index - length + 1;
      const isWhole = !isLetterAt(text, first - 1) && (isStem || !isLetterAt(text, index + 1));
      if (isWhole) hits.push({ label, start: starts[first] ?? 0, end: ends[index] ?? 0 });
    }
  }
  return hits;
}

function isLetterAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code < 0x80 ? code >= 0x61 && code <= 0x7a : LETTER.test(text.charAt(index));
}
