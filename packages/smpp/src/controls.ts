import type { Pdu } from './codec.ts';
import type { RequestResult } from './session-types.ts';

type Control = { settle: (result: RequestResult) => void; write: number; since: number; timeoutMs: number };

/** The single requests (bind, unbind, query_sm ...) that await their answer; few, so each may have a promise. */
export class Controls {
  private readonly waiting = new Map<number, Control>();

  get size(): number {
    return this.waiting.size;
  }

  /** Notes a request that the write numbered `write` carries and resolves with its end. */
  add(sequence: number, write: number, nowMs: number, timeoutMs: number): Promise<RequestResult> {
    const { promise, resolve } = Promise.withResolvers<RequestResult>();
    this.waiting.set(sequence, { settle: resolve, write, since: nowMs, timeoutMs });
    return promise;
  }

  /** Ends the request this PDU answers; false when nobody waits for it. */
  settle(pdu: Pdu): boolean {
    const control = this.waiting.get(pdu.sequence);
    if (!control) return false;
    this.waiting.delete(pdu.sequence);
    control.settle({ kind: 'response', status: pdu.status, pdu });
    return true;
  }

  /** Starts the clock of the requests that a write carried, once it is flushed. */
  restart(write: number, nowMs: number): void {
    for (const control of this.waiting.values()) if (control.write === write) control.since = nowMs;
  }

  /** Ends as `timeout` those whose time since their flush is over. */
  expire(nowMs: number, flushedWrite: number): void {
    for (const [sequence, control] of this.waiting) {
      if (control.write > flushedWrite || nowMs - control.since < control.timeoutMs) continue;
      this.waiting.delete(sequence);
      control.settle({ kind: 'indeterminate', cause: 'timeout' });
    }
  }

  /** Ends all as `disconnected`. */
  drain(): void {
    for (const control of this.waiting.values()) control.settle({ kind: 'indeterminate', cause: 'disconnected' });
    this.waiting.clear();
  }
}
