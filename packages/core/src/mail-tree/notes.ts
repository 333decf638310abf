import { isSoundLink } from '../templates/mail-links.ts';
import { innerOf, type MailNode, type MailTree } from './read-tree.ts';
import { attributesOfRest, plainWords, readWords } from './words.ts';

/** What is to be said of a part of a mail; none of it keeps a mail from being sent. */
export type MailNote = 'image_without_words' | 'image_without_address' | 'link_missing' | 'link_unsound' | 'no_words';

/** Whether an address leads somewhere and is encrypted. One that a variable gives is not known here. */
const isGood = (address: string): boolean =>
  address.includes('{{') || (isSoundLink(address) && !/^http:/i.test(address));

/** What is to be said of a part: of its links, of an image and of the words for it. */
export function notesOf(tree: MailTree, node: MailNode): MailNote[] {
  const notes: MailNote[] = [];
  const { name, attributes } = node;
  const href = attributes.get('href');
  if (name === 'mj-image') {
    if ((attributes.get('src') ?? '') === '' || !isGood(attributes.get('src') ?? ''))
      notes.push('image_without_address');
    if (!attributes.has('alt')) notes.push('image_without_words');
  }
  if (name === 'mj-button' && (href ?? '') === '') notes.push('link_missing');
  else if (href !== undefined && href !== '' && !isGood(href)) notes.push('link_unsound');
  if (name === 'mj-text' || name === 'mj-button') {
    const inner = innerOf(tree, node);
    if (plainWords(inner) === '' && !inner.includes('<img')) notes.push('no_words');
    const links = (readWords(inner) ?? []).flatMap((piece) =>
      piece.kind === 'open' && piece.name === 'a' ? [attributesOfRest(piece.rest).get('href') ?? ''] : [],
    );
    if (links.some((link) => !isGood(link)) && !notes.includes('link_unsound')) notes.push('link_unsound');
  }
  return notes;
}
