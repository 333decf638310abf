import type { Socket } from 'node:net';
import { delayBeforeRetry } from './backoff.ts';
import { encodePdu, type Fields, type Pdu, type PduInput, type PduInputOf } from './codec.ts';
import { type CommandName, commands } from './commands.ts';
import { handDeliveries } from './deliveries.ts';
import { type Dialled, dial } from './dial.ts';
import { Lanes } from './lanes.ts';
import { Link } from './link.ts';
import { type LinkHooks, startCounters } from './link-role.ts';
import { type LinkSettings, resolveLinkSettings, within } from './link-settings.ts';
import { encodeSubmitSm, type SubmitSm } from './message.ts';
import { Pacer } from './pacer.ts';
import type {
  DownReason,
  OnResult,
  ReconnectOptions,
  RequestName,
  RequestResult,
  SendOptions,
  SessionFigures,
  SessionOptions,
  SessionState,
  SmppSession,
  StateChange,
  SubmitResult,
} from './session-types.ts';
import { commandStatuses } from './statuses.ts';
import { readTlv, type Tlv } from './tlv.ts';

const { ESME_RBINDFAIL, ESME_RINVPASWD, ESME_RINVSYSID, ESME_RINVBNDSTS } = commandStatuses;
const AUTHENTICATION = new Set<number>([ESME_RBINDFAIL.value, ESME_RINVPASWD.value, ESME_RINVSYSID.value]);
const UNBIND_GRACE_MS = 1_000;
const BIND_TIMEOUT_MS = 10_000;
const role = { sends: 'submit_sm', takes: 'deliver_sm', takesDataSm: true, encode: encodeSubmitSm } as const;
const noReconnect = { baseMs: 0, maxMs: 0, authMs: 0, stableMs: 0 };

/**
 * Starts a client session: it connects, binds, and stays bound until `close`. Throws at once, RangeError when a setting is out of range
 * and EncodeError when a bind field does not fit; everything later is told by the callbacks.
 */
export function connectSession(options: SessionOptions): SmppSession {
  const session = new ClientSession(options);
  session.start();
  return session;
}

class ClientSession implements SmppSession {
  state: SessionState = 'connecting';
  private readonly options: SessionOptions;
  private readonly settings: LinkSettings;
  private readonly bindPdu: PduInput;
  private readonly lanes = new Lanes();
  private readonly pacer: Pacer;
  private readonly counters = startCounters();
  private readonly reconnects: boolean;
  private readonly delays: Required<ReconnectOptions>;
  private link: Link | undefined = undefined;
  private stopDialling: (() => void) | undefined = undefined;
  private attempt = 0;
  private boundAt: number | undefined = undefined;
  private retry: NodeJS.Timeout | undefined = undefined;
  private shutting = false;
  private closed: Promise<void> | undefined = undefined;

  constructor(options: SessionOptions) {
    this.options = options;
    this.settings = resolveLinkSettings(options);
    this.pacer = new Pacer(this.settings, this.settings.chance.nowMs());
    within('port', options.port, 1, 65_535);
    this.bindPdu = makeBind(options);
    encodePdu(this.bindPdu);
    this.reconnects = options.reconnect !== false;
    this.delays = options.reconnect === false ? noReconnect : resolveDelays(options.reconnect ?? {});
  }

  start(): void {
    this.attempt++;
    this.change({ state: 'connecting', attempt: this.attempt });
    if (!this.shutting) this.stopDialling = dial(this.options, (outcome) => this.dialled(outcome));
  }

  private dialled(outcome: Dialled): void {
    this.stopDialling = undefined;
    if ('reason' in outcome) this.lost(outcome.reason);
    else void this.bind(this.open(outcome.socket));
  }

  private open(socket: Socket): Link {
    const { settings, lanes, pacer, counters } = this;
    const link: Link = new Link({ socket, role, settings, lanes, pacer, counters, hooks: this.hooksFor(() => link) });
    this.link = link;
    return link;
  }

  private hooksFor(link: () => Link): LinkHooks {
    return {
      onMessages: (batch) => handDeliveries(link(), batch, this.options),
      onRequest: (pdu) => this.takeRequest(link(), pdu),
      onPeerUnbind: () => void this.leave(link()),
      onLate: (late) => this.call('onLateResponse', () => this.options.onLateResponse?.(late)),
      onProblem: (problem) => this.options.onProblem?.(problem),
      onDown: (reason) => this.lost(reason),
    };
  }

  private async bind(link: Link): Promise<void> {
    const result = await link.request(this.bindPdu, this.options.bindTimeoutMs ?? BIND_TIMEOUT_MS);
    if (link.dead) return;
    if (result.kind !== 'response') link.down({ kind: 'bind_timeout' });
    else if (result.status === 0) this.bound(link, result.pdu);
    else {
      const { status } = result;
      link.down({ kind: 'bind_refused', status, authentication: AUTHENTICATION.has(status) });
    }
  }

  private bound(link: Link, pdu: Pdu): void {
    this.boundAt = this.settings.chance.nowMs();
    link.watching = true;
    link.sending = !this.shutting && this.options.bind !== 'receiver';
    const peerSystemId = 'systemId' in pdu ? pdu.systemId : '';
    this.change({ state: 'bound', peerSystemId, peerInterfaceVersion: readTlv(pdu.tlvs, 'sc_interface_version') });
    link.schedule();
  }

  private async leave(link: Link): Promise<void> {
    link.sending = false;
    if (this.shutting) return;
    this.change({ state: 'unbinding', reason: { kind: 'peer_unbind' } });
    this.returnQueued();
    await link.whenIdle(UNBIND_GRACE_MS);
    link.down({ kind: 'peer_unbind' });
  }

  private lost(reason: DownReason): void {
    this.link = undefined;
    const { nowMs, random } = this.settings.chance;
    if (this.boundAt !== undefined && nowMs() - this.boundAt >= this.delays.stableMs) this.attempt = 0;
    this.boundAt = undefined;
    const final = this.shutting || !this.reconnects;
    this.change({ state: 'closed', reason, final });
    if (final) {
      this.giveQueued('closed');
      return;
    }
    this.returnQueued();
    const authentication = reason.kind === 'bind_refused' && reason.authentication;
    const attempt = Math.max(1, this.attempt);
    const retryInMs = delayBeforeRetry(this.delays, attempt, authentication, random());
    // The callback above may have closed the session.
    if (this.shutting) return;
    this.retry = setTimeout(() => this.start(), retryInMs);
    this.change({ state: 'backoff', reason, retryInMs, attempt });
  }

  submit(batch: readonly SubmitSm[], options: SendOptions, onResult: OnResult): void {
    const cause = this.refusal(batch.length);
    if (cause !== undefined) {
      for (let index = 0; index < batch.length; index++) this.end(onResult, index, { kind: 'unwritten', cause });
      return;
    }
    this.lanes.push({ pdus: batch, onResult, next: 0 }, options.urgent === true);
    this.link?.schedule();
  }

  private refusal(count: number): 'closed' | 'not_bound' | 'queue_full' | undefined {
    if (this.shutting || (this.state === 'closed' && !this.reconnects)) return 'closed';
    if (this.options.bind === 'receiver') return 'not_bound';
    if (this.state !== 'bound' && this.options.queueWhenDown !== 'keep') return 'not_bound';
    return this.lanes.size + count > this.settings.maxQueued ? 'queue_full' : undefined;
  }

  async request<C extends RequestName>(
    command: C,
    fields: Partial<Fields<C>>,
    tlvs?: readonly Tlv[],
  ): Promise<RequestResult> {
    const { link } = this;
    if (!link || this.state !== 'bound') return { kind: 'unwritten', cause: 'not_bound' };
    const pdu = { command, ...fields, tlvs } as PduInputOf<C> as PduInput;
    return link.request(pdu, this.settings.responseTimeoutMs);
  }

  pause(forMs: number): void {
    this.pacer.pause(forMs, this.settings.chance.nowMs());
  }

  setPartsPerSecond(rate: number | undefined): void {
    resolveLinkSettings({ partsPerSecond: rate });
    this.pacer.limit(rate, this.settings.chance.nowMs());
    this.link?.schedule();
  }

  figures(): SessionFigures {
    return {
      state: this.state,
      window: this.settings.window,
      outstanding: this.link?.outstandingCount ?? 0,
      queued: this.lanes.size,
      queuedUrgent: this.lanes.urgentSize,
      unacknowledgedDelivers: this.link?.unanswered ?? 0,
      ...this.counters,
      partsPerSecond: this.pacer.partsPerSecond,
      pausedForMs: this.pacer.pausedForMs(this.settings.chance.nowMs()),
    };
  }

  close(options: { drainMs?: number } = {}): Promise<void> {
    if (!this.closed) {
      this.shutting = true;
      this.closed = this.shut(options.drainMs ?? 20_000);
    }
    return this.closed;
  }

  private async shut(drainMs: number): Promise<void> {
    const { link } = this;
    clearTimeout(this.retry);
    this.giveQueued('closed');
    if (link === undefined) {
      this.stopDialling?.();
      const final = this.state === 'closed' && !this.reconnects;
      if (!final) this.change({ state: 'closed', reason: { kind: 'closed_by_us' }, final: true });
      return;
    }
    link.sending = false;
    if (this.state === 'bound') {
      this.change({ state: 'unbinding', reason: { kind: 'closed_by_us' } });
      await link.whenIdle(drainMs);
      await link.request({ command: 'unbind' }, this.options.bindTimeoutMs ?? BIND_TIMEOUT_MS);
    }
    link.down({ kind: 'closed_by_us' });
  }

  private takeRequest(link: Link, pdu: Pdu): void {
    this.options.onProblem?.({ kind: 'unexpected_request', command: pdu.command, sequence: pdu.sequence });
    const command = `${pdu.command}_resp` as CommandName;
    if (commands[command] === undefined) return;
    link.post({ command, status: ESME_RINVBNDSTS.value, sequence: pdu.sequence } as PduInput);
  }

  private returnQueued(): void {
    if (this.options.queueWhenDown !== 'keep') this.giveQueued('disconnected');
  }

  private giveQueued(cause: 'disconnected' | 'closed'): void {
    this.lanes.drain((batch, index) => this.end(batch.onResult, index, { kind: 'unwritten', cause }));
  }

  private end(onResult: OnResult, index: number, result: SubmitResult): void {
    this.call('onResult', () => onResult(index, result));
  }

  private change(change: StateChange): void {
    this.state = change.state;
    this.call('onState', () => this.options.onState?.(change));
  }

  private call(handler: string, callback: () => void): void {
    try {
      callback();
    } catch (error) {
      this.options.onProblem?.({ kind: 'handler_threw', handler, error });
    }
  }
}

function makeBind(options: SessionOptions): PduInput {
  return {
    command: `bind_${options.bind}`,
    systemId: options.systemId,
    password: options.password,
    systemType: options.systemType ?? '',
    interfaceVersion: options.interfaceVersion ?? 0x34,
    addrTon: options.addrTon ?? 0,
    addrNpi: options.addrNpi ?? 0,
    addressRange: options.addressRange ?? '',
  };
}

function resolveDelays(options: ReconnectOptions): Required<ReconnectOptions> {
  const { baseMs = 500, maxMs = 30_000, authMs = 300_000, stableMs = 10_000 } = options;
  return { baseMs, maxMs, authMs, stableMs };
}
