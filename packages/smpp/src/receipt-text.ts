import { receiptKeys, receiptWords } from './receipt-words.ts';
import type { MessageStateName } from './values.ts';

/**
 * The fields of a receipt's text exactly as the carrier wrote them (SMPP 3.4 Appendix B); absent ones are undefined. `err` keeps its leading zeros: its values are
 * the carrier's own.
 */
export type ReceiptText = {
  id?: string;
  sub?: string;
  dlvrd?: string;
  submitDate?: string;
  doneDate?: string;
  stat?: string;
  err?: string;
  text?: string;
};

const KEY = new RegExp(
  `(?<![a-z0-9_])(${Object.keys(receiptKeys).sort(byLength).map(toPattern).join('|')})[ \\t]*:`,
  'gi',
);
const SCAN_LIMIT = 2_048;
// The form most carriers send, word for word; it gives what the patient reading below gives, several times as fast.
const PLAIN =
  /^id:([\w-]+) sub:(\w+) dlvrd:(\w+) submit date:(\d+) done date:(\d+) stat:(\w+) err:(\w+) text:([\s\S]*)$/i;

function byLength(a: string, b: string): number {
  return b.length - a.length;
}

function toPattern(key: string): string {
  return key.replace(' ', '[ _]?');
}

/**
 * Reads `key:value` pairs in any order and case; a value runs to the next key. `text:` ends the reading, for what follows may hold anything, even
 * "id:". Of a repeated key the first counts. Never throws; text without any known key gives an empty record.
 */
export function readReceiptText(source: string): ReceiptText {
  const plain = PLAIN.exec(source);
  if (plain === null) return readPatiently(source);
  const [, id, sub, dlvrd, submitDate, doneDate, stat, err, text] = plain;
  return { id, sub, dlvrd, submitDate, doneDate, stat, err, text };
}

function readPatiently(source: string): ReceiptText {
  const found: ReceiptText = {};
  const text = source.slice(0, SCAN_LIMIT);
  let name: keyof ReceiptText | undefined;
  let from = 0;
  for (const match of text.matchAll(KEY)) {
    if (name !== undefined) keep(found, name, text.slice(from, match.index));
    name =
      receiptKeys[(match[1] ?? '').toLowerCase().replace(/[ _]/, ' ')] ?? receiptKeys[(match[1] ?? '').toLowerCase()];
    from = match.index + match[0].length;
    if (name === 'text') break;
  }
  if (name !== undefined) keep(found, name, name === 'text' ? source.slice(from) : text.slice(from));
  return found;
}

function keep(found: ReceiptText, name: keyof ReceiptText, value: string): void {
  // Some carriers end the whole with NUL, some separate with commas or semicolons.
  const clean = name === 'text' ? value : value.replace(/^[\s\0]+|[\s\0,;]+$/g, '');
  if (found[name] === undefined && (clean !== '' || name === 'text')) found[name] = clean;
}

/** The message state a `stat` word means, by its first five letters in any case, or undefined when it is none we know. */
export function stateOfWord(word: string): MessageStateName | undefined {
  const head = word.trim().slice(0, 5).toUpperCase();
  return receiptWords[head];
}
