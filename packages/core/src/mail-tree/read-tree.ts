import { HTML_HOLDERS } from '../templates/mjml-elements.ts';
import { decodeEntities, readAttributes, VOID_ELEMENTS, walkHtml } from '../templates/walk-html.ts';
import { maskBraces, outsideBraces } from './braces.ts';

/** What stands between elements and is neither one nor white space: a comment, a text that nothing prints. */
export const LOOSE = '#loose';
/** Deepest nesting that is read; deeper ones are refused when the mail is made. */
const DEPTH_MAX = 40;

/** A part of a mail, by its places in the source. The source stays the one truth: nothing is printed from a node, it only says where things stand. */
export interface MailNode {
  name: string;
  /** Where it stands: which child, from the root down. */
  path: readonly number[];
  /** From its first character to behind its last, and of what it holds. */
  from: number;
  innerFrom: number;
  innerTo: number;
  to: number;
  /** Its attributes as they read, what is in braces as it is. */
  attributes: ReadonlyMap<string, string>;
  children: readonly MailNode[];
}

/** A source and what stands in it. */
export interface MailTree {
  source: string;
  root: MailNode;
  head: MailNode | undefined;
  body: MailNode;
}

interface Opened extends Omit<MailNode, 'path' | 'children'> {
  children: Opened[];
}

/** Reads a mail in MJML into its parts, or null where elements are not closed within one another or there is not one body in one mail. */
export function readMailTree(source: string): MailTree | null {
  const masked = maskBraces(source);
  const top = node('#top', 0, 0, new Map());
  const open = [top];
  /** The element whose HTML is passed over, and how many of its own name are open in it. */
  let holder = 0;
  let isWhole = true;
  walkHtml(masked, {
    open(name, _attributes, at, isClosed, end) {
      const parent = open.at(-1) ?? top;
      if (HTML_HOLDERS.has(parent.name)) {
        if (name === parent.name && !isClosed) holder += 1;
        return;
      }
      const opened = node(name, at, end, attributesAt(source, masked, at, name));
      parent.children.push(opened);
      if (isClosed || VOID_ELEMENTS.has(name)) return;
      open.push(opened);
      if (open.length > DEPTH_MAX) isWhole = false;
    },
    close(name, at, end) {
      const last = open.at(-1) ?? top;
      if (last.name !== name) {
        if (!HTML_HOLDERS.has(last.name)) isWhole = false;
        return;
      }
      if (holder > 0) {
        holder -= 1;
        return;
      }
      last.innerTo = at;
      last.to = end;
      open.pop();
    },
  });
  if (!isWhole || open.length > 1) return null;
  const [root, ...others] = top.children;
  if (root?.name !== 'mjml' || others.length > 0) return null;
  const placed = place(root, [], source);
  const [body, ...bodies] = placed.children.filter(({ name }) => name === 'mj-body');
  if (body === undefined || bodies.length > 0) return null;
  return { source, root: placed, head: placed.children.find(({ name }) => name === 'mj-head'), body };
}

const node = (name: string, from: number, innerFrom: number, attributes: Map<string, string>): Opened => ({
  ...{ name, from, innerFrom, attributes },
  ...{ innerTo: innerFrom, to: innerFrom, children: [] },
});

/** The attributes of the tag at a place: where each stands is read without what is in braces, its value with it. */
function attributesAt(source: string, masked: string, at: number, name: string): Map<string, string> {
  const { attributes } = readAttributes(masked, at + 1 + name.length);
  return new Map(
    attributes.map((one) => [
      one.name,
      outsideBraces(source.slice(one.valueFrom, one.valueFrom + one.value.length), decodeEntities),
    ]),
  );
}

/** A node with its path and, between its children, what is loose. */
function place({ children, ...opened }: Opened, path: readonly number[], source: string): MailNode {
  if (opened.name === LOOSE || HTML_HOLDERS.has(opened.name)) return { ...opened, path, children: [] };
  const all: Opened[] = [];
  let from = opened.innerFrom;
  const gap = (to: number): void => {
    const text = source.slice(from, to);
    if (text.trim() === '') return;
    const begin = from + text.length - text.trimStart().length;
    const loose = node(LOOSE, begin, begin, new Map());
    loose.innerTo = from + text.trimEnd().length;
    loose.to = loose.innerTo;
    all.push(loose);
  };
  for (const child of children) {
    gap(child.from);
    all.push(child);
    from = child.to;
  }
  gap(opened.innerTo);
  return { ...opened, path, children: all.map((child, index) => place(child, [...path, index], source)) };
}

/** The node at a path. */
export function nodeAt(tree: MailTree, path: readonly number[]): MailNode | undefined {
  let found: MailNode | undefined = tree.root;
  for (const index of path) found = found?.children[index];
  return found;
}

/** What a node holds, as it stands. */
export const innerOf = ({ source }: MailTree, { innerFrom, innerTo }: MailNode): string =>
  source.slice(innerFrom, innerTo);

/** The whole of a node, as it stands. */
export const outerOf = ({ source }: MailTree, { from, to }: MailNode): string => source.slice(from, to);

/** All nodes of a part, itself first, in the order of the source. */
export const nodesIn = (node: MailNode): MailNode[] => [node, ...node.children.flatMap(nodesIn)];

/** The smallest part of the body that a line, counted from 1, lies in, or begins. */
export function nodeAtLine({ source, body }: MailTree, line: number): MailNode | undefined {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  const from = starts[line - 1];
  if (from === undefined) return undefined;
  const to = (starts[line] ?? source.length + 1) - 1;
  const begun = nodesIn(body).filter((node) => node.from >= from && node.from < to);
  const [first] = begun;
  // Where a line begins several within one another, the innermost of the first.
  if (first !== undefined) return begun.findLast((node) => node.from >= first.from && node.to <= first.to) ?? first;
  return nodesIn(body).findLast((node) => node.from < from && node.to > from);
}

/** What an element is given where it says nothing itself: by its classes, by what the head says of its name, or of all. */
export function attributeOf({ head }: MailTree, node: MailNode, attribute: string): string | undefined {
  const own = node.attributes.get(attribute);
  if (own !== undefined || head === undefined) return own;
  const defaults = head.children.filter(({ name }) => name === 'mj-attributes').flatMap(({ children }) => children);
  const classes = (node.attributes.get('mj-class') ?? '').split(/\s+/);
  const given = [
    ...defaults.filter(({ name, attributes }) => name === 'mj-class' && classes.includes(attributes.get('name') ?? '')),
    ...defaults.filter(({ name }) => name === node.name),
    ...defaults.filter(({ name }) => name === 'mj-all'),
  ];
  return given.map(({ attributes }) => attributes.get(attribute)).find((value) => value !== undefined);
}
