import { isoMicros, nowMs } from './clock.ts';
import type { ReadMessage } from './short-message.ts';

const MAX_HANDSETS = 50_000;
const MAX_MESSAGES_PER_HANDSET = 500;

/** How a call ended at the phone: with `no-answer` and `busy` nothing was heard. */
export type CallOutcome = 'answered' | 'no-answer' | 'busy';

export interface HandsetMessage {
  id: string;
  at: string;
  from: string;
  to: string;
  text: string;
  /** Text of each part in order. */
  parts: string[];
  part_count: number;
  encoding: string;
  data_coding: number;
  carrier: string;
  complete: boolean;
  /** Of a call; null for a text. What was spoken stands in `text`. */
  call: { outcome: CallOutcome; language: string } | null;
}

interface Pending {
  message: Omit<HandsetMessage, 'text' | 'parts'>;
  parts: (string | undefined)[];
  missing: number;
}

interface Handset {
  number: string;
  messages: HandsetMessage[];
  /** Messages of which parts are missing; most phones never have any. */
  pending?: Map<string, Pending>;
  received: number;
  lastAt: string | null;
}

interface Arrival {
  to: string;
  from: string;
  carrier: string;
  read: ReadMessage;
}

interface Ring {
  to: string;
  from: string;
  carrier: string;
  language: string;
  /** What the vendor speaks to who answers. */
  text: string;
  outcome: CallOutcome;
}

export interface Handsets {
  /** A message, or one part of one, reaches the phone. */
  arrive(arrival: Arrival): void;
  /** A call reaches the phone: who answers hears it, and one that was missed is seen. */
  ring(ring: Ring): void;
  /** The calls of all phones, newest first. */
  calls(limit: number): HandsetMessage[];
  /** Numbers by latest message. */
  list(limit: number): { number: string; count: number; last_message_at: string | null }[];
  messages(number: string): {
    data: HandsetMessage[];
    incomplete: { from: string; part_count: number; parts_received: number }[];
  };
  /** The message that came last, for a reply. */
  lastMessage(number: string): HandsetMessage | undefined;
  /** Forgets the messages of one number; returns how many there were. */
  clear(number: string): number;
  clearAll(): void;
}

/** The phones: whoever is dialled has one. A message in parts appears once, when the last part is there. */
export function createHandsets(): Handsets {
  // In order of the latest arrival, oldest first: the oldest makes room.
  const handsets = new Map<string, Handset>();
  let serial = 0;

  // Many at a time: looking for the first key of a map is slow while deleted ones stand before it.
  const forgetOldest = () => {
    let left = MAX_HANDSETS / 10;
    for (const key of handsets.keys()) {
      if (left === 0) break;
      left -= 1;
      handsets.delete(key);
    }
  };
  const touch = (number: string): Handset => {
    const key = keyOf(number);
    const found = handsets.get(key);
    if (found) handsets.delete(key);
    const handset = found ?? { number: displayOf(number), messages: [], received: 0, lastAt: null };
    handsets.set(key, handset);
    if (handsets.size > MAX_HANDSETS) forgetOldest();
    return handset;
  };
  const keep = (handset: Handset, message: HandsetMessage) => {
    handset.messages.push(message);
    handset.received += 1;
    if (handset.messages.length > MAX_MESSAGES_PER_HANDSET) handset.messages.shift();
  };

  return {
    arrive({ to, from, carrier, read }) {
      const handset = touch(to);
      const at = isoMicros(nowMs());
      handset.lastAt = at;
      serial += 1;
      const message = {
        id: `sms_${serial}`,
        at,
        from,
        to: handset.number,
        part_count: read.part?.total ?? 1,
        encoding: read.encoding,
        data_coding: read.dataCoding,
        carrier,
        complete: true,
        call: null,
      };
      if (!read.part) return keep(handset, { ...message, text: read.text, parts: [read.text] });
      const key = `${from}|${read.part.ref}|${read.part.total}`;
      handset.pending ??= new Map();
      const known = handset.pending.get(key);
      const there = known?.parts[read.part.number - 1];
      // The same part again is ignored; another text under the same number is a new message that reuses the reference.
      if (there === read.text) return;
      const fresh = { message, parts: new Array(read.part.total), missing: read.part.total };
      const pending = known === undefined || there !== undefined ? fresh : known;
      handset.pending.set(key, pending);
      pending.parts[read.part.number - 1] = read.text;
      pending.missing -= 1;
      if (pending.missing > 0) return;
      handset.pending.delete(key);
      const parts = pending.parts.map((part) => part ?? '');
      keep(handset, { ...pending.message, at, text: parts.join(''), parts });
    },
    ring({ to, from, carrier, language, text, outcome }) {
      const handset = touch(to);
      const at = isoMicros(nowMs());
      handset.lastAt = at;
      serial += 1;
      const heard = outcome === 'answered' ? text : '';
      const message = {
        id: `call_${serial}`,
        at,
        from,
        to: handset.number,
        text: heard,
        parts: [heard],
        part_count: 1,
      };
      keep(handset, {
        ...message,
        ...{ encoding: 'spoken', data_coding: 0, carrier, complete: true, call: { outcome, language } },
      });
    },
    calls(limit) {
      const all = [...handsets.values()].flatMap(({ messages }) => messages.filter(({ call }) => call !== null));
      return all.sort((one, other) => other.at.localeCompare(one.at)).slice(0, limit);
    },
    list(limit) {
      const latestFirst = [...handsets.values()].reverse().slice(0, limit);
      return latestFirst.map(({ number, received, lastAt }) => ({ number, count: received, last_message_at: lastAt }));
    },
    messages(number) {
      const handset = handsets.get(keyOf(number));
      const incomplete = [...(handset?.pending?.values() ?? [])].map(({ message, missing }) => ({
        from: message.from,
        part_count: message.part_count,
        parts_received: message.part_count - missing,
      }));
      return { data: handset?.messages ?? [], incomplete };
    },
    lastMessage: (number) => handsets.get(keyOf(number))?.messages.at(-1),
    clear(number) {
      const handset = handsets.get(keyOf(number));
      handsets.delete(keyOf(number));
      return handset?.messages.length ?? 0;
    },
    clearAll: () => handsets.clear(),
  };
}

/** Phones are told apart by digits alone, so +52…, 52… and %2B52… are one phone. */
function keyOf(number: string): string {
  return number.replace(/\D/g, '');
}

function displayOf(number: string): string {
  return `+${keyOf(number)}`;
}
