import type { Socket } from 'node:net';
import { decodePdu, type Pdu, type PduInput, writePdu } from './codec.ts';
import { type CommandName, commands, nameOfCommand, RESPONSE_BIT } from './commands.ts';
import { Controls } from './controls.ts';
import { FrameReader } from './frame-reader.ts';
import type { Batch, Lanes } from './lanes.ts';
import type { LinkSettings } from './link-settings.ts';
import { type MessageInput, type MessageView, viewMessage } from './message.ts';
import { EncodeError, type OutBuffer, readInt32, writeHeader, writeInt32 } from './out-buffer.ts';
import type { Pacer } from './pacer.ts';
import type { DownReason, LateResponse, RequestResult, SessionProblem, SubmitResult } from './session-types.ts';
import { SocketWriter } from './socket-writer.ts';
import { commandStatuses } from './statuses.ts';
import { readTlvs } from './tlv.ts';
import { Watchdog } from './watchdog.ts';
import { Sequencer, Window } from './window.ts';

/** Which side of SMPP a link plays: what it sends through its window, and which messages it takes in. */
export type LinkRole = {
  sends: 'submit_sm' | 'deliver_sm';
  takes: 'submit_sm' | 'deliver_sm';
  encode: (out: OutBuffer, sequence: number, message: MessageInput) => void;
};

/** What a link tells the session that owns it. */
export type LinkHooks = {
  onMessages: (batch: MessageView[]) => void;
  onRequest: (pdu: Pdu) => void;
  onPeerUnbind: () => void;
  onLate: (late: LateResponse) => void;
  onProblem: (problem: SessionProblem) => void;
  onDown: (reason: DownReason) => void;
};

/** Running totals that outlive a connection. */
export type Counters = {
  written: number;
  responses: number;
  timeouts: number;
  lateResponses: number;
  delivers: number;
};

/** What a link is made of. */
export type LinkParts = {
  socket: Socket;
  role: LinkRole;
  settings: LinkSettings;
  lanes: Lanes;
  pacer: Pacer;
  counters: Counters;
  hooks: LinkHooks;
};

// A process that was busy this long reads what came in meanwhile before it writes more or calls anything late (jsmpp issue 63).
const LAG_LIMIT_MS = 250;
const LATE_LIMIT = 10_000;
const TICK_BYTES_LIMIT = 1_048_576;
const FAREWELL_MS = 1_000;

const { ESME_RINVCMDID, ESME_RINVCMDLEN, ESME_RTHROTTLED, ESME_RUNKNOWNERR } = commandStatuses;
const { generic_nack, enquire_link, enquire_link_resp, unbind_resp } = commands;

/** One connection, of either side: frames in, one write per tick out, window, answers, timeouts and watchdog. It ends once, by `down`. */
export class Link {
  readonly window: Window;
  readonly controls = new Controls();
  /** Whether messages from the lanes may be written: true while bound. */
  sending = false;
  /** Whether silence is watched: true while bound. */
  watching = false;
  dead = false;
  /** Messages handed over and not yet answered. */
  unanswered = 0;
  private readonly parts: LinkParts;
  private readonly writer: SocketWriter;
  private readonly reader: FrameReader;
  private readonly sequencer: Sequencer;
  private readonly watchdog: Watchdog;
  private readonly sends: number;
  private readonly sendsResponse: number;
  private readonly takes: number;
  private readonly late = new Map<number, { submit: MessageInput; expiredAt: number }>();
  private readonly sweeper: NodeJS.Timeout;
  private readonly sweepMs: number;
  private incoming: MessageView[] = [];
  private waker: NodeJS.Timeout | undefined = undefined;
  private scheduled = false;
  private scheduledAt = 0;
  private deferred = false;
  private sweptAt: number;
  private now: number;
  private socketError: NodeJS.ErrnoException | undefined = undefined;
  private idleWaiter: (() => void) | undefined = undefined;

  constructor(parts: LinkParts) {
    const { socket, role, settings } = parts;
    this.parts = parts;
    this.now = settings.chance.nowMs();
    this.window = new Window(settings.window);
    this.sequencer = new Sequencer(settings.firstSequence);
    this.sends = commands[role.sends].id;
    this.sendsResponse = this.sends + RESPONSE_BIT;
    this.takes = commands[role.takes].id;
    this.watchdog = new Watchdog(settings, this.now);
    this.writer = new SocketWriter(socket, (write) => this.restartClocks(write));
    this.reader = new FrameReader((bytes, start, end) => this.takeFrame(bytes, start, end), settings.maxPduLength);
    const shortest = Math.min(settings.responseTimeoutMs, settings.enquireTimeoutMs, settings.enquireIntervalMs || 1e9);
    this.sweepMs = Math.min(250, Math.max(5, Math.floor(shortest / 8)));
    this.sweptAt = this.now;
    this.sweeper = setInterval(() => setImmediate(this.sweep), this.sweepMs);
    socket.setNoDelay(true);
    socket.on('data', this.takeChunk);
    socket.on('drain', this.schedule);
    socket.on('error', (error) => {
      this.socketError = error;
    });
    socket.on('close', () => this.down(this.closeReason()));
  }

  /** Asks for a tick: everything gathered until then leaves in one write. */
  readonly schedule = (): void => {
    if (this.scheduled || this.dead) return;
    this.scheduled = true;
    this.scheduledAt = this.parts.settings.chance.nowMs();
    // setImmediate runs after the sockets were read: answers are always taken in before more is written.
    setImmediate(this.tick);
  };

  /** Writes any PDU in the next tick. */
  post(pdu: PduInput): void {
    if (this.dead) return;
    writePdu(this.writer.out, pdu);
    this.schedule();
  }

  /** Where answers are encoded; call `schedule` afterwards. */
  get out(): OutBuffer {
    return this.writer.out;
  }

  /** Octets that wait in the socket or for the next tick. */
  get bufferedBytes(): number {
    return this.parts.socket.writableLength + this.writer.out.length;
  }

  /** Writes a request in the next tick and resolves with its end; throws EncodeError when a field does not fit. */
  request(pdu: PduInput, timeoutMs: number): Promise<RequestResult> {
    if (this.dead) return Promise.resolve({ kind: 'unwritten', cause: 'not_bound' });
    const sequence = this.window.nextSequence(this.sequencer);
    this.post({ ...pdu, sequence });
    return this.controls.add(sequence, this.writer.nextWrite, this.parts.settings.chance.nowMs(), timeoutMs);
  }

  /** Resolves when every written message has its end and every taken one its answer, or after `limitMs`, or when the link is down. */
  whenIdle(limitMs: number): Promise<void> {
    if (this.idle()) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, limitMs);
    this.idleWaiter = resolve;
    return promise.finally(() => clearTimeout(timer));
  }

  /** Ends the connection, once: what is in the window becomes indeterminate, what was read is handed over. */
  down(reason: DownReason): void {
    if (this.dead) return;
    this.handOver();
    this.writer.flush(this.now);
    this.dead = true;
    this.sending = false;
    clearInterval(this.sweeper);
    clearTimeout(this.waker);
    this.closeSocket(reason);
    this.window.drain((_sequence, batch, index) => {
      this.give(batch, index, { kind: 'indeterminate', cause: 'disconnected' });
    });
    this.controls.drain();
    this.late.clear();
    this.idleWaiter?.();
    this.parts.hooks.onDown(reason);
  }

  private closeSocket(reason: DownReason): void {
    const { socket } = this.parts;
    if (reason.kind === 'write_stalled' || reason.kind === 'enquire_link_unanswered' || socket.destroyed) {
      socket.destroy();
      return;
    }
    socket.destroySoon();
    setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
  }

  private closeReason(): DownReason {
    const error = this.socketError;
    return error
      ? { kind: 'socket_error', code: error.code ?? 'UNKNOWN', message: error.message }
      : { kind: 'peer_closed' };
  }

  private readonly takeChunk = (chunk: Buffer): void => {
    if (this.dead) return;
    this.now = this.parts.settings.chance.nowMs();
    this.watchdog.heard(this.now);
    const problem = this.reader.push(chunk);
    if (problem) {
      this.post({ command: 'generic_nack', status: ESME_RINVCMDLEN.value });
      this.down({ kind: 'framing', length: problem.length });
    } else this.schedule();
  };

  private readonly tick = (): void => {
    this.scheduled = false;
    if (this.dead) return;
    this.now = this.parts.settings.chance.nowMs();
    if (!this.deferred && this.now - this.scheduledAt > LAG_LIMIT_MS) {
      this.deferred = true;
      this.schedule();
      return;
    }
    this.deferred = false;
    this.handOver();
    this.pump();
    this.writer.flush(this.now);
    if (this.idleWaiter && this.idle()) this.idleWaiter();
  };

  private idle(): boolean {
    return this.dead || (this.window.outstanding === 0 && this.unanswered === 0 && this.writer.out.length === 0);
  }

  private handOver(): void {
    if (this.incoming.length === 0) return;
    const batch = this.incoming;
    this.incoming = [];
    this.parts.counters.delivers += batch.length;
    this.parts.hooks.onMessages(batch);
  }

  private pump(): void {
    const { lanes, pacer } = this.parts;
    if (!this.sending || this.writer.backlogged) return;
    const wanted = Math.min(this.window.size - this.window.outstanding, lanes.size);
    if (wanted <= 0) return;
    const granted = pacer.grant(wanted, this.now);
    let left = granted;
    while (left > 0 && this.writer.out.length < TICK_BYTES_LIMIT) {
      const batch = lanes.peek();
      if (batch === undefined) break;
      if (this.writeMessage(batch, lanes.advance(batch))) left--;
    }
    pacer.spend(granted - left, this.now);
    this.parts.counters.written += granted - left;
    if (left > 0 && lanes.size > 0) this.schedule();
    else if (granted < wanted) this.wakeIn(pacer.waitMs(this.now));
  }

  private wakeIn(delayMs: number): void {
    clearTimeout(this.waker);
    this.waker = setTimeout(this.schedule, Math.max(1, Math.ceil(delayMs)));
  }

  private writeMessage(batch: Batch, index: number): boolean {
    const sequence = this.window.nextSequence(this.sequencer);
    try {
      this.parts.role.encode(this.writer.out, sequence, batch.pdus[index] as MessageInput);
    } catch (error) {
      if (!(error instanceof EncodeError)) throw error;
      this.give(batch, index, { kind: 'unwritten', cause: 'invalid', message: error.message });
      return false;
    }
    this.window.claim(sequence, batch, index, this.writer.nextWrite, this.now);
    return true;
  }

  private give(batch: Batch, index: number, result: SubmitResult): void {
    try {
      batch.onResult(index, result);
    } catch (error) {
      this.parts.hooks.onProblem({ kind: 'handler_threw', handler: 'onResult', error });
    }
  }

  private takeFrame(bytes: Buffer, start: number, end: number): void {
    const id = readInt32(bytes, start + 4);
    if (id === this.sendsResponse) this.takeResponse(bytes, start, end);
    else if (id === this.takes) this.takeMessage(bytes, start, end);
    else this.takeOther(bytes.subarray(start, end));
  }

  private takeMessage(bytes: Buffer, start: number, end: number): void {
    const view = viewMessage(bytes, start, end);
    if (view !== undefined) this.incoming.push(view);
    else this.refuse(this.takes, readInt32(bytes, start + 12), ESME_RINVCMDLEN.value);
  }

  private takeResponse(bytes: Buffer, start: number, end: number): void {
    const status = readInt32(bytes, start + 8);
    const sequence = readInt32(bytes, start + 12);
    let stop = start + 16;
    while (stop < end && bytes[stop] !== 0) stop++;
    const messageId = stop > start + 16 ? bytes.toString('latin1', start + 16, stop) : '';
    const tlvs = stop + 1 < end ? readTlvs(bytes, stop + 1, end).tlvs : undefined;
    if (!this.answerWindow(sequence, { kind: 'response', status, messageId, latencyMs: 0, tlvs })) {
      this.takeStray(this.sendsResponse, sequence, status, messageId);
    }
  }

  private answerWindow(sequence: number, result: SubmitResult & { kind: 'response' }): boolean {
    const { window } = this;
    const place = window.find(sequence);
    if (place < 0) return false;
    const batch = window.batchAt(place);
    const index = window.indexAt(place);
    result.latencyMs = this.now - window.sinceAt(place);
    window.release(place);
    this.parts.counters.responses++;
    if (result.status === ESME_RTHROTTLED.value) this.throttle();
    this.give(batch, index, result);
    return true;
  }

  private throttle(): void {
    const { pacer, hooks } = this.parts;
    if (!pacer.throttled(this.now)) return;
    const { partsPerSecond } = pacer;
    hooks.onProblem({ kind: 'throttled', pauseMs: pacer.pausedForMs(this.now), partsPerSecond });
  }

  private takeStray(id: number, sequence: number, status: number, messageId: string): void {
    const late = this.late.get(sequence);
    if (late === undefined) {
      const command = nameOfCommand(id) as CommandName;
      this.parts.hooks.onProblem({ kind: 'unexpected_response', command, sequence, status });
      return;
    }
    this.late.delete(sequence);
    this.parts.counters.lateResponses++;
    const lateByMs = this.now - late.expiredAt;
    this.parts.hooks.onLate({ submit: late.submit, sequence, status, messageId, lateByMs });
  }

  private takeOther(frame: Buffer): void {
    const decoded = decodePdu(frame, this.parts.settings.maxPduLength);
    if (decoded.kind === 'problem') {
      if (decoded.problem !== 'framing') this.refuse(decoded.commandId, decoded.sequence, decoded.status);
      return;
    }
    const { pdu } = decoded;
    if (pdu.command === 'enquire_link') this.writeBare(enquire_link_resp.id, 0, pdu.sequence);
    else if (pdu.command === 'unbind') {
      this.writeBare(unbind_resp.id, 0, pdu.sequence);
      this.parts.hooks.onPeerUnbind();
    } else if (pdu.command === 'generic_nack') this.takeNack(pdu);
    else if (commands[pdu.command].id < RESPONSE_BIT) this.parts.hooks.onRequest(pdu);
    else if (!this.controls.settle(pdu) && pdu.command !== 'enquire_link_resp') {
      this.takeStray(commands[pdu.command].id, pdu.sequence, pdu.status, '');
    }
  }

  // A generic_nack without a sequence we know can not be laid to any message: those stay in the window until their time is over.
  private takeNack(pdu: Pdu): void {
    const status = pdu.status === 0 ? ESME_RUNKNOWNERR.value : pdu.status;
    this.parts.hooks.onProblem({ kind: 'generic_nack', sequence: pdu.sequence, status });
    const answer = { kind: 'response', status, messageId: '', latencyMs: 0, tlvs: undefined } as const;
    if (!this.answerWindow(pdu.sequence, { ...answer })) this.controls.settle({ ...pdu, status });
  }

  /** Answers what can not be read: the command's own response, or generic_nack for an unknown command; an answer is never answered. */
  private refuse(commandId: number, sequence: number, status: number): void {
    this.parts.hooks.onProblem({ kind: 'undecodable', commandId, sequence, status });
    if (commandId >= RESPONSE_BIT) return;
    const known = nameOfCommand(commandId + RESPONSE_BIT) !== undefined && status !== ESME_RINVCMDID.value;
    this.writeBare(known ? commandId + RESPONSE_BIT : generic_nack.id, status, sequence);
  }

  private writeBare(id: number, status: number, sequence: number): void {
    const { out } = this.writer;
    const bytes = out.reserve(16);
    writeInt32(bytes, out.length, 16);
    writeHeader(bytes, out.length, id, status, sequence);
    out.length += 16;
  }

  private restartClocks(write: number): void {
    const now = this.parts.settings.chance.nowMs();
    this.window.restart(write, now);
    this.controls.restart(write, now);
    this.schedule();
  }

  private readonly sweep = (): void => {
    if (this.dead) return;
    const { settings, counters } = this.parts;
    this.now = settings.chance.nowMs();
    const lag = this.now - this.sweptAt - this.sweepMs;
    this.sweptAt = this.now;
    if (lag > LAG_LIMIT_MS) return;
    this.window.expire(this.now - settings.responseTimeoutMs, this.writer.flushedWrite, (sequence, batch, index) => {
      counters.timeouts++;
      this.remember(sequence, batch.pdus[index] as MessageInput);
      this.give(batch, index, { kind: 'indeterminate', cause: 'timeout' });
    });
    this.controls.expire(this.now, this.writer.flushedWrite);
    if (this.writer.stalledForMs(this.now) > settings.responseTimeoutMs) this.down({ kind: 'write_stalled' });
    else if (this.watching) this.watch();
    this.schedule();
  };

  private remember(sequence: number, submit: MessageInput): void {
    this.late.set(sequence, { submit, expiredAt: this.now });
    if (this.late.size <= LATE_LIMIT) return;
    for (const oldest of this.late.keys()) {
      this.late.delete(oldest);
      return;
    }
  }

  private watch(): void {
    const step = this.watchdog.step(this.now);
    if (step === 'ask') this.writeBare(enquire_link.id, 0, this.window.nextSequence(this.sequencer));
    if (step === 'drop') this.down({ kind: 'enquire_link_unanswered', missed: this.watchdog.missed });
  }
}
