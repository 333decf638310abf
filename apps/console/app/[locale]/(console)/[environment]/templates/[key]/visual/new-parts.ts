import {
  type Edited,
  insertNode,
  type MailNode,
  type MailTree,
  mayStandIn,
  nodeAt,
  nodesIn,
} from '@signalbox/core/mail-tree';

/** What can be added. */
export const NEW_PARTS = [
  'text',
  'button',
  'image',
  'divider',
  'spacer',
  'links',
  'raw',
  'section',
  'columns',
] as const;
/** A part that can be added. */
export type NewPart = (typeof NEW_PARTS)[number];

const TEXT = (inner: string) => `<mj-text font-size="16px" line-height="24px">${inner}</mj-text>`;

/** The source of a new part, with its first words in the language of whoever writes. */
function markupOf(part: NewPart, words: { text: string; button: string }): string {
  switch (part) {
    case 'text':
      return TEXT(words.text);
    case 'button':
      return `<mj-button href="" background-color="#1f4fbf" color="#ffffff" border-radius="8px" font-size="16px">${words.button}</mj-button>`;
    case 'image':
      return '<mj-image src="" />';
    case 'divider':
      return '<mj-divider border-width="1px" border-color="#d5dae2" />';
    case 'spacer':
      return '<mj-spacer height="20px" />';
    case 'links':
      // Words and not icons: those of MJML are loaded from a foreign server, which learns who reads the mail.
      return '<mj-text align="center" font-size="13px" line-height="20px"><a href="https://www.facebook.com/">Facebook</a> · <a href="https://www.instagram.com/">Instagram</a> · <a href="https://www.youtube.com/">YouTube</a></mj-text>';
    case 'raw':
      return '<mj-raw><!-- HTML --></mj-raw>';
    case 'section':
      return `<mj-section background-color="#ffffff">\n  <mj-column>\n    ${TEXT(words.text)}\n  </mj-column>\n</mj-section>`;
    case 'columns': {
      const column = `<mj-column>\n    ${TEXT(words.text)}\n  </mj-column>`;
      return `<mj-section background-color="#ffffff">\n  ${column}\n  ${column}\n</mj-section>`;
    }
  }
}

/** A part of the name of an element, to ask where one would belong. */
const nodeNamed = (name: string): MailNode => ({
  ...{ name, path: [-1], from: 0, innerFrom: 0, innerTo: 0, to: 0 },
  attributes: new Map(),
  children: [],
});

/** Adds a part behind the chosen one, or at the end of the nearest part around it that has a place for one. */
export function addPart(
  tree: MailTree,
  chosen: readonly number[],
  part: NewPart,
  words: { text: string; button: string },
): Edited {
  const markup = markupOf(part, words);
  const like = nodeNamed(/^<([\w-]+)/.exec(markup)?.[1] ?? '');
  for (let depth = chosen.length; depth >= 1; depth -= 1) {
    const at = nodeAt(tree, chosen.slice(0, depth));
    if (at === undefined) continue;
    if (mayStandIn(tree, like, at)) {
      const index = depth === chosen.length ? at.children.length : (chosen[depth] ?? 0) + 1;
      return insertNode(tree, at.path, index, markup);
    }
    const within = nodesIn(at).findLast((node) => mayStandIn(tree, like, node));
    if (within !== undefined) return insertNode(tree, within.path, within.children.length, markup);
  }
  // A mail without a section gets one around what is added.
  const section = `<mj-section>\n  <mj-column>\n    ${markup}\n  </mj-column>\n</mj-section>`;
  return insertNode(tree, tree.body.path, tree.body.children.length, section);
}
