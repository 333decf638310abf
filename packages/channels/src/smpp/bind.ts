import { isIP } from 'node:net';
import type { ChannelHost, ConnectionSnapshot, ConnectionState } from '@signalbox/contracts';
import {
  connectSession,
  type DeliverSm,
  type DownReason,
  type SessionProblem,
  type SmppSession,
  type StateChange,
} from '@signalbox/smpp';
import type { SmppSettings } from './settings.ts';
import { describeStatus } from './tally.ts';

/** What a bind tells its owner. */
export interface BindHooks {
  onDelivered: (pdus: readonly DeliverSm[]) => Promise<void>;
}

type BindKind = 'transceiver' | 'transmitter' | 'receiver';

const SHORT = { transceiver: 'trx', transmitter: 'tx', receiver: 'rx' } as const;

const STATES: Readonly<Record<StateChange['state'], ConnectionState>> = {
  connecting: 'connecting',
  bound: 'up',
  unbinding: 'degraded',
  closed: 'closed',
  backoff: 'backoff',
};

/** One bind of the account: a session of the library, its load and its state in the words of the providers page. */
export class Bind {
  readonly name: string;
  readonly canSend: boolean;
  readonly session: SmppSession;
  /** Parts handed to this bind that have no result yet. */
  load = 0;
  readonly #host: ChannelHost;
  #state: ConnectionState = 'connecting';
  #sinceMs: number;
  #lastError: string | null = null;

  constructor(settings: SmppSettings, kind: BindKind, number: number, host: ChannelHost, hooks: BindHooks) {
    this.name = `${SHORT[kind]}-${number}`;
    this.canSend = kind !== 'receiver';
    this.#host = host;
    this.#sinceMs = host.nowMs();
    this.session = connectSession({
      ...toSessionOptions(settings),
      bind: kind,
      chance: { nowMs: () => performance.now(), random: () => host.random() },
      onDeliver: (pdus) => hooks.onDelivered(pdus),
      onState: (change) => this.#changed(change),
      onProblem: (problem) => this.#report(problem),
      onLateResponse: ({ status, messageId, lateByMs }) =>
        host.log('warn', 'an answer came after its time was up', {
          connection: this.name,
          status,
          messageId,
          lateByMs,
        }),
    });
  }

  get isUp(): boolean {
    return this.session.state === 'bound';
  }

  snapshot(): ConnectionSnapshot {
    const figures = this.session.figures();
    return {
      name: this.name,
      state: this.#state === 'up' && figures.pausedForMs > 0 ? 'degraded' : this.#state,
      sinceMs: this.#sinceMs,
      inFlight: figures.outstanding,
      window: figures.window,
      queued: figures.queued,
      submittedTotal: figures.written,
      lastError: this.#lastError,
    };
  }

  #changed(change: StateChange): void {
    this.#state = STATES[change.state];
    this.#sinceMs = this.#host.nowMs();
    if ('reason' in change) this.#lastError = describeDown(change.reason);
    if (change.state === 'bound') this.#lastError = null;
    // The first change comes from inside the library's constructor, before there is a session to tell of.
    if (this.session === undefined) return;
    this.#host.onConnection(this.snapshot());
  }

  #report(problem: SessionProblem): void {
    const { kind, ...rest } = problem;
    const error = kind === 'handler_threw' ? { handler: problem.handler, error: String(problem.error) } : rest;
    this.#host.log(kind === 'throttled' ? 'info' : 'warn', `smpp: ${kind}`, { connection: this.name, ...error });
  }
}

function toSessionOptions(settings: SmppSettings) {
  const senders = settings.bind_count;
  const tls = {
    minVersion: 'TLSv1.2' as const,
    ...(isIP(settings.host) === 0 ? { servername: settings.host } : {}),
    ...(settings.tls_ca === '' ? {} : { ca: [settings.tls_ca] }),
  };
  return {
    host: settings.host,
    port: settings.port,
    tls: settings.tls ? tls : false,
    systemId: settings.system_id,
    password: settings.password,
    systemType: settings.system_type,
    window: settings.window,
    partsPerSecond: settings.submits_per_second === 0 ? undefined : settings.submits_per_second / senders,
    throttlePauseMs: settings.throttle_pause_ms,
    responseTimeoutMs: settings.response_timeout_ms,
    enquireIntervalMs: settings.enquire_link_ms,
    enquireTimeoutMs: Math.min(10_000, settings.enquire_link_ms),
    connectTimeoutMs: settings.connect_timeout_ms,
    bindTimeoutMs: settings.connect_timeout_ms,
  };
}

/** Why a connection ended, in one line without any secret. */
function describeDown(reason: DownReason): string {
  switch (reason.kind) {
    case 'connect_failed':
    case 'socket_error':
      return `${reason.kind}: ${reason.message}`;
    case 'bind_refused':
      return `bind refused: ${describeStatus(reason.status)}`;
    case 'enquire_link_unanswered':
      return `${reason.missed} signs of life unanswered`;
    case 'framing':
      return `not SMPP: a PDU of ${reason.length} octets`;
    default:
      return reason.kind.replaceAll('_', ' ');
  }
}
