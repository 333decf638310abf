import type { z } from 'zod';
import type { DltIds } from './dlt.ts';
import type { ReasonCode } from './reasons.ts';
import type { Channel, ConnectionState, Environment, Protocol } from './words.ts';

/** One part of a text: already split, so that the number sent is the number priced. */
export interface SmsPart {
  encoding: 'gsm7' | 'ucs2';
  /** The characters of this part; an adapter turns them into octets and adds the concatenation header. */
  text: string;
}

/** A text to submit. */
export interface SmsSubmission {
  kind: 'sms';
  /** E.164 with "+". */
  to: string;
  /** Sender: E.164 with "+", a short code, or up to 11 alphanumeric characters; null lets the provider choose. */
  from: string | null;
  parts: readonly SmsPart[];
  /** Concatenation reference, 0 to 65535, different for messages to one number. */
  reference: number;
  /** Ids of India's ledgers, to be put on every part; left out of texts that need none. */
  dlt?: DltIds;
}

/** A mail to submit. */
export interface EmailSubmission {
  kind: 'email';
  to: string;
  /** Mailbox, possibly with a display name; null takes the provider's default sender. */
  from: string | null;
  subject: string;
  text: string | null;
  html: string | null;
  /** Where one click stops mails like this one (RFC 8058); left out of mails nobody subscribed to. */
  unsubscribeUrl?: string;
}

/** A call to place: the prompt is read aloud to who answers. */
export interface VoiceSubmission {
  kind: 'voice';
  /** E.164 with "+". */
  to: string;
  /** The number that is shown to who is called, E.164 with "+"; null lets the provider choose. */
  from: string | null;
  text: string;
  /** The language it is spoken in, as BCP 47 writes it. */
  locale: string;
}

/** One attempt handed to an adapter. */
export interface SubmitRequest {
  /** Our reference of the attempt, unique for ever: the message id in hex, a dash and the attempt number. */
  attemptRef: string;
  /** Seconds until the message loses its worth; an adapter passes it on where the protocol can. */
  validForSeconds: number;
  /** Codes go before everything else. */
  urgent: boolean;
  environment: Environment;
  submission: SmsSubmission | EmailSubmission | VoiceSubmission;
}

/**
 * What a provider answered to one attempt.
 * `accepted`: one reference per part, canonical, as receipts will carry it.
 * `throttled`: refused for pace, may go again on the same route.
 * `unsent`: proven that no byte left this machine; safe to try elsewhere.
 * `indeterminate`: bytes left and no usable answer came; what follows depends on the class.
 */
export type SubmitAnswer =
  | { kind: 'accepted'; refs: readonly string[] }
  | { kind: 'rejected'; reason: ReasonCode; raw: string }
  | { kind: 'throttled'; retryAfterMs: number; raw: string }
  | { kind: 'unsent'; reason: ReasonCode; raw: string }
  | { kind: 'indeterminate'; reason: ReasonCode; raw: string; refs: readonly (string | null)[] };

/** What a receipt says about one part. `enroute` changes nothing; the others end the part. */
export type ReceiptVerdict = 'enroute' | 'delivered' | 'undelivered' | 'expired' | 'unknown';

/** A receipt as an adapter read it: raw kept whole. */
export interface InboundReceipt {
  /** The provider's reference in the canonical form of this provider. */
  ref: string;
  verdict: ReceiptVerdict;
  reason: ReasonCode | null;
  /** MCC and MNC of the network of the recipient, as digits, where the provider names it. */
  network?: string;
  /** The receipt as it came: text of the PDU, JSON of the callback, or the bounce. At most 4096 characters. */
  raw: string;
}

/** A text a person sent back, or one part of one. */
export interface InboundReply {
  from: string;
  to: string;
  text: string;
  raw: string;
  /** The carrier's own id of it, where it has one: what it repeats is known again by it. */
  ref: string | null;
  /** Which part of a text in parts it is, by its user data header; null for a whole text. */
  part: InboundPart | null;
  /** Whether the provider keeps opt-outs and answers keywords itself: then ours would be a second answer. */
  answered: boolean;
}

/** Where a part stands: `part` from 1, of `total`, under the reference all parts of the text share. */
export interface InboundPart {
  reference: number;
  part: number;
  total: number;
}

/** State of one connection of an adapter, for the providers page. */
export interface ConnectionSnapshot {
  /** Stable name inside the provider, such as `trx-1`. */
  name: string;
  state: ConnectionState;
  sinceMs: number;
  inFlight: number;
  window: number;
  queued: number;
  submittedTotal: number;
  lastError: string | null;
}

/** What an adapter may ask of its host, the worker. */
export interface ChannelHost {
  /** Resolves once the receipts are durable: only then may the adapter acknowledge them; rejects when they could not be stored. */
  onReceipts(receipts: readonly InboundReceipt[]): Promise<void>;
  /** As onReceipts, for replies of people. */
  onReplies(replies: readonly InboundReply[]): Promise<void>;
  /** Called when a connection changes state. */
  onConnection(snapshot: ConnectionSnapshot): void;
  nowMs(): number;
  /** Uniform in [0, 1). */
  random(): number;
  log(level: 'info' | 'warn' | 'error', message: string, fields?: Record<string, unknown>): void;
}

/** One provider, live. Every submitted request gets exactly one answer. */
export interface ChannelAdapter {
  /** Begins connecting and returns at once; the state is told through the host. */
  start(): void;
  /** Hands over a batch; `onAnswer` is called once for each index, in any order, possibly before submit returns. */
  submit(requests: readonly SubmitRequest[], onAnswer: (index: number, answer: SubmitAnswer) => void): void;
  /** True while at least one connection can take traffic. */
  isUp(): boolean;
  connections(): readonly ConnectionSnapshot[];
  /** Finishes what is in flight, at most for the time given, then answers the rest and closes. */
  stop(withinMs: number): Promise<void>;
}

/** One field of a provider form. The console draws the form from these and nothing else. */
export interface FormField {
  name: string;
  kind: 'text' | 'secret' | 'number' | 'switch' | 'select' | 'json' | 'list';
  label: string;
  help: string;
  group: 'address' | 'account' | 'limits' | 'message' | 'receipts' | 'advanced';
  required: boolean;
  default?: string | number | boolean;
  placeholder?: string;
  options?: readonly { value: string; label: string }[];
  min?: number;
  max?: number;
}

/** A callback of a provider as the api received it. */
export interface CallbackRequest {
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What a callback turned out to be. `refused` names why: wrong signature, too old, not readable. */
export type CallbackResult =
  | { kind: 'receipts'; receipts: readonly InboundReceipt[]; replies: readonly InboundReply[] }
  | { kind: 'refused'; status: 400 | 401; why: string };

/** The pure face of a protocol: what it can do, what it must be told, how its callbacks read. */
export interface ChannelManifest<Settings = unknown> {
  protocol: Protocol;
  channels: readonly Channel[];
  title: string;
  summary: string;
  /** Schema of the stored settings, secrets included. */
  settings: z.ZodType<Settings>;
  fields: readonly FormField[];
  /** The setting that holds the contracted rate, in messages a second; 0 there is none. */
  rateSetting?: string;
  /** Whether a provider with these settings passes on the ids of India's ledgers, and whether it wants the chain of telemarketers too. */
  dltOf?: (settings: Readonly<Record<string, unknown>>) => 'none' | 'ids' | 'chain';
  capabilities: {
    /** Whether acceptance is followed by receipts; without them `sent` is the last thing known. */
    receipts: boolean;
    /** What the provider does with our reference (reliability: adapter capability flag). */
    dedupe: 'none' | 'client_ref' | 'idempotency_key' | 'lookup';
    replies: boolean;
  };
  /** Reads a callback; absent for protocols without callbacks. */
  decodeCallback?: (settings: Settings, request: CallbackRequest, nowMs: number) => CallbackResult;
}
