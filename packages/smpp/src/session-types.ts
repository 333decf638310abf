import type { ConnectionOptions, TlsOptions } from 'node:tls';
import type { Fields, Pdu } from './codec.ts';
import type { CommandName } from './commands.ts';
import type { DeliverSm, MessageInput, ReceivedMessage, SubmitSm } from './message.ts';
import type { Tlv } from './tlv.ts';

/**
 * How one submit (or deliver) ended; each ends exactly once.
 * `response`: the peer answered, `status` 0 or its error; `tlvs` only when it sent some; `latencyMs` from write to answer.
 * `indeterminate`: octets may have left and no answer came: the peer may or may not have taken it.
 * `unwritten`: provably no octet left this process; `message` explains `invalid`.
 */
export type SubmitResult =
  | { kind: 'response'; status: number; messageId: string; latencyMs: number; tlvs?: readonly Tlv[] }
  | { kind: 'indeterminate'; cause: 'timeout' | 'disconnected' }
  | { kind: 'unwritten'; cause: 'not_bound' | 'disconnected' | 'queue_full' | 'closed' | 'invalid'; message?: string };

/** Receives the result of the message at `index` of its batch; called once per message, in the order results come. Must not throw. */
export type OnResult = (index: number, result: SubmitResult) => void;

/** How a batch is sent: `urgent` messages take the next free window slot before any that are not. */
export type SendOptions = { urgent?: boolean };

/** How a single request (query_sm, cancel_sm, data_sm ...) ended; the meaning is that of SubmitResult. */
export type RequestResult =
  | { kind: 'response'; status: number; pdu: Pdu }
  | { kind: 'indeterminate'; cause: 'timeout' | 'disconnected' }
  | { kind: 'unwritten'; cause: 'not_bound' };

/** The commands `request` can send. */
export type RequestName = Exclude<
  CommandName,
  | `${string}_resp`
  | 'generic_nack'
  | 'submit_sm'
  | 'deliver_sm'
  | `bind_${string}`
  | 'unbind'
  | 'outbind'
  | 'alert_notification'
>;

/** Where a session stands, in the words of the house: connecting, bound, unbinding, closed, backoff. */
export type SessionState = 'connecting' | 'bound' | 'unbinding' | 'closed' | 'backoff';

/** Why a connection ended or could not be made. */
export type DownReason =
  | { kind: 'connect_failed'; code: string; message: string }
  | { kind: 'connect_timeout' }
  | { kind: 'bind_refused'; status: number; authentication: boolean }
  | { kind: 'bind_timeout' }
  | { kind: 'peer_unbind' }
  | { kind: 'peer_closed' }
  | { kind: 'socket_error'; code: string; message: string }
  | { kind: 'enquire_link_unanswered'; missed: number }
  | { kind: 'write_stalled' }
  | { kind: 'framing'; length: number }
  | { kind: 'closed_by_us' };

/** A change of session state. `closed` with `final` true is the last one; `backoff` tells in how many milliseconds the next try starts. */
export type StateChange =
  | { state: 'connecting'; attempt: number }
  | { state: 'bound'; peerSystemId: string; peerInterfaceVersion: number | undefined }
  | { state: 'unbinding'; reason: DownReason }
  | { state: 'closed'; reason: DownReason; final: boolean }
  | { state: 'backoff'; reason: DownReason; retryInMs: number; attempt: number };

/** Something odd that did not end the connection (or, for `handler_threw`, a fault of the caller's own callback). */
export type SessionProblem =
  | { kind: 'unexpected_response'; command: CommandName; sequence: number; status: number }
  | { kind: 'generic_nack'; sequence: number; status: number }
  | { kind: 'undecodable'; commandId: number; sequence: number; status: number }
  | { kind: 'unexpected_request'; command: CommandName; sequence: number }
  | { kind: 'throttled'; pauseMs: number; partsPerSecond: number }
  | { kind: 'deliver_overflow'; refused: number }
  | { kind: 'handler_threw'; handler: string; error: unknown };

/** An answer that came after its submit had been reported `indeterminate` by timeout; `submit` is the object that was given. */
export type LateResponse = { submit: SubmitSm; sequence: number; status: number; messageId: string; lateByMs: number };

/** What a session holds and has done since it started; `window` and `outstanding` count messages, rates are parts per second (Infinity: no limit). */
export type SessionFigures = {
  state: SessionState;
  window: number;
  outstanding: number;
  queued: number;
  queuedUrgent: number;
  unacknowledgedDelivers: number;
  written: number;
  responses: number;
  timeouts: number;
  lateResponses: number;
  delivers: number;
  partsPerSecond: number;
  pausedForMs: number;
};

/** Time and chance, injectable for tests: a monotonic clock in milliseconds and a random number from 0 to below 1. */
export type Chance = { nowMs: () => number; random: () => number };

/** Limits and times that client and server sessions share; all have defaults. */
export type LinkOptions = {
  /** Most messages awaiting their answer; default 10. */
  window?: number;
  /** Most parts per second (token bucket, burst of a tenth of a second); default no limit. */
  partsPerSecond?: number;
  /** How long sending pauses after ESME_RTHROTTLED; default 1000. */
  throttlePauseMs?: number;
  /** How long an answer may take, counted from the flush of the request; default 30000. */
  responseTimeoutMs?: number;
  /** Silence after which enquire_link is sent; default 30000. 0 sends none. */
  enquireIntervalMs?: number;
  /** How long an enquire_link may stay unanswered before it counts as missed; default 10000. */
  enquireTimeoutMs?: number;
  /** Missed enquire_links after which the connection is dropped; default 2. */
  enquireMissedLimit?: number;
  /** Most messages waiting in the queues; a batch that does not fit whole ends `unwritten`, `queue_full`; default 100000. */
  maxQueued?: number;
  /** Largest PDU accepted, in octets; default 65536. */
  maxPduLength?: number;
  /** First sequence number of a connection, 1 to 0x7FFFFFFF; default 1. */
  firstSequence?: number;
  chance?: Chance;
};

/** How a lost connection is tried again: exponential from `baseMs` to `maxMs` with jitter; `authMs` after statuses 0x0D, 0x0E and 0x0F. */
export type ReconnectOptions = {
  /** First delay; default 500. */
  baseMs?: number;
  /** Longest delay; default 30000. */
  maxMs?: number;
  /** Delay after refused credentials, at least 300000 by default lest the carrier lock the account. */
  authMs?: number;
  /** How long a bind must hold before the delays start again from `baseMs`; default 10000. */
  stableMs?: number;
};

/** Settings and callbacks of a client session. */
export type SessionOptions = LinkOptions & {
  host: string;
  port: number;
  /** true or node:tls options for TLS; the certificate is verified unless `rejectUnauthorized: false` is spelled out. */
  tls?: boolean | ConnectionOptions;
  bind: 'transmitter' | 'receiver' | 'transceiver';
  systemId: string;
  password: string;
  systemType?: string;
  /** Default 0x34 (SMPP 3.4). */
  interfaceVersion?: number;
  addrTon?: number;
  addrNpi?: number;
  addressRange?: string;
  connectTimeoutMs?: number;
  bindTimeoutMs?: number;
  /** false: do not reconnect; the session closes for good when the connection ends. */
  reconnect?: false | ReconnectOptions;
  /** What happens to queued, unwritten submits when there is no bound connection: `return` ends them `unwritten` (default), `keep` holds them for the next bind. */
  queueWhenDown?: 'return' | 'keep';
  /** Most deliver_sm handed over and not yet settled; beyond it they are refused with ESME_RMSGQFUL; default 10000. */
  maxUnacknowledgedDelivers?: number;
  /** The command_status that answers deliver_sm when `onDeliver` rejects; default 0x58, which carriers treat as "send again". */
  deliverRetryStatus?: number;
  /** Takes all deliver_sm read in one tick; they are acknowledged only after it returns or its promise resolves, so a receipt can be durable first. */
  onDeliver?: (pdus: readonly DeliverSm[]) => Promise<void> | void;
  onState?: (change: StateChange) => void;
  onLateResponse?: (late: LateResponse) => void;
  onProblem?: (problem: SessionProblem) => void;
};

/** A client session: it connects, binds, keeps the link alive and reconnects by itself until closed. */
export type SmppSession = {
  readonly state: SessionState;
  /** Queues a batch; `onResult` is called exactly once for each message. All that is queued in one tick leaves in one write. */
  submit: (batch: readonly SubmitSm[], options: SendOptions, onResult: OnResult) => void;
  /** Sends any other request and resolves with its end; never rejects, except with EncodeError for a field that does not fit. */
  request: <C extends RequestName>(
    command: C,
    fields: Partial<Fields<C>>,
    tlvs?: readonly Tlv[],
  ) => Promise<RequestResult>;
  /** Stops sending for so many milliseconds; answers and enquire_links go on. */
  pause: (forMs: number) => void;
  /** Changes the rate limit; undefined lifts it. */
  setPartsPerSecond: (rate: number | undefined) => void;
  figures: () => SessionFigures;
  /** Returns queued submits unwritten, waits up to `drainMs` (default 20000) for answers, unbinds and closes for good. */
  close: (options?: { drainMs?: number }) => Promise<void>;
};

/** A bind that a peer asks of our server. */
export type BindRequest = Fields<'bind_transceiver'> & {
  bind: 'transmitter' | 'receiver' | 'transceiver';
  remoteAddress: string;
};

/** The answer to a bind: `status` 0 binds, anything else refuses. */
export type BindAnswer = { status: number; systemId?: string };

/** One connection to our server. */
export type SmppPeer = {
  /** The system_id it bound with; '' before. */
  readonly systemId: string;
  readonly bind: 'transmitter' | 'receiver' | 'transceiver' | undefined;
  readonly remoteAddress: string;
  /** Answers a submit_sm (or data_sm) by its sequence; answers of one tick leave in one write. */
  answer: (sequence: number, status: number, messageId: string) => void;
  /** Queues deliver_sm to a receiver or transceiver; `onResult` is called exactly once for each. */
  deliver: (batch: readonly MessageInput[], options: SendOptions, onResult: OnResult) => void;
  /** Octets waiting in the socket; stop producing when it grows. */
  readonly bufferedBytes: number;
  /** Sends unbind, waits for the answer and closes. */
  unbind: () => Promise<void>;
  /** Cuts the connection at once. */
  destroy: () => void;
};

/** Settings and callbacks of a server. */
export type ServerOptions = LinkOptions & {
  /** node:tls server options (key, cert) for TLS. */
  tls?: TlsOptions;
  /** The system_id told in bind answers; default 'smsc'. */
  systemId?: string;
  /** A connection that has not bound by then is closed; default 10000. */
  bindTimeoutMs?: number;
  /** Most connections at once; default 1000. */
  maxConnections?: number;
  /** How long a refused bind waits for its answer, so that guessing is slow; default 1000. */
  refusalDelayMs?: number;
  onBind: (request: BindRequest, peer: SmppPeer) => BindAnswer | Promise<BindAnswer>;
  /** Takes all submit_sm of one peer read in one tick; answer each with `peer.answer`. */
  onSubmit: (pdus: readonly ReceivedMessage[], peer: SmppPeer) => void;
  /** Answers any other request (query_sm, cancel_sm ...); without it they get ESME_RINVCMDID. */
  onRequest?: (pdu: Pdu, peer: SmppPeer) => { status: number; fields?: Record<string, unknown> };
  onDown?: (peer: SmppPeer, reason: DownReason) => void;
  onProblem?: (problem: SessionProblem, peer: SmppPeer) => void;
};

/** A listening SMPP server. */
export type SmppServer = {
  readonly peers: ReadonlySet<SmppPeer>;
  /** Listens and resolves with the port in use (give 0 for any free one). */
  listen: (port: number, host?: string) => Promise<{ port: number; host: string }>;
  /** Stops listening, cuts every connection and resolves when all are gone. */
  close: () => Promise<void>;
};
