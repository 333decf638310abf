import { readAttributes } from '../templates/walk-html.ts';
import { maskBraces, outsideBraces } from './braces.ts';
import { innerOf, type MailNode, type MailTree, nodeAt, nodesIn, outerOf, readMailTree } from './read-tree.ts';

/** A changed source, and where what was changed stands in it. */
export interface Edited {
  source: string;
  path: readonly number[];
}

/** What an element of a mail holds; what is not named here holds parts that only code can change. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  'mj-body': ['mj-section', 'mj-wrapper'],
  'mj-wrapper': ['mj-section'],
  'mj-section': ['mj-column'],
  'mj-column': ['mj-text', 'mj-button', 'mj-image', 'mj-divider', 'mj-spacer', 'mj-social', 'mj-raw'],
};

const splice = (source: string, from: number, to: number, by: string): string =>
  source.slice(0, from) + by + source.slice(to);

/** A text as the value of an attribute; what is in braces stays as it is. */
const asValue = (text: string): string =>
  outsideBraces(text, (part) =>
    part.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
  );

/** Sets an attribute of a node, or takes it away. Everything else keeps its bytes. */
export function setAttribute(tree: MailTree, node: MailNode, name: string, value: string | undefined): string {
  const { source } = tree;
  const behindName = node.from + 1 + node.name.length;
  const places = readAttributes(maskBraces(source), behindName).attributes;
  const place = places.findLast((one) => one.name === name);
  if (value === undefined) {
    if (place === undefined) return source;
    const before = source.slice(0, place.from);
    return splice(source, before.trimEnd().length, place.to, '');
  }
  const written = `${name}="${asValue(value)}"`;
  if (place !== undefined) return splice(source, place.from, place.to, written);
  const at = places.at(-1)?.to ?? behindName;
  return splice(source, at, at, ` ${written}`);
}

/** Puts HTML into a node in the place of what it holds. The white space at its ends stays. */
export function setInner(tree: MailTree, node: MailNode, html: string): string {
  const inner = innerOf(tree, node);
  const blank = inner.trim() === '';
  const before = blank ? '' : inner.slice(0, inner.length - inner.trimStart().length);
  const after = blank ? '' : inner.slice(inner.trimEnd().length);
  return putInner(tree, node, before + html + after);
}

/** A tag that is closed at once is opened for what is put in. */
function putInner({ source }: MailTree, node: MailNode, inner: string): string {
  if (node.to > node.innerTo) return splice(source, node.innerFrom, node.innerTo, inner);
  const name = source.slice(node.from + 1, node.from + 1 + node.name.length);
  const tag = source.slice(node.from, node.to).replace(/\s*\/?>$/, '');
  return splice(source, node.from, node.to, `${tag}>${inner}</${name}>`);
}

/** White space from what stands before a node to the node itself: it goes wherever the node goes. */
function gapBefore(tree: MailTree, parent: MailNode, index: number): string {
  const node = parent.children[index];
  if (node === undefined) return '';
  const before = parent.children[index - 1]?.to ?? parent.innerFrom;
  return tree.source.slice(before, node.from);
}

/** Puts markup into a parent as its child of a number, on a line of its own where its neighbours have one. */
export function insertNode(tree: MailTree, parentPath: readonly number[], index: number, markup: string): Edited {
  const parent = nodeAt(tree, parentPath);
  if (parent === undefined) return { source: tree.source, path: parentPath };
  const neighbour = parent.children.length === 0 ? undefined : gapBefore(tree, parent, Math.max(0, index - 1));
  const own = `\n${indentOf(tree, parent)}  `;
  const gap = neighbour ?? own;
  const lines = markup.replaceAll('\n', gap.includes('\n') ? gap.slice(gap.lastIndexOf('\n')) : '\n');
  const { source, at } = putUnit(tree, parent, index, gap, lines);
  return edited(source, at, parentPath);
}

/** The white space a line begins with, up to a node. */
function indentOf({ source }: MailTree, { from }: MailNode): string {
  const line = source.slice(source.lastIndexOf('\n', from - 1) + 1, from);
  return /^\s*/.exec(line)?.[0] ?? '';
}

/** Puts a node and the white space before it into a parent; `at` is where the node begins then. */
function putUnit(tree: MailTree, parent: MailNode, index: number, gap: string, node: string) {
  const place = parent.children[index - 1]?.to ?? parent.innerFrom;
  const tail = innerOf(tree, parent) === '' && gap.includes('\n') ? `\n${indentOf(tree, parent)}` : '';
  const unit = gap + node + tail;
  if (parent.to > parent.innerTo) {
    return { source: splice(tree.source, place, place, unit), at: place + gap.length };
  }
  const source = putInner(tree, parent, unit);
  return { source, at: source.indexOf('>', parent.from) + 1 + gap.length };
}

/** A changed source, with the path of what begins at a place in it: parts that were loose on both sides may have become one. */
function edited(source: string, at: number, otherwise: readonly number[]): Edited {
  const tree = readMailTree(source);
  const around = tree === null ? [] : nodesIn(tree.root).filter(({ from, to }) => from <= at && at < to);
  const found = around.find(({ from }) => from === at) ?? around.at(-1);
  return { source, path: found?.path ?? otherwise };
}

/** Takes a node away, and the white space before it. */
export function removeNode(tree: MailTree, path: readonly number[]): Edited {
  const found = withParent(tree, path);
  if (found === undefined) return { source: tree.source, path };
  const { node, parent, index } = found;
  const from = node.from - gapBefore(tree, parent, index).length;
  const source = splice(tree.source, from, node.to, '');
  const [before, behind] = [parent.children[index - 1], parent.children[index + 1]];
  const near = behind === undefined ? before?.from : behind.from - (node.to - from);
  return near === undefined ? { source, path: parent.path } : edited(source, near, parent.path);
}

/** The same node once more, behind itself. */
export function repeatNode(tree: MailTree, path: readonly number[]): Edited {
  const found = withParent(tree, path);
  if (found === undefined) return { source: tree.source, path };
  const { node, parent, index } = found;
  const gap = gapBefore(tree, parent, index);
  return edited(splice(tree.source, node.to, node.to, gap + outerOf(tree, node)), node.to + gap.length, path);
}

function withParent(tree: MailTree, path: readonly number[]) {
  const parent = nodeAt(tree, path.slice(0, -1));
  const index = path.at(-1) ?? -1;
  const node = parent?.children[index];
  return parent === undefined || node === undefined ? undefined : { node, parent, index };
}

/** Whether a node may stand in a parent: where its kind belongs, or where it is now. */
export function mayStandIn(tree: MailTree, node: MailNode, parent: MailNode): boolean {
  const isWithin = node.path.every((step, depth) => parent.path[depth] === step);
  if (isWithin) return false;
  const now = nodeAt(tree, node.path.slice(0, -1));
  return parent === now || (HOLDS[parent.name]?.includes(node.name) ?? false) || parent.name === now?.name;
}

/**
 * Moves a node to another place: before the child of that number, as they are counted now. The node and the white space before it go
 * together, and every other byte of the source stays in its order.
 */
export function moveNode(tree: MailTree, path: readonly number[], to: readonly number[], index: number): Edited {
  const found = withParent(tree, path);
  const target = nodeAt(tree, to);
  if (found === undefined || target === undefined || !mayStandIn(tree, found.node, target)) {
    return { source: tree.source, path };
  }
  const { node, parent } = found;
  const isSame = parent.path.join() === target.path.join();
  if (isSame && (index === found.index || index === found.index + 1)) return { source: tree.source, path };
  const gap = gapBefore(tree, parent, found.index);
  const from = node.from - gap.length;
  const isBefore = (target.children[index - 1]?.to ?? target.innerFrom) <= from;
  const put = putUnit(tree, target, index, gap, outerOf(tree, node));
  const shift = isBefore ? put.source.length - tree.source.length : 0;
  const source = splice(put.source, from + shift, node.to + shift, '');
  return edited(source, isBefore ? put.at : put.at - (node.to - from), to);
}

/** Moves a node one place up (-1) or down (1): past its neighbour, or into the next part that may hold it. Null where there is none. */
export function stepNode(tree: MailTree, path: readonly number[], step: -1 | 1): Edited | null {
  const found = withParent(tree, path);
  if (found === undefined) return null;
  const { node, parent, index } = found;
  const next = index + step;
  if (next >= 0 && next < parent.children.length) {
    return moveNode(tree, path, parent.path, step < 0 ? next : next + 1);
  }
  const above = withParent(tree, parent.path);
  if (above !== undefined && mayStandIn(tree, node, above.parent)) {
    return moveNode(tree, path, above.parent.path, above.index + (step < 0 ? 0 : 1));
  }
  const alike = nodesIn(tree.body).filter(({ name }) => name === parent.name);
  const target = alike[alike.indexOf(parent) + step];
  return target === undefined ? null : moveNode(tree, path, target.path, step < 0 ? target.children.length : 0);
}
