import type {
  ChannelAdapter,
  ChannelHost,
  ConnectionSnapshot,
  ConnectionState,
  ReasonCode,
  SubmitAnswer,
  SubmitRequest,
} from '@signalbox/contracts';
import MailComposer from 'nodemailer/lib/mail-composer';
import { Pace } from '../pace.ts';
import { keepRaw } from '../raw-text.ts';
import { UrgentQueue } from '../urgent-queue.ts';
import { type ComposedMail, Lane, type LaneResult } from './lane.ts';
import type { SmtpSettings } from './manifest.ts';
import { type MailToSend, type SmtpFailure, toFailureAnswer, toMail } from './translate.ts';

const RETRY_MIN_MS = 500;
const RETRY_MAX_MS = 30_000;
const AUTH_RETRY_MS = 300_000;
const IDLE_REOPEN_MS = 1000;
const EXTRA_LANE_PAUSE_MS = 10_000;
const LONGEST_HELD_PAUSE_MS = 5_000;

interface Job {
  request: SubmitRequest;
  mail: MailToSend;
  index: number;
  onAnswer: (index: number, answer: SubmitAnswer) => void;
  answered: boolean;
  triedStale: boolean;
}

/** Opens an SMTP provider. */
export function openSmtp(settings: SmtpSettings, host: ChannelHost): ChannelAdapter {
  return new SmtpAdapter(settings, host);
}

class SmtpAdapter implements ChannelAdapter {
  readonly #settings: SmtpSettings;
  readonly #host: ChannelHost;
  readonly #secrets: readonly string[];
  readonly #lanes: readonly Lane[];
  readonly #pace: Pace;
  readonly #queue = new UrgentQueue<Job>();
  readonly #inFlight = new Set<Job>();
  /** Lanes whose next mail is being composed. */
  readonly #reserved = new Set<Lane>();
  /** `up` from the first good connection until a new one fails: a server that ends idle connections is not down. */
  #state: ConnectionState = 'closed';
  #lastError: string | null = null;
  #downReason: ReasonCode = 'provider.unavailable';
  #retryDelayMs = RETRY_MIN_MS;
  #retryTimer: NodeJS.Timeout | undefined;
  #paceTimer: NodeJS.Timeout | undefined;
  #moreLanesAtMs = 0;
  #idle: (() => void) | undefined;

  constructor(settings: SmtpSettings, host: ChannelHost) {
    this.#settings = settings;
    this.#host = host;
    this.#secrets = [settings.password, Buffer.from(settings.password).toString('base64')].filter(
      (text) => text !== '',
    );
    this.#pace = new Pace(settings.messages_per_second, () => performance.now());
    const hooks = { onReady: () => this.#laneReady(), onDown: this.#laneDown.bind(this) };
    this.#lanes = Array.from(
      { length: settings.max_connections },
      (_, index) => new Lane(`smtp-${index + 1}`, settings, hooks),
    );
  }

  start(): void {
    if (this.#state !== 'closed') return;
    this.#turn('connecting');
    this.#lanes[0]?.open();
  }

  submit(requests: readonly SubmitRequest[], onAnswer: Job['onAnswer']): void {
    for (const [index, request] of requests.entries()) {
      const refusal = this.#refusal();
      const mail = refusal ?? toMail(request, this.#settings.default_from);
      if ('kind' in mail) onAnswer(index, mail);
      else this.#queue.push({ request, mail, index, onAnswer, answered: false, triedStale: false }, request.urgent);
    }
    this.#pump();
  }

  isUp(): boolean {
    return this.#state === 'up';
  }

  connections(): readonly ConnectionSnapshot[] {
    return this.#lanes
      .filter((lane, index) => index === 0 || lane.state !== 'closed')
      .map((lane) => this.#snapshot(lane));
  }

  async stop(withinMs: number): Promise<void> {
    this.#turn('closed');
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#paceTimer);
    for (const job of this.#queue.drain()) this.#settle(job, unsent('the provider is closing'));
    if (this.#inFlight.size > 0) await this.#whenIdle(withinMs);
    for (const lane of this.#lanes) lane.close();
    // What is left was still being composed.
    for (const job of this.#inFlight) this.#settle(job, unsent('the provider is closing'));
  }

  #refusal(): SubmitAnswer | undefined {
    if (this.#state === 'closed') return unsent('the provider is closed');
    if (this.#state === 'backoff') return this.#unreachable();
    const pausedMs = this.#pace.pausedMs();
    return pausedMs > LONGEST_HELD_PAUSE_MS ? paused(pausedMs) : undefined;
  }

  #unreachable(): SubmitAnswer {
    return { kind: 'unsent', reason: this.#downReason, raw: this.#lastError ?? 'the mail server cannot be reached' };
  }

  #pump(): void {
    while (this.#state === 'up' && this.#queue.length > 0) {
      const lane = this.#lanes.find((candidate) => candidate.state === 'ready' && !this.#reserved.has(candidate));
      if (lane === undefined || !this.#pace.take()) {
        if (lane === undefined) this.#openMore();
        else this.#pumpLater();
        return;
      }
      const job = this.#queue.shift();
      if (job) void this.#deliver(lane, job);
    }
  }

  #openMore(): void {
    const opening = this.#lanes.filter((lane) => lane.state === 'connecting').length;
    const isAnyOpen = this.#lanes.some((lane) => lane.state !== 'closed');
    if (opening >= this.#queue.length || (isAnyOpen && performance.now() < this.#moreLanesAtMs)) return;
    this.#lanes.find((lane) => lane.state === 'closed')?.open();
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

  async #deliver(lane: Lane, job: Job): Promise<void> {
    this.#inFlight.add(job);
    this.#reserved.add(lane);
    let mail: ComposedMail;
    try {
      mail = await compose(job.mail, this.#host.nowMs());
    } catch (error) {
      this.#reserved.delete(lane);
      this.#end(job, { kind: 'rejected', reason: 'content.invalid', raw: keepRaw(String(error), this.#secrets) });
      this.#pump();
      return;
    }
    this.#reserved.delete(lane);
    lane.send(mail, (result) => this.#answered(job, result));
    this.#pump();
  }

  #answered(job: Job, result: LaneResult): void {
    if (result.ok) {
      this.#end(job, { kind: 'accepted', refs: [job.mail.messageId] });
      return;
    }
    if (result.stale && !job.triedStale && this.#state === 'up') {
      job.triedStale = true;
      this.#inFlight.delete(job);
      this.#queue.putBack(job, job.request.urgent);
      return;
    }
    const answer = toFailureAnswer(result.failure, this.#settings.throttle_pause_ms, this.#secrets);
    // A deferral of one recipient says little about the rest, so the whole provider pauses briefly whatever the mail has to wait.
    if (answer.kind === 'throttled') this.#pace.slowDown(this.#settings.throttle_pause_ms);
    this.#end(job, answer);
  }

  #end(job: Job, answer: SubmitAnswer): void {
    this.#inFlight.delete(job);
    this.#settle(job, answer);
    if (this.#inFlight.size === 0) this.#idle?.();
  }

  #laneReady(): void {
    if (this.#state === 'closed') return;
    this.#retryDelayMs = RETRY_MIN_MS;
    this.#lastError = null;
    if (this.#state !== 'up') this.#turn('up');
    this.#pump();
  }

  #laneDown(lane: Lane, failure: SmtpFailure | null, wasReady: boolean): void {
    if (this.#state === 'closed') return;
    if (failure) this.#lastError = keepRaw(failure.text, this.#secrets);
    this.#host.onConnection(this.#snapshot(lane));
    if (wasReady) {
      this.#pump();
      this.#reopenLater(IDLE_REOPEN_MS);
      return;
    }
    if (this.#lanes.some((other) => other.state !== 'closed')) {
      // Some connections stand and a further one was refused: the server has its own idea of how many we may have.
      this.#moreLanesAtMs = performance.now() + EXTRA_LANE_PAUSE_MS;
      return;
    }
    this.#retreat(failure);
  }

  #retreat(failure: SmtpFailure | null): void {
    const isAuth = failure?.code === 535 || failure?.code === 534 || failure?.code === 530;
    this.#downReason = isAuth ? 'account.auth' : 'provider.unavailable';
    this.#turn('backoff');
    for (const job of this.#queue.drain()) this.#settle(job, this.#unreachable());
    // Knocking with a wrong password locks accounts, so that waits long.
    const delayMs = isAuth ? AUTH_RETRY_MS : this.#retryDelayMs * (0.5 + this.#host.random() / 2);
    this.#retryDelayMs = Math.min(RETRY_MAX_MS, this.#retryDelayMs * 2);
    this.#reopenLater(delayMs);
  }

  #reopenLater(delayMs: number): void {
    this.#retryTimer ??= setTimeout(() => {
      this.#retryTimer = undefined;
      if (this.#lanes.every((lane) => lane.state === 'closed')) this.#lanes[0]?.open();
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
    this.#state = state;
    const [first] = this.#lanes;
    if (first) {
      first.sinceMs = this.#host.nowMs();
      this.#host.onConnection(this.#snapshot(first));
    }
  }

  #snapshot(lane: Lane): ConnectionSnapshot {
    const isFirst = lane === this.#lanes[0];
    return {
      name: lane.name,
      state: isFirst || this.#state === 'closed' ? this.#state : LANE_STATES[lane.state],
      sinceMs: lane.sinceMs,
      inFlight: lane.state === 'busy' ? 1 : 0,
      window: 1,
      queued: isFirst ? this.#queue.length : 0,
      submittedTotal: lane.submittedTotal,
      lastError: isFirst ? this.#lastError : null,
    };
  }
}

const LANE_STATES = { closed: 'closed', connecting: 'connecting', ready: 'up', busy: 'up' } as const;

async function compose(mail: MailToSend, nowMs: number): Promise<ComposedMail> {
  const message = new MailComposer({
    from: mail.from,
    to: mail.to.address,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.messageId}>`,
    headers: mail.headers,
    date: new Date(nowMs),
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();
  return { from: mail.from.address, to: mail.to.address, bytes: await message.build() };
}

function unsent(raw: string): SubmitAnswer {
  return { kind: 'unsent', reason: 'provider.unavailable', raw };
}

function paused(retryAfterMs: number): SubmitAnswer {
  return { kind: 'throttled', retryAfterMs, raw: 'the server asked for a pause; nothing was sent' };
}
