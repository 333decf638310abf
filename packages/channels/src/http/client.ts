import type {
  ChannelAdapter,
  ChannelHost,
  ConnectionSnapshot,
  ConnectionState,
  SubmitAnswer,
  SubmitRequest,
} from '@signalbox/contracts';
import { createEgress, type Egress, EgressError } from '../egress.ts';
import { Pace } from '../pace.ts';
import { keepRaw } from '../raw-text.ts';
import { UrgentQueue } from '../urgent-queue.ts';
import type { HttpSettings } from './settings.ts';
import { secretsOf, toAnswer, toLookup, toWire, type WireRequest } from './translate.ts';

const PROBE_MIN_MS = 500;
const PROBE_MAX_MS = 30_000;
/** Waiting messages are handed back instead of kept when the vendor wants a longer pause than this. */
const LONGEST_HELD_PAUSE_MS = 5_000;

interface Job {
  request: SubmitRequest;
  index: number;
  onAnswer: (index: number, answer: SubmitAnswer) => void;
  answered: boolean;
  stop: AbortController;
}

/** Opens an HTTP provider; `allow` is the operator's list of hosts that may be plain or inside. */
export function openHttp(settings: HttpSettings, host: ChannelHost, allow: readonly string[]): ChannelAdapter {
  return new HttpAdapter(settings, host, allow);
}

class HttpAdapter implements ChannelAdapter {
  readonly #settings: HttpSettings;
  readonly #host: ChannelHost;
  readonly #egress: Egress;
  readonly #secrets: readonly string[];
  readonly #pace: Pace;
  readonly #queue = new UrgentQueue<Job>();
  readonly #inFlight = new Set<Job>();
  #state: ConnectionState = 'closed';
  #sinceMs: number;
  #submittedTotal = 0;
  #lastError: string | null = null;
  #probeDelayMs = PROBE_MIN_MS;
  #probeTimer: NodeJS.Timeout | undefined;
  #paceTimer: NodeJS.Timeout | undefined;
  #idle: (() => void) | undefined;

  constructor(settings: HttpSettings, host: ChannelHost, allow: readonly string[]) {
    this.#settings = settings;
    this.#host = host;
    this.#secrets = secretsOf(settings);
    this.#sinceMs = host.nowMs();
    this.#pace = new Pace(settings.requests_per_second, () => performance.now());
    this.#egress = createEgress({
      allow,
      timeoutMs: settings.timeout_ms,
      connectTimeoutMs: Math.min(5_000, settings.timeout_ms / 2),
      connectionsPerOrigin: settings.concurrency,
    });
  }

  start(): void {
    if (this.#state !== 'closed') return;
    this.#turn('connecting');
    void this.#probe();
  }

  submit(requests: readonly SubmitRequest[], onAnswer: Job['onAnswer']): void {
    for (const [index, request] of requests.entries()) {
      const job: Job = { request, index, onAnswer, answered: false, stop: new AbortController() };
      const refusal = this.#refusal();
      if (refusal) this.#settle(job, refusal);
      else this.#queue.push(job, request.urgent);
    }
    this.#pump();
  }

  isUp(): boolean {
    return this.#state === 'up' || this.#state === 'degraded';
  }

  connections(): readonly ConnectionSnapshot[] {
    return [this.#snapshot()];
  }

  async stop(withinMs: number): Promise<void> {
    this.#turn('closed');
    clearTimeout(this.#probeTimer);
    clearTimeout(this.#paceTimer);
    for (const job of this.#queue.drain()) this.#settle(job, unsent('the provider is closing'));
    if (this.#inFlight.size > 0) await this.#whenIdle(withinMs);
    for (const job of this.#inFlight) {
      this.#settle(job, lost('no answer before the provider was closed'));
      job.stop.abort();
    }
    await this.#egress.close();
  }

  #refusal(): SubmitAnswer | undefined {
    if (this.#state === 'closed') return unsent('the provider is closed');
    if (this.#state === 'backoff') return unsent(this.#lastError ?? 'the provider cannot be reached');
    const pausedMs = this.#pace.pausedMs();
    return pausedMs > LONGEST_HELD_PAUSE_MS ? paused(pausedMs) : undefined;
  }

  #pump(): void {
    while (this.isUp() && this.#queue.length > 0 && this.#inFlight.size < this.#settings.concurrency) {
      if (!this.#pace.take()) {
        this.#pumpLater();
        return;
      }
      const job = this.#queue.shift();
      if (job) void this.#deliver(job);
    }
  }

  #pumpLater(): void {
    if (this.#pace.pausedMs() > LONGEST_HELD_PAUSE_MS) {
      for (const job of this.#queue.drain()) this.#settle(job, paused(this.#pace.pausedMs()));
      return;
    }
    this.#paceTimer ??= setTimeout(
      () => {
        this.#paceTimer = undefined;
        this.#pump();
      },
      Math.max(1, Math.ceil(this.#pace.waitMs())),
    );
  }

  async #deliver(job: Job): Promise<void> {
    this.#inFlight.add(job);
    this.#submittedTotal += 1;
    const answer = await this.#exchange(job).catch((error: unknown) => unfit(String(error)));
    this.#inFlight.delete(job);
    if (answer.kind === 'throttled') this.#pace.slowDown(answer.retryAfterMs);
    this.#settle(job, answer);
    if (this.#inFlight.size === 0) this.#idle?.();
    this.#pump();
  }

  async #exchange(job: Job): Promise<SubmitAnswer> {
    const { attemptRef } = job.request;
    const answer = await this.#send(job, toWire(this.#settings, job.request));
    if (answer.kind !== 'indeterminate' || job.answered) return answer;
    const lookup = toLookup(this.#settings, attemptRef);
    if (lookup === undefined) return answer;
    const found = await this.#send(job, lookup);
    // Only a find proves something: "not found" may still be on its way through the vendor.
    return found.kind === 'accepted' ? found : answer;
  }

  async #send(job: Job, wire: WireRequest): Promise<SubmitAnswer> {
    try {
      const answer = await this.#egress.request({ ...wire, signal: job.stop.signal });
      this.#lastError = null;
      return toAnswer(this.#settings, job.request.attemptRef, answer);
    } catch (error) {
      const raw = keepRaw(error instanceof Error ? error.message : String(error), this.#secrets);
      this.#lastError = raw;
      if (!(error instanceof EgressError) || error.stage === 'exchange') return lost(raw);
      this.#retreat();
      return unsent(raw);
    }
  }

  async #probe(): Promise<void> {
    try {
      await this.#egress.probe(this.#settings.base_url);
      if (this.#state === 'closed') return;
      this.#probeDelayMs = PROBE_MIN_MS;
      this.#lastError = null;
      this.#turn('up');
      this.#pump();
    } catch (error) {
      if (this.#state === 'closed') return;
      this.#lastError = keepRaw(error instanceof Error ? error.message : String(error), this.#secrets);
      this.#retreat();
    }
  }

  /** The vendor cannot be reached: hand everything waiting back at once and knock until it opens. */
  #retreat(): void {
    if (this.#state === 'closed' || this.#probeTimer) return;
    this.#turn('backoff');
    for (const job of this.#queue.drain())
      this.#settle(job, unsent(this.#lastError ?? 'the provider cannot be reached'));
    const delayMs = this.#probeDelayMs * (0.5 + this.#host.random() / 2);
    this.#probeDelayMs = Math.min(PROBE_MAX_MS, this.#probeDelayMs * 2);
    this.#probeTimer = setTimeout(() => {
      this.#probeTimer = undefined;
      void this.#probe();
    }, delayMs);
  }

  #whenIdle(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.#idle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #settle(job: Job, answer: SubmitAnswer): void {
    if (job.answered) return;
    job.answered = true;
    job.onAnswer(job.index, answer);
  }

  #turn(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#sinceMs = this.#host.nowMs();
    this.#host.onConnection(this.#snapshot());
  }

  #snapshot(): ConnectionSnapshot {
    return {
      name: 'http-1',
      state: this.#state,
      sinceMs: this.#sinceMs,
      inFlight: this.#inFlight.size,
      window: this.#settings.concurrency,
      queued: this.#queue.length,
      submittedTotal: this.#submittedTotal,
      lastError: this.#lastError,
    };
  }
}

function unsent(raw: string): SubmitAnswer {
  return { kind: 'unsent', reason: 'provider.unavailable', raw };
}

/** The request could not even be written: every failure after that is an answer of #send. */
function unfit(raw: string): SubmitAnswer {
  return { kind: 'rejected', reason: 'content.invalid', raw };
}

function lost(raw: string): SubmitAnswer {
  return { kind: 'indeterminate', reason: 'provider.indeterminate', raw, refs: [null] };
}

function paused(retryAfterMs: number): SubmitAnswer {
  return { kind: 'throttled', retryAfterMs, raw: 'the provider asked for a pause; nothing was sent' };
}
