export { splitBraces } from './braces.ts';
export {
  type Edited,
  insertNode,
  mayStandIn,
  moveNode,
  removeNode,
  repeatNode,
  setAttribute,
  setInner,
  stepNode,
} from './edit-tree.ts';
export { LAYOUTS, type Layout, layoutOf } from './layouts.ts';
export { type MailNote, notesOf } from './notes.ts';
export {
  attributeOf,
  innerOf,
  LOOSE,
  type MailNode,
  type MailTree,
  nodeAt,
  nodeAtLine,
  nodesIn,
  outerOf,
  readMailTree,
} from './read-tree.ts';
export { attributesOfRest, linkRest, type Piece, plainWords, printWords, readWords, WORD_ELEMENTS } from './words.ts';
