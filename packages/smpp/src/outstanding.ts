import type { Pdu } from './codec.ts';
import type { CommandName } from './commands.ts';
import { Controls } from './controls.ts';
import type { Batch } from './lanes.ts';
import type { Counters, LinkHooks } from './link-role.ts';
import type { LinkSettings } from './link-settings.ts';
import type { MessageInput } from './message.ts';
import type { Pacer } from './pacer.ts';
import type { SubmitResult } from './session-types.ts';
import { commandStatuses } from './statuses.ts';
import { Sequencer, Window } from './window.ts';

/** What a connection's outstanding requests need from their surroundings. */
export type OutstandingParts = { settings: LinkSettings; pacer: Pacer; counters: Counters; hooks: LinkHooks };

const LATE_LIMIT = 10_000;
const THROTTLED = commandStatuses.ESME_RTHROTTLED.value;

/** Everything written on one connection that awaits its answer, and for a while what waited too long. Each ends exactly once. */
export class Outstanding {
  readonly window: Window;
  readonly controls = new Controls();
  private readonly parts: OutstandingParts;
  private readonly sequencer: Sequencer;
  private readonly late = new Map<number, { submit: MessageInput; expiredAt: number }>();

  constructor(parts: OutstandingParts) {
    this.parts = parts;
    this.window = new Window(parts.settings.window);
    this.sequencer = new Sequencer(parts.settings.firstSequence);
  }

  /** A sequence number for the next request of any kind. */
  nextSequence(): number {
    return this.window.nextSequence(this.sequencer);
  }

  /** Ends the message that awaits this answer; false when none does. */
  answer(sequence: number, result: SubmitResult & { kind: 'response' }, nowMs: number): boolean {
    const { window } = this;
    const place = window.find(sequence);
    if (place < 0) return false;
    const batch = window.batchAt(place);
    const index = window.indexAt(place);
    result.latencyMs = nowMs - window.sinceAt(place);
    window.release(place);
    this.parts.counters.responses++;
    if (result.status === THROTTLED) this.throttle(nowMs);
    this.give(batch, index, result);
    return true;
  }

  /** Takes an answer nobody awaits: late after a timeout, or to a question never asked. */
  takeStray(command: CommandName, pdu: Pick<Pdu, 'sequence' | 'status'>, messageId: string, nowMs: number): void {
    const { counters, hooks } = this.parts;
    const { sequence, status } = pdu;
    const late = this.late.get(sequence);
    if (late === undefined) {
      hooks.onProblem({ kind: 'unexpected_response', command, sequence, status });
      return;
    }
    this.late.delete(sequence);
    counters.lateResponses++;
    hooks.onLate({ submit: late.submit, sequence, status, messageId, lateByMs: nowMs - late.expiredAt });
  }

  /** Starts the clock of what the write numbered `write` carried, once it is flushed. */
  restart(write: number, nowMs: number): void {
    this.window.restart(write, nowMs);
    this.controls.restart(write, nowMs);
  }

  /** Ends as indeterminate by timeout what was flushed too long ago. */
  expire(nowMs: number, flushedWrite: number): void {
    const { settings, counters } = this.parts;
    this.window.expire(nowMs - settings.responseTimeoutMs, flushedWrite, (sequence, batch, index) => {
      counters.timeouts++;
      this.remember(sequence, batch.pdus[index] as MessageInput, nowMs);
      this.give(batch, index, { kind: 'indeterminate', cause: 'timeout' });
    });
    this.controls.expire(nowMs, flushedWrite);
  }

  /** Ends everything as indeterminate: the connection is gone. */
  drain(): void {
    this.window.drain((_sequence, batch, index) => {
      this.give(batch, index, { kind: 'indeterminate', cause: 'disconnected' });
    });
    this.controls.drain();
    this.late.clear();
  }

  /** Tells the end of one message; a callback that throws is reported and hurts no other message. */
  give(batch: Batch, index: number, result: SubmitResult): void {
    try {
      batch.onResult(index, result);
    } catch (error) {
      this.parts.hooks.onProblem({ kind: 'handler_threw', handler: 'onResult', error });
    }
  }

  private throttle(nowMs: number): void {
    const { pacer, hooks } = this.parts;
    if (!pacer.throttled(nowMs)) return;
    const { partsPerSecond } = pacer;
    hooks.onProblem({ kind: 'throttled', pauseMs: Math.round(pacer.pausedForMs(nowMs)), partsPerSecond });
  }

  private remember(sequence: number, submit: MessageInput, nowMs: number): void {
    this.late.set(sequence, { submit, expiredAt: nowMs });
    if (this.late.size <= LATE_LIMIT) return;
    for (const oldest of this.late.keys()) {
      this.late.delete(oldest);
      return;
    }
  }
}
