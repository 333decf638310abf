import { isoMicros, nowMs } from './clock.ts';
import { createLineFile } from './line-file.ts';
import { BLOCK_SIZE, createLogBlock, type LogBlock, type PartOf, type ReceiptSent } from './log-block.ts';

export type { PartOf } from './log-block.ts';
export type Decision = 'accepted' | 'refused' | 'swallowed' | 'cut';

/** One submit as the carrier saw it. */
interface Submit {
  carrier: string;
  session: string;
  sequence: number;
  destination: string;
  from: string;
  part: PartOf | null;
  decision: Decision;
  /** The id the carrier gave; null when it gave none. */
  id: string | null;
  /** SMPP command_status, SMTP reply code or HTTP status; null where nothing was answered. */
  status: number | null;
  text: string;
  /** The customer's own reference where the protocol has one. */
  reference: string | null;
}

export interface LogEntry extends Submit {
  seq: number;
  at: string;
  receipts: ReceiptSent[];
}

/** A receipt that left, for noting its answer. */
export interface ReceiptHandle {
  seq: number;
  stat: string;
  block: LogBlock | undefined;
  index: number;
}

interface LogPage {
  data: LogEntry[];
  /** What to give as `after` for the next page. */
  next_after: number;
  /** Entries that made room for younger ones. */
  dropped: number;
  /** Entries that are held now. */
  total: number;
}

export interface SubmitLog {
  /** Writes one submit and returns its seq (counts from 1, never reused). */
  record(submit: Submit): number;
  /** Notes that a receipt for the submit left. */
  receiptSent(seq: number, receipt: { stat: string; err: string; form: string }): ReceiptHandle;
  receiptAnswered(receipt: ReceiptHandle, answer: number): void;
  /** Entries with seq above `after`, oldest first. */
  read(after: number, limit: number): LogPage;
  clear(): void;
  close(): void;
}

/** A submit in the order of its fields, with the time in front: shorter than with names, and read seldom. */
type Row = [number, ...(string | number | null | PartOf)[]];

/** The carriers' own record of every submit: the youngest `capacity` in memory, and all of them in a file when one is named. */
export function createSubmitLog(options: { capacity: number; file?: string | undefined }): SubmitLog {
  const { capacity } = options;
  const file = options.file === undefined ? undefined : createLineFile(options.file);
  const blocks = new Map<number, LogBlock>();
  let last = 0;
  let first = 1;
  let dropped = 0;

  const blockOf = (seq: number) => Math.floor((seq - 1) / BLOCK_SIZE);
  const openBlock = (number: number) => {
    const block = createLogBlock();
    blocks.set(number, block);
    return block;
  };
  const makeRoom = () => {
    if (last - first < capacity) return;
    first += 1;
    dropped += 1;
    if (blockOf(first) > blockOf(first - 1)) blocks.delete(blockOf(first - 1));
  };

  return {
    record(submit) {
      last += 1;
      makeRoom();
      const { carrier, session, sequence, destination, from, part, decision, id, status, text, reference } = submit;
      const at = nowMs();
      const row: Row = [at, carrier, session, sequence, destination, from, part, decision, id, status, text, reference];
      const block = blocks.get(blockOf(last)) ?? openBlock(blockOf(last));
      block.append(JSON.stringify(row));
      file?.write({ kind: 'submit', seq: last, at: isoMicros(at), ...submit });
      return last;
    },
    receiptSent(seq, receipt) {
      const at = nowMs();
      file?.write({ kind: 'receipt', seq, at: isoMicros(at), ...receipt });
      const block = seq >= first ? blocks.get(blockOf(seq)) : undefined;
      const index = block?.addReceipt((seq - 1) % BLOCK_SIZE, { at, ...receipt }) ?? 0;
      return { seq, stat: receipt.stat, block, index };
    },
    receiptAnswered({ seq, stat, block, index }, answer) {
      block?.setAnswer(index, answer);
      file?.write({ kind: 'receipt_answer', seq, at: isoMicros(nowMs()), stat, answer });
    },
    read(after, limit) {
      const from = Math.max(after + 1, first);
      const to = Math.min(last, from + limit - 1);
      const data: LogEntry[] = [];
      for (let seq = from; seq <= to; ) {
        const block = blocks.get(blockOf(seq));
        const receipts = block?.receipts();
        const end = Math.min(to, (blockOf(seq) + 1) * BLOCK_SIZE);
        for (; seq <= end; seq += 1) {
          const index = (seq - 1) % BLOCK_SIZE;
          if (block) data.push(entryOf(seq, JSON.parse(block.line(index)) as Row, receipts?.get(index) ?? []));
        }
      }
      return { data, next_after: Math.max(after, to), dropped, total: last - first + 1 };
    },
    clear() {
      first = last + 1;
      dropped = 0;
      // The youngest block goes on being filled; what it holds of before is not read any more.
      for (const number of blocks.keys()) if (number !== blockOf(last)) blocks.delete(number);
      file?.write({ kind: 'cleared', seq: last, at: isoMicros(nowMs()) });
    },
    close: () => file?.close(),
  };
}

function entryOf(seq: number, row: Row, receipts: ReceiptSent[]): LogEntry {
  const [at, carrier, session, sequence, destination, from, part, decision, id, status, text, reference] = row;
  const submit = { carrier, session, sequence, destination, from, part, decision, id, status, text, reference };
  return { seq, at: isoMicros(at), ...(submit as unknown as Submit), receipts };
}
