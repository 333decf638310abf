import { decodeEntities, OPEN_MAX, VOID_ELEMENTS, walkHtml } from './walk-html.ts';

const BLOCKS = new Set(
  'address article blockquote center dd div dl dt figure footer form header li main nav ol pre section table tbody tr ul'.split(
    ' ',
  ),
);
const PARAGRAPHS = new Set('h1 h2 h3 h4 h5 h6 p'.split(' '));
const UNSEEN = new Set('head script style template title'.split(' '));

/** Whether an element is kept from the eye, as the lines are that a mailbox shows beside the subject. */
const isHidden = (style: string): boolean => /display\s*:\s*none/i.test(style);

/** What HTML says as plain text, for the text part of a mail: blocks on lines of their own, links with where they lead, images by their words. */
export function textOfHtml(html: string): string {
  const open: { name: string; hides: boolean; href: string; from: number }[] = [];
  let hiding = 0;
  // Pieces, and how they end: to look at the end of one long text at each word would take time in its square.
  const pieces: string[] = [];
  let breaks = 0;
  let isSpaced = true;
  const say = (text: string): void => {
    if (hiding > 0) return;
    const words = text.replace(/[\s\u00a0]+/g, ' ');
    const said = isSpaced ? words.trimStart() : words;
    if (said === '') return;
    pieces.push(said);
    breaks = 0;
    isSpaced = said.endsWith(' ');
  };
  const breakLine = (lines: number): void => {
    if (hiding > 0 || pieces.length === 0) return;
    for (; breaks < lines; breaks += 1) pieces.push('\n');
    isSpaced = true;
  };
  const leave = ({ name, hides, href, from }: (typeof open)[number]): void => {
    if (name === 'a' && hiding === 0) {
      const said = pieces.slice(from).join('').trim();
      if (/^(https?:|mailto:|tel:|[^\s:]+$)/i.test(href) && !href.startsWith('#') && said !== href) {
        say(said === '' ? href : ` (${href})`);
      }
    }
    if (hides) hiding -= 1;
    if (PARAGRAPHS.has(name)) breakLine(2);
    else if (BLOCKS.has(name)) breakLine(1);
    else if (name === 'td' || name === 'th') say(' ');
  };
  walkHtml(html, {
    open(name, attributes, _at, isClosed) {
      if (name === 'br') breakLine(breaks + 1);
      if (name === 'hr') {
        breakLine(1);
        say('---');
        breakLine(1);
      }
      if (name === 'img') say(decodeEntities(attributes.get('alt') ?? ''));
      if (VOID_ELEMENTS.has(name) || isClosed || open.length >= OPEN_MAX) return;
      if (PARAGRAPHS.has(name)) breakLine(2);
      else if (BLOCKS.has(name)) breakLine(1);
      if (name === 'li') say('- ');
      const hides = UNSEEN.has(name) || isHidden(attributes.get('style') ?? '');
      if (hides) hiding += 1;
      open.push({ name, hides, href: decodeEntities(attributes.get('href') ?? ''), from: pieces.length });
    },
    close(name) {
      if (!open.some((element) => element.name === name)) return;
      for (;;) {
        const last = open.pop();
        if (last === undefined) return;
        leave(last);
        if (last.name === name) return;
      }
    },
    text: (raw) => say(decodeEntities(raw)),
  });
  return pieces
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
