import { isoMicros } from './clock.ts';

/** Submits per block. */
export const BLOCK_SIZE = 4096;

export interface PartOf {
  ref: number;
  total: number;
  number: number;
}

export interface ReceiptSent {
  at: string;
  stat: string;
  err: string;
  form: string;
  /** What the other side answered: a command_status or HTTP status; null while it has not. */
  answer: number | null;
}

export interface LogBlock {
  /** Keeps the n-th submit of the block, as text; they come in order. */
  append(line: string): void;
  line(index: number): string;
  /** Notes a receipt of the submit at `index`; the number it has in this block. */
  addReceipt(index: number, receipt: { at: number; stat: string; err: string; form: string }): number;
  setAnswer(receipt: number, answer: number): void;
  /** Receipts of every submit of the block, by its index, in the order they were sent. */
  receipts(): Map<number, ReceiptSent[]>;
}

/**
 * A few thousand submits in octets and columns, outside the garbage-collected heap: a million submits kept as objects
 * make the collector stop the message centre for most of a second.
 */
export function createLogBlock(): LogBlock {
  let bytes = Buffer.allocUnsafeSlow(1 << 19);
  const ends = new Uint32Array(BLOCK_SIZE);
  let count = 0;
  let receiptCount = 0;
  let owners = new Uint16Array(64);
  let words = new Uint32Array(64);
  let times = new Float64Array(64);
  let answers = new Float64Array(64);

  const growReceipts = () => {
    owners = copyInto(new Uint16Array(receiptCount * 2), owners);
    words = copyInto(new Uint32Array(receiptCount * 2), words);
    times = copyInto(new Float64Array(receiptCount * 2), times);
    answers = copyInto(new Float64Array(receiptCount * 2), answers);
  };
  const startOf = (index: number) => (index === 0 ? 0 : (ends[index - 1] ?? 0));

  return {
    append(line) {
      const start = startOf(count);
      const needed = start + line.length * 3;
      if (needed > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(Math.max(needed, bytes.length * 2));
        bytes.copy(larger, 0, 0, start);
        bytes = larger;
      }
      ends[count] = start + bytes.write(line, start);
      count += 1;
    },
    line: (index) => bytes.toString('utf8', startOf(index), ends[index]),
    addReceipt(index, { at, stat, err, form }) {
      if (receiptCount === owners.length) growReceipts();
      owners[receiptCount] = index;
      words[receiptCount] = wordOf(`${stat}|${err}|${form}`);
      times[receiptCount] = at;
      answers[receiptCount] = Number.NaN;
      receiptCount += 1;
      return receiptCount - 1;
    },
    setAnswer(receipt, answer) {
      answers[receipt] = answer;
    },
    receipts() {
      const byOwner = new Map<number, ReceiptSent[]>();
      for (let i = 0; i < receiptCount; i += 1) {
        const [stat = '', err = '', form = ''] = (knownWords[words[i] ?? 0] ?? '').split('|');
        const answer = answers[i] ?? Number.NaN;
        const receipt = { at: isoMicros(times[i] ?? 0), stat, err, form, answer: Number.isNaN(answer) ? null : answer };
        const owner = owners[i] ?? 0;
        const list = byOwner.get(owner);
        if (list) list.push(receipt);
        else byOwner.set(owner, [receipt]);
      }
      return byOwner;
    },
  };
}

/** The few kinds of receipts there are, each held once. */
const knownWords: string[] = [];
const wordNumbers = new Map<string, number>();

function wordOf(word: string): number {
  const known = wordNumbers.get(word);
  if (known !== undefined) return known;
  knownWords.push(word);
  wordNumbers.set(word, knownWords.length - 1);
  return knownWords.length - 1;
}

function copyInto<T extends { set(from: T): void }>(larger: T, smaller: T): T {
  larger.set(smaller);
  return larger;
}
