import type { QueueDefinition } from '@signalbox/contracts';
import type { NewGroup, NewMessage, QueuedJob, StoredAnswer, Transaction } from '@signalbox/db';

/** One call to store: all of its messages or none. */
export interface AcceptCall {
  workspace: number;
  messages: readonly NewMessage[];
  /** Sends over several channels among the messages. */
  groups?: readonly NewGroup[];
  /** Builds the answer once it is known which messages are left out. */
  answer: (left: LeftOut) => AcceptAnswer;
  /** What a repeat is recognised by; null when the caller gave no key. */
  idempotency: CallKey | null;
  /** Keys of single items: an item whose key is stored is not stored again. */
  items?: readonly ItemCall[];
  /** For a call whose messages follow from what is stored: asked inside the transaction, which such a call has to itself. Throws to refuse. */
  prepare?: (tx: Transaction) => Promise<PreparedCall>;
}

/** What a repeat of a call or of an item is recognised by. */
export type CallKey = Omit<StoredAnswer, 'status' | 'body'>;

/** An item of a call with a key of its own. */
export interface ItemCall {
  key: CallKey;
  /** UUID of its first message. */
  messageId: string;
  /** What is kept for a repeat. */
  body: string;
}

/** Messages of a call that are not stored, by the UUID of the message, or of the first of its group. */
export interface LeftOut {
  /** Their client_ref is taken. */
  refused: ReadonlySet<string>;
  /** The key of their item is: what is kept under it. */
  repeats: ReadonlyMap<string, Repeat>;
}

/** What a prepared call stores, beside what its preparation wrote. */
export interface PreparedCall extends Pick<AcceptCall, 'messages' | 'answer'> {
  /** Jobs that commit with the messages, besides those of their lanes. */
  jobs: readonly { definition: QueueDefinition; jobs: readonly QueuedJob[] }[];
}

/** What the caller is told: the text of the body is stored with the idempotency key, so a replay is equal byte for byte. */
export interface AcceptAnswer {
  status: number;
  body: string;
}

/** The outcome of a call: its own answer, or that of the call it repeats. */
export type AcceptOutcome =
  | { kind: 'first'; answer: AcceptAnswer }
  | { kind: 'replay'; answer: AcceptAnswer; requestId: string }
  | { kind: 'mismatch'; requestId: string };

/** The outcome of a call or an item that an earlier one has stored. */
export type Repeat = Exclude<AcceptOutcome, { kind: 'first' }>;
