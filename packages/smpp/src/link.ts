import type { Socket } from 'node:net';
import { type PduInput, writePdu } from './codec.ts';
import { Intake } from './intake.ts';
import type { Batch, Lanes } from './lanes.ts';
import type { Counters, LinkHooks, LinkRole } from './link-role.ts';
import type { LinkSettings } from './link-settings.ts';
import type { MessageInput } from './message.ts';
import { EncodeError, type OutBuffer } from './out-buffer.ts';
import { Outstanding } from './outstanding.ts';
import type { Pacer } from './pacer.ts';
import type { DownReason, RequestResult } from './session-types.ts';
import { SocketWriter } from './socket-writer.ts';
import { commandStatuses } from './statuses.ts';
import { Watchdog } from './watchdog.ts';

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
const SWEEP_MS = { shortest: 5, longest: 250, perTimeout: 8 };
const TICK_BYTES_LIMIT = 1_048_576;
const FAREWELL_MS = 1_000;

/** One connection, of either side: frames in, one write per tick out, window, timeouts and watchdog. It ends once, by `down`. */
export class Link {
  /** Whether messages from the lanes may be written: true while bound. */
  sending = false;
  /** Whether silence is watched: true while bound. */
  watching = false;
  dead = false;
  /** Messages handed over and not yet answered. */
  unanswered = 0;
  private readonly parts: LinkParts;
  private readonly outstanding: Outstanding;
  private readonly intake: Intake;
  private readonly writer: SocketWriter;
  private readonly watchdog: Watchdog;
  private readonly sweeper: NodeJS.Timeout;
  private readonly sweepMs: number;
  private waker: NodeJS.Timeout | undefined = undefined;
  private scheduled = false;
  private scheduledAt = 0;
  private deferred = false;
  private sweptAt: number;
  private now: number;
  private socketError: NodeJS.ErrnoException | undefined = undefined;
  private idleWaiter: (() => void) | undefined = undefined;

  constructor(parts: LinkParts) {
    const { socket, role, settings, hooks } = parts;
    this.parts = parts;
    this.now = settings.chance.nowMs();
    this.outstanding = new Outstanding(parts);
    this.watchdog = new Watchdog(settings, this.now);
    this.writer = new SocketWriter(socket, (write) => this.restartClocks(write));
    const { outstanding, writer } = this;
    this.intake = new Intake({ role, hooks, outstanding, writer, maxPduLength: settings.maxPduLength });
    this.sweepMs = sweepEvery(settings);
    this.sweptAt = this.now;
    this.sweeper = setInterval(() => setImmediate(this.sweep), this.sweepMs);
    this.attach(socket);
  }

  private attach(socket: Socket): void {
    socket.setNoDelay(true);
    socket.on('data', this.takeChunk);
    socket.on('drain', this.schedule);
    socket.on('error', (error) => {
      this.socketError = error;
    });
    socket.on('close', () => this.down(this.closeReason()));
  }

  /** Messages written that await their answer. */
  get outstandingCount(): number {
    return this.outstanding.window.outstanding;
  }

  /** Where answers are encoded; call `schedule` afterwards. */
  get out(): OutBuffer {
    return this.writer.out;
  }

  /** Octets that wait in the socket or for the next tick. */
  get bufferedBytes(): number {
    return this.parts.socket.writableLength + this.writer.out.length;
  }

  /** Asks for a tick: everything gathered until then leaves in one write. */
  readonly schedule = (): void => {
    if (this.scheduled || this.dead) return;
    this.scheduled = true;
    this.scheduledAt = this.parts.settings.chance.nowMs();
    // setImmediate runs after the sockets were read: answers are always taken in before more is written.
    setImmediate(this.tick);
  };

  /** Writes any PDU in the next tick; throws EncodeError when a field does not fit. */
  post(pdu: PduInput): void {
    if (this.dead) return;
    writePdu(this.writer.out, pdu);
    this.schedule();
  }

  /** Writes a request in the next tick and resolves with its end; throws EncodeError when a field does not fit. */
  request(pdu: PduInput, timeoutMs: number): Promise<RequestResult> {
    if (this.dead) return Promise.resolve({ kind: 'unwritten', cause: 'not_bound' });
    const sequence = this.outstanding.nextSequence();
    this.post({ ...pdu, sequence });
    const nowMs = this.parts.settings.chance.nowMs();
    return this.outstanding.controls.add(sequence, this.writer.nextWrite, nowMs, timeoutMs);
  }

  /** Resolves when every written message has its end and every taken one its answer, or after `limitMs`, or when the link is down. */
  whenIdle(limitMs: number): Promise<void> {
    if (this.idle()) return Promise.resolve();
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, limitMs);
    this.idleWaiter = resolve;
    return promise.finally(() => clearTimeout(timer));
  }

  /** Ends the connection, once: what was read is handed over, what is in the window becomes indeterminate. */
  down(reason: DownReason): void {
    if (this.dead) return;
    this.handOver();
    this.writer.flush(this.now);
    this.dead = true;
    this.sending = false;
    clearInterval(this.sweeper);
    clearTimeout(this.waker);
    this.closeSocket(reason);
    this.outstanding.drain();
    this.idleWaiter?.();
    this.parts.hooks.onDown(reason);
  }

  private closeSocket(reason: DownReason): void {
    const { socket } = this.parts;
    if (reason.kind === 'write_stalled' || reason.kind === 'enquire_link_unanswered') {
      socket.destroy();
      return;
    }
    socket.destroySoon();
    setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
  }

  private closeReason(): DownReason {
    const error = this.socketError;
    if (!error) return { kind: 'peer_closed' };
    return { kind: 'socket_error', code: error.code ?? 'UNKNOWN', message: error.message };
  }

  private readonly takeChunk = (chunk: Buffer): void => {
    if (this.dead) return;
    this.now = this.parts.settings.chance.nowMs();
    this.watchdog.heard(this.now);
    const problem = this.intake.push(chunk, this.now);
    if (problem) {
      this.post({ command: 'generic_nack', status: commandStatuses.ESME_RINVCMDLEN.value });
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
    if (this.dead) return true;
    return this.outstandingCount === 0 && this.unanswered === 0 && this.intake.size === 0 && this.out.length === 0;
  }

  private handOver(): void {
    if (this.intake.size === 0) return;
    const batch = this.intake.takeMessages();
    this.parts.counters.delivers += batch.length;
    this.parts.hooks.onMessages(batch);
  }

  private pump(): void {
    const { lanes, pacer, counters } = this.parts;
    const { window } = this.outstanding;
    if (!this.sending || this.writer.backlogged) return;
    const wanted = Math.min(window.size - window.outstanding, lanes.size);
    if (wanted <= 0) return;
    const granted = pacer.grant(wanted, this.now);
    let left = granted;
    while (left > 0 && this.out.length < TICK_BYTES_LIMIT) {
      const batch = lanes.peek();
      if (batch === undefined) break;
      if (this.writeMessage(batch, lanes.advance(batch))) left--;
    }
    pacer.spend(granted - left, this.now);
    counters.written += granted - left;
    if (left > 0 && lanes.size > 0) this.schedule();
    else if (granted < wanted) this.wakeIn(pacer.waitMs(this.now));
  }

  private wakeIn(delayMs: number): void {
    clearTimeout(this.waker);
    this.waker = setTimeout(this.schedule, Math.max(1, Math.ceil(delayMs)));
  }

  private writeMessage(batch: Batch, index: number): boolean {
    const sequence = this.outstanding.nextSequence();
    try {
      this.parts.role.encode(this.out, sequence, batch.pdus[index] as MessageInput);
    } catch (error) {
      if (!(error instanceof EncodeError)) throw error;
      this.outstanding.give(batch, index, { kind: 'unwritten', cause: 'invalid', message: error.message });
      return false;
    }
    this.outstanding.window.claim(sequence, batch, index, this.writer.nextWrite, this.now);
    return true;
  }

  private restartClocks(write: number): void {
    this.outstanding.restart(write, this.parts.settings.chance.nowMs());
    this.schedule();
  }

  private readonly sweep = (): void => {
    if (this.dead) return;
    const { settings } = this.parts;
    this.now = settings.chance.nowMs();
    const lag = this.now - this.sweptAt - this.sweepMs;
    this.sweptAt = this.now;
    if (lag > LAG_LIMIT_MS) return;
    this.outstanding.expire(this.now, this.writer.flushedWrite);
    if (this.writer.stalledForMs(this.now) > settings.responseTimeoutMs) this.down({ kind: 'write_stalled' });
    else if (this.watching) this.watch();
    this.schedule();
  };

  private watch(): void {
    const step = this.watchdog.step(this.now);
    if (step === 'ask') this.post({ command: 'enquire_link', sequence: this.outstanding.nextSequence() });
    if (step === 'drop') this.down({ kind: 'enquire_link_unanswered', missed: this.watchdog.missed });
  }
}

function sweepEvery(settings: LinkSettings): number {
  const { responseTimeoutMs, enquireTimeoutMs, enquireIntervalMs } = settings;
  const least = Math.min(responseTimeoutMs, enquireTimeoutMs, enquireIntervalMs || Number.POSITIVE_INFINITY);
  return Math.min(SWEEP_MS.longest, Math.max(SWEEP_MS.shortest, Math.floor(least / SWEEP_MS.perTimeout)));
}
