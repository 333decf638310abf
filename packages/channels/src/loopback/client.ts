import type {
  ChannelAdapter,
  ChannelHost,
  ConnectionSnapshot,
  InboundReceipt,
  SubmitAnswer,
  SubmitRequest,
} from '@signalbox/contracts';
import type { LoopbackSettings } from './manifest.ts';
import { answerFor, findFate, receiptFor } from './translate.ts';

const BATCH = 1000;
const RETRY_MS = 1000;

interface Due {
  atMs: number;
  receipt: InboundReceipt;
}

/** Opens a loopback provider: answers at once, receipts after the delay of the settings, kept until the host stored them. */
export function openLoopback(settings: LoopbackSettings, host: ChannelHost): ChannelAdapter {
  const soon = new ReceiptLine(settings.receipt_delay_ms, host);
  const late = new ReceiptLine(settings.late_receipt_delay_ms, host);
  let state: ConnectionSnapshot['state'] = 'closed';
  let sinceMs = host.nowMs();
  let submittedTotal = 0;
  const snapshot = (): ConnectionSnapshot => ({
    name: 'loopback-1',
    state,
    sinceMs,
    inFlight: 0,
    window: 0,
    queued: soon.length + late.length,
    submittedTotal,
    lastError: null,
  });
  const turn = (next: ConnectionSnapshot['state']): void => {
    state = next;
    sinceMs = host.nowMs();
    host.onConnection(snapshot());
  };
  return {
    start: () => turn('up'),
    submit(requests: readonly SubmitRequest[], onAnswer: (index: number, answer: SubmitAnswer) => void) {
      for (const [index, request] of requests.entries()) {
        if (state !== 'up') {
          onAnswer(index, { kind: 'unsent', reason: 'provider.unavailable', raw: 'the loopback is closed' });
          continue;
        }
        submittedTotal += 1;
        const fate = findFate(request);
        const answer = answerFor(request, fate);
        onAnswer(index, answer);
        if (answer.kind !== 'accepted' || fate?.verdict === null) continue;
        const line = fate?.late ? late : soon;
        for (const ref of answer.refs) line.push(receiptFor(ref, fate));
      }
    },
    isUp: () => state === 'up',
    connections: () => [snapshot()],
    async stop(withinMs) {
      turn('closed');
      await Promise.all([soon.flush(withinMs), late.flush(withinMs)]);
    },
  };
}

/** Receipts that fall due after one fixed delay, so that their order of arrival is their order of leaving and one timer serves all. */
class ReceiptLine {
  readonly #delayMs: number;
  readonly #host: ChannelHost;
  #waiting: Due[] = [];
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;
  #closed = false;

  constructor(delayMs: number, host: ChannelHost) {
    this.#delayMs = delayMs;
    this.#host = host;
  }

  get length(): number {
    return this.#waiting.length;
  }

  push(receipt: InboundReceipt): void {
    this.#waiting.push({ atMs: performance.now() + this.#delayMs, receipt });
    this.#arm(this.#delayMs);
  }

  /** Hands over what is waiting, due or not, and gives up after the time: a restart forgets pretended receipts. */
  async flush(withinMs: number): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const endMs = performance.now() + withinMs;
    if (this.#sending) await this.#sending;
    while (this.#waiting.length > 0 && performance.now() < endMs) {
      const before = this.#waiting.length;
      await this.#send(this.#waiting.slice(0, BATCH));
      if (this.#waiting.length === before) return;
    }
  }

  #arm(delayMs: number): void {
    if (this.#timer || this.#sending || this.#closed) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#sending = this.#sendDue();
    }, delayMs);
  }

  async #sendDue(): Promise<void> {
    const nowMs = performance.now();
    const due: Due[] = [];
    for (const item of this.#waiting) {
      if (item.atMs > nowMs + 1 || due.length === BATCH) break;
      due.push(item);
    }
    const stored = due.length === 0 || (await this.#send(due));
    this.#sending = undefined;
    const [next] = this.#waiting;
    if (next) this.#arm(stored ? Math.max(0, next.atMs - performance.now()) : RETRY_MS);
  }

  async #send(due: readonly Due[]): Promise<boolean> {
    try {
      await this.#host.onReceipts(due.map((item) => item.receipt));
      this.#waiting.splice(0, due.length);
      return true;
    } catch {
      this.#host.log('warn', 'receipts could not be stored; they come again', { receipts: due.length });
      return false;
    }
  }
}
