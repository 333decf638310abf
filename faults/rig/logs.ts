import type { MessageState, TrafficClass } from '@signalbox/contracts';

/** G: what the generator asked for one message and what it was told. Times in milliseconds since 1970. */
export type Asked = {
  ref: string;
  to: string;
  class: TrafficClass;
  /** Idempotency key of the call that carried it. */
  key: string;
  /** `ok` 2xx for this message, `refused` a final 4xx, `no_answer` anything after which it may or may not be there. */
  outcome: 'ok' | 'refused' | 'no_answer';
  status: number;
  id: string | null;
  askedAtMs: number;
};

/** D: one turn at a message. */
export type StoredTurn = { n: number; claimed: boolean; claimedAtMs: number };

/** D: one step of its history. `answer` is what the carrier said where the step is about that. */
export type StoredStep = {
  seq: number;
  state: MessageState;
  attempt: number;
  atMs: number;
  late: boolean;
  reason: string | null;
  answer: string | null;
  /** What follows a step that ends nothing, in the words of the product. */
  next: string | null;
  isReceipt: boolean;
};

/** D: one message with everything that happened to it, in order. */
export type StoredMessage = {
  id: string;
  ref: string | null;
  to: string;
  class: TrafficClass;
  parts: number;
  acceptedAtMs: number;
  turns: StoredTurn[];
  steps: StoredStep[];
  /** A receipt-due job will look at it again. */
  awaited: boolean;
};

/** P: one submit as a carrier logged it, with the receipts it sent. */
export type CarrierSubmit = {
  seq: number;
  atMs: number;
  carrier: string;
  session: string;
  sequence: number;
  destination: string;
  part: number;
  decision: 'accepted' | 'refused' | 'swallowed' | 'cut';
  /** The carrier has it and brings it to the phone, whether or not its answer came through. */
  taken: boolean;
  id: string | null;
  status: number | null;
  receipts: { stat: string; atMs: number; answers: number[] }[];
};

/** Receipts of a submit that we acknowledged: the carrier will not send them again. */
export function countAcknowledged({ receipts }: CarrierSubmit): number {
  return receipts.filter((receipt) => receipt.answers.includes(0)).length;
}

/** A suppression the generator was told is in force. */
export type OptOut = { to: string; classes: TrafficClass[]; answeredAtMs: number };

/** The three logs of one run. */
export type Logs = { asked: Asked[]; stored: StoredMessage[]; submits: CarrierSubmit[]; optOuts: OptOut[] };

/** Where a message stands: its newest step, or `sending` while a claim is newer than every step. */
export function stateOf(message: StoredMessage): MessageState {
  const step = message.steps.at(-1);
  const turn = message.turns.at(-1);
  if (turn?.claimed && turn.n > (step?.attempt ?? 0)) return 'sending';
  return step?.state ?? 'accepted';
}

const REFUSALS = new Set(['rejected', 'throttled', 'unsent']);

/** Attempts of which the product says that the carrier did not take them. */
export function countRefused({ steps }: StoredMessage): number {
  return new Set(steps.flatMap((step) => (REFUSALS.has(step.answer ?? '') ? [step.attempt] : []))).size;
}
