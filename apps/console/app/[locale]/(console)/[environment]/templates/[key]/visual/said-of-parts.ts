import type { MailCheck } from '@signalbox/contracts';
import {
  type MailNode,
  type MailNote,
  type MailTree,
  nodeAtLine,
  nodesIn,
  notesOf,
  outerOf,
  plainWords,
  splitBraces,
} from '@signalbox/core/mail-tree';

/** Something said of a part: a fault in words, a note of the editor, or what a check of the mail found. */
export type Said =
  | { tone: 'bad'; message: string }
  | { tone: 'warn'; note: MailNote }
  | { tone: 'warn'; check: MailCheck['name']; found: string };

/** What is said of each part, by its path; what belongs to no part in sight is said of the whole mail, whose path is that of its body. */
export function saidOfParts(
  tree: MailTree,
  faults: readonly { line: number | null; message: string }[],
  checks: readonly MailCheck[],
): ReadonlyMap<string, readonly Said[]> {
  const said = new Map<string, Said[]>();
  const say = (node: MailNode | undefined, one: Said): void => {
    const path = (node ?? tree.body).path.join('.');
    said.set(path, [...(said.get(path) ?? []), one]);
  };
  const parts = nodesIn(tree.body);
  const leaves = parts.filter(({ children }) => children.length === 0);
  for (const { line, message } of faults) {
    // Several parts may begin in one line: what the fault names is of one of them.
    const near = line === null ? parts : parts.filter((part) => lineOf(tree, part) === line);
    const named = near.find((part) => message.includes(`<${part.name}>`) || printsNamed(tree, part, message));
    say(named ?? (line === null ? undefined : nodeAtLine(tree, line)), { tone: 'bad', message });
  }
  for (const part of parts) for (const note of notesOf(tree, part)) say(part, { tone: 'warn', note });
  for (const { name, state, found } of checks) {
    // Links and images without words are seen in the source already.
    if (state === 'good' || name !== 'contrast') continue;
    for (const one of found) {
      const words = /^“(.+?)…?”/.exec(one)?.[1] ?? '';
      const part = leaves.find((leaf) => words !== '' && plainWords(outerOf(tree, leaf)).includes(words));
      if (part !== undefined) say(part, { tone: 'warn', check: name, found: one });
    }
  }
  return said;
}

const lineOf = ({ source }: MailTree, { from }: MailNode): number => source.slice(0, from).split('\n').length;

/** Whether a part, and no other in it, prints what a fault names in quotes. */
function printsNamed(tree: MailTree, part: MailNode, message: string): boolean {
  const name = /“([a-z][a-z0-9_]*)”/.exec(message)?.[1];
  if (name === undefined || part.children.length > 0) return false;
  const word = new RegExp(`\\b${name}\\b`);
  return splitBraces(outerOf(tree, part)).some(({ isBraces, text }) => isBraces && word.test(text));
}
