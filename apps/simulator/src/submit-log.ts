import { closeSync, openSync, writeSync } from 'node:fs';
import { isoMicros, nowMs } from './clock.ts';

export const decisions = ['accepted', 'refused', 'swallowed', 'cut'] as const;
export type Decision = (typeof decisions)[number];

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

/** One submit as the carrier saw it. */
export interface Submit {
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

export interface SubmitLog {
  /** Writes one submit and returns its seq (counts from 1, never reused). */
  record(submit: Submit): number;
  /** Notes that a receipt for the submit left; the returned record takes the answer. Nothing happens for a seq that was dropped. */
  receiptSent(seq: number, receipt: Omit<ReceiptSent, 'at' | 'answer'>): ReceiptSent | undefined;
  receiptAnswered(seq: number, receipt: ReceiptSent, answer: number): void;
  /** Entries with seq above `after`, oldest first; `dropped` counts entries that made room for younger ones. */
  read(after: number, limit: number): { data: LogEntry[]; next_after: number; dropped: number; total: number };
  clear(): void;
  close(): void;
}

/**
 * The carriers' own record of every submit: a ring in columns (a million entries of objects would make the garbage
 * collector pause the SMSC) and, when a file is named, one JSON line per event, written within 20 ms.
 */
export function createSubmitLog(options: { capacity: number; file?: string | undefined }): SubmitLog {
  const { capacity } = options;
  const at = new Float64Array(capacity);
  const sequence = new Float64Array(capacity);
  const status = new Float64Array(capacity);
  const decision = new Uint8Array(capacity);
  const text: string[] = [];
  const names: (readonly [carrier: string, session: string, destination: string, from: string])[] = [];
  const ids: (string | null)[] = [];
  const references: (string | null)[] = [];
  const parts: (PartOf | null)[] = [];
  const receipts: (ReceiptSent[] | undefined)[] = [];
  const file = options.file === undefined ? undefined : createLineFile(options.file);
  let last = 0;
  let first = 1;
  let dropped = 0;

  const slotOf = (seq: number) => (seq - 1) % capacity;
  const entryOf = (seq: number): LogEntry => {
    const slot = slotOf(seq);
    const [carrier = '', session = '', destination = '', from = ''] = names[slot] ?? [];
    const code = status[slot] ?? Number.NaN;
    return {
      seq,
      at: isoMicros(at[slot] ?? 0),
      carrier,
      session,
      sequence: sequence[slot] ?? 0,
      destination,
      from,
      part: parts[slot] ?? null,
      decision: decisions[decision[slot] ?? 0] ?? 'accepted',
      id: ids[slot] ?? null,
      status: Number.isNaN(code) ? null : code,
      receipts: receipts[slot] ?? [],
      text: text[slot] ?? '',
      reference: references[slot] ?? null,
    };
  };

  return {
    record(submit) {
      last += 1;
      const slot = slotOf(last);
      if (last - first >= capacity) {
        first += 1;
        dropped += 1;
      }
      const time = nowMs();
      at[slot] = time;
      sequence[slot] = submit.sequence;
      status[slot] = submit.status ?? Number.NaN;
      decision[slot] = decisions.indexOf(submit.decision);
      text[slot] = submit.text;
      names[slot] = [submit.carrier, submit.session, submit.destination, submit.from];
      ids[slot] = submit.id;
      references[slot] = submit.reference;
      parts[slot] = submit.part;
      receipts[slot] = undefined;
      file?.write({ kind: 'submit', seq: last, at: isoMicros(time), ...submit });
      return last;
    },
    receiptSent(seq, receipt) {
      const sent: ReceiptSent = { at: isoMicros(nowMs()), ...receipt, answer: null };
      file?.write({ kind: 'receipt', seq, ...receipt, at: sent.at });
      if (seq < first || seq > last) return undefined;
      const slot = slotOf(seq);
      const list = receipts[slot];
      if (list) list.push(sent);
      else receipts[slot] = [sent];
      return sent;
    },
    receiptAnswered(seq, receipt, answer) {
      receipt.answer = answer;
      file?.write({ kind: 'receipt_answer', seq, at: isoMicros(nowMs()), stat: receipt.stat, answer });
    },
    read(after, limit) {
      const from = Math.max(after + 1, first);
      const to = Math.min(last, from + limit - 1);
      const data: LogEntry[] = [];
      for (let seq = from; seq <= to; seq += 1) data.push(entryOf(seq));
      return { data, next_after: Math.max(after, to), dropped, total: last - first + 1 };
    },
    clear() {
      first = last + 1;
      dropped = 0;
      for (const column of [text, names, ids, references, parts, receipts]) column.length = 0;
      file?.write({ kind: 'cleared', seq: last, at: isoMicros(nowMs()) });
    },
    close: () => file?.close(),
  };
}

function createLineFile(path: string) {
  const descriptor = openSync(path, 'a', 0o600);
  let lines: string[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    if (lines.length === 0) return;
    const batch = Buffer.from(`${lines.join('\n')}\n`);
    lines = [];
    for (let offset = 0; offset < batch.length; ) offset += writeSync(descriptor, batch, offset);
  };
  return {
    write(event: object) {
      lines.push(JSON.stringify(event));
      timer ??= setTimeout(flush, 20);
    },
    close() {
      clearTimeout(timer);
      flush();
      closeSync(descriptor);
    },
  };
}
