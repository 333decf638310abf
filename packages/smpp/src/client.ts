import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { delayBeforeRetry } from './backoff.ts';
import type { Fields, Pdu, PduInput } from './codec.ts';
import { type CommandName, commands, RESPONSE_BIT } from './commands.ts';
import { receiveDataSm } from './data-sm.ts';
import { type Batch, Lanes } from './lanes.ts';
import { type Counters, Link, type LinkHooks } from './link.ts';
import { type LinkSettings, resolveLinkSettings, within } from './link-settings.ts';
import { type DeliverSm, encodeDeliverSmResp, encodeSubmitSm, type SubmitSm } from './message.ts';
import { Pacer } from './pacer.ts';
import type {
  DownReason,
  OnResult,
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
import type { Tlv } from './tlv.ts';
import { readTlv } from './tlv.ts';

const { ESME_RBINDFAIL, ESME_RINVPASWD, ESME_RINVSYSID, ESME_RMSGQFUL, ESME_RTHROTTLED, ESME_RINVBNDSTS } =
  commandStatuses;
const AUTHENTICATION = new Set<number>([ESME_RBINDFAIL.value, ESME_RINVPASWD.value, ESME_RINVSYSID.value]);
const UNBIND_GRACE_MS = 1_000;
const role = { sends: 'submit_sm', takes: 'deliver_sm', encode: encodeSubmitSm } as const;

/** Starts a client session: it connects, binds, and stays bound until `close`. Throws RangeError at once when a setting is out of range. */
export function connectSession(options: SessionOptions): SmppSession {
  const session = new ClientSession(options);
  session.start();
  return session;
}

class ClientSession implements SmppSession {
  state: SessionState = 'connecting';
  private readonly options: SessionOptions;
  private readonly settings: LinkSettings;
  private readonly lanes = new Lanes();
  private readonly pacer: Pacer;
  private readonly counters: Counters = { written: 0, responses: 0, timeouts: 0, lateResponses: 0, delivers: 0 };
  private readonly reconnect: { baseMs: number; maxMs: number; authMs: number; stableMs: number } | undefined;
  private link: Link | undefined = undefined;
  private socket: Socket | undefined = undefined;
  private attempt = 0;
  private boundAt: number | undefined = undefined;
  private retry: NodeJS.Timeout | undefined = undefined;
  private closing: Promise<void> | undefined = undefined;

  constructor(options: SessionOptions) {
    this.options = options;
    this.settings = resolveLinkSettings(options);
    this.pacer = new Pacer(this.settings, this.settings.chance.nowMs());
    within('port', options.port, 1, 65_535);
    if (options.reconnect !== false) {
      const { baseMs = 500, maxMs = 30_000, authMs = 300_000, stableMs = 10_000 } = options.reconnect ?? {};
      this.reconnect = { baseMs, maxMs, authMs, stableMs };
    }
  }

  start(): void {
    this.attempt++;
    this.change({ state: 'connecting', attempt: this.attempt });
    if (this.closing) return;
    const { host, port, tls } = this.options;
    const extra = typeof tls === 'object' ? tls : {};
    const socket = tls ? connectTls({ host, port, ...extra }) : connectTcp({ host, port });
    this.socket = socket;
    const timeoutMs = this.options.connectTimeoutMs ?? 10_000;
    const timer = setTimeout(() => fail({ kind: 'connect_timeout' }), timeoutMs);
    const fail = (reason: DownReason): void => {
      if (this.socket !== socket) return;
      clearTimeout(timer);
      this.socket = undefined;
      socket.destroy();
      this.lost(reason);
    };
    const failed = (error: NodeJS.ErrnoException): void =>
      fail({ kind: 'connect_failed', code: error.code ?? 'UNKNOWN', message: error.message });
    socket.on('error', failed);
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      if (this.socket === socket) this.open(socket);
    });
  }

  private open(socket: Socket): void {
    this.socket = undefined;
    socket.setKeepAlive(true, 30_000);
    const { settings, lanes, pacer, counters } = this;
    const link: Link = new Link({ socket, role, settings, lanes, pacer, counters, hooks: this.hooksFor(() => link) });
    this.link = link;
    void this.bind(link);
  }

  private hooksFor(link: () => Link): LinkHooks {
    return {
      onMessages: (batch) => this.deliver(link(), batch),
      onRequest: (pdu) => this.takeRequest(link(), pdu),
      onPeerUnbind: () => void this.leave(link()),
      onLate: (late) => this.call('onLateResponse', () => this.options.onLateResponse?.(late)),
      onProblem: (problem) => this.options.onProblem?.(problem),
      onDown: (reason) => this.lost(reason),
    };
  }

  private async bind(link: Link): Promise<void> {
    const { options } = this;
    const command = `bind_${options.bind}` as const;
    const result = await link.request({ command, ...bindFields(options) }, options.bindTimeoutMs ?? 10_000);
    if (link.dead) return;
    if (result.kind !== 'response') link.down({ kind: 'bind_timeout' });
    else if (result.status === 0) this.bound(link, result.pdu);
    else {
      const authentication = AUTHENTICATION.has(result.status);
      link.down({ kind: 'bind_refused', status: result.status, authentication });
    }
  }

  private bound(link: Link, pdu: Pdu): void {
    this.boundAt = this.settings.chance.nowMs();
    link.watching = true;
    link.sending = this.closing === undefined && this.options.bind !== 'receiver';
    const peerSystemId = 'systemId' in pdu ? pdu.systemId : '';
    this.change({ state: 'bound', peerSystemId, peerInterfaceVersion: readTlv(pdu.tlvs, 'sc_interface_version') });
    link.schedule();
  }

  private async leave(link: Link): Promise<void> {
    if (this.closing) return;
    link.sending = false;
    this.change({ state: 'unbinding', reason: { kind: 'peer_unbind' } });
    this.returnQueued('disconnected');
    await link.whenIdle(UNBIND_GRACE_MS);
    link.down({ kind: 'peer_unbind' });
  }

  private lost(reason: DownReason): void {
    this.link = undefined;
    const now = this.settings.chance.nowMs();
    if (this.boundAt !== undefined && now - this.boundAt >= (this.reconnect?.stableMs ?? 0)) this.attempt = 0;
    this.boundAt = undefined;
    const final = this.closing !== undefined || this.reconnect === undefined;
    this.change({ state: 'closed', reason, final });
    if (final || this.reconnect === undefined) {
      this.giveQueued('closed');
      return;
    }
    this.returnQueued('disconnected');
    const authentication = reason.kind === 'bind_refused' && reason.authentication;
    const attempt = Math.max(1, this.attempt);
    const retryInMs = delayBeforeRetry(this.reconnect, attempt, authentication, this.settings.chance.random());
    this.change({ state: 'backoff', reason, retryInMs, attempt });
    if (!this.closing) this.retry = setTimeout(() => this.start(), retryInMs);
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
    if (this.closing || (this.state === 'closed' && this.reconnect === undefined)) return 'closed';
    if (this.options.bind === 'receiver') return 'not_bound';
    if (this.state !== 'bound' && this.options.queueWhenDown !== 'keep') return 'not_bound';
    return this.lanes.size + count > this.settings.maxQueued ? 'queue_full' : undefined;
  }

  request<C extends RequestName>(
    command: C,
    fields: Partial<Fields<C>>,
    tlvs?: readonly Tlv[],
  ): Promise<RequestResult> {
    const { link } = this;
    if (!link || this.state !== 'bound') return Promise.resolve({ kind: 'unwritten', cause: 'not_bound' });
    return link.request({ command, ...fields, tlvs } as unknown as PduInput, this.settings.responseTimeoutMs);
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
      outstanding: this.link?.window.outstanding ?? 0,
      queued: this.lanes.size,
      queuedUrgent: this.lanes.urgentSize,
      unacknowledgedDelivers: this.link?.unanswered ?? 0,
      ...this.counters,
      partsPerSecond: this.pacer.partsPerSecond,
      pausedForMs: this.pacer.pausedForMs(this.settings.chance.nowMs()),
    };
  }

  close(options: { drainMs?: number } = {}): Promise<void> {
    this.closing ??= this.shut(options.drainMs ?? 20_000);
    return this.closing;
  }

  private async shut(drainMs: number): Promise<void> {
    clearTimeout(this.retry);
    const { link, state } = this;
    this.giveQueued('closed');
    // A turn of the loop, so that `closing` is set before anything below reports a state.
    await new Promise((resolve) => setImmediate(resolve));
    if (link && !link.dead) {
      link.sending = false;
      if (state === 'bound') {
        this.change({ state: 'unbinding', reason: { kind: 'closed_by_us' } });
        await link.whenIdle(drainMs);
        await link.request({ command: 'unbind' }, this.options.bindTimeoutMs ?? 10_000);
      }
      link.down({ kind: 'closed_by_us' });
      return;
    }
    this.socket?.destroy();
    this.socket = undefined;
    if (this.state !== 'closed') this.change({ state: 'closed', reason: { kind: 'closed_by_us' }, final: true });
  }

  private deliver(link: Link, pdus: readonly DeliverSm[]): void {
    const { onDeliver, deliverRetryStatus = ESME_RTHROTTLED.value, maxUnacknowledgedDelivers = 10_000 } = this.options;
    if (onDeliver === undefined || link.unanswered + pdus.length > maxUnacknowledgedDelivers) {
      this.options.onProblem?.({ kind: 'deliver_overflow', refused: pdus.length });
      this.acknowledge(link, pdus, ESME_RMSGQFUL.value);
      return;
    }
    let outcome: Promise<void> | void;
    try {
      outcome = onDeliver(pdus);
    } catch (error) {
      outcome = Promise.reject(error);
    }
    if (outcome === undefined) {
      this.acknowledge(link, pdus, 0);
      return;
    }
    link.unanswered += pdus.length;
    const settle = (status: number): void => {
      link.unanswered -= pdus.length;
      this.acknowledge(link, pdus, status);
    };
    outcome.then(
      () => settle(0),
      (error: unknown) => {
        settle(deliverRetryStatus);
        this.options.onProblem?.({ kind: 'handler_threw', handler: 'onDeliver', error });
      },
    );
  }

  private acknowledge(link: Link, pdus: readonly DeliverSm[], status: number): void {
    // On another connection the carrier would not know these sequences: it sends the unacknowledged ones again by itself.
    if (link.dead) return;
    for (const pdu of pdus) {
      if (pdu.command === 'data_sm') link.post({ command: 'data_sm_resp', status, sequence: pdu.sequence });
      else encodeDeliverSmResp(link.out, pdu.sequence, status);
    }
    link.schedule();
  }

  private takeRequest(link: Link, pdu: Pdu): void {
    if (pdu.command === 'data_sm') {
      this.deliver(link, [receiveDataSm(pdu)]);
      return;
    }
    this.options.onProblem?.({ kind: 'unexpected_request', command: pdu.command, sequence: pdu.sequence });
    const response = `${pdu.command}_resp` as CommandName;
    if (commands[response] === undefined || commands[pdu.command].id >= RESPONSE_BIT) return;
    link.post({ command: response, status: ESME_RINVBNDSTS.value, sequence: pdu.sequence } as PduInput);
  }

  private returnQueued(cause: 'disconnected'): void {
    if (this.options.queueWhenDown !== 'keep') this.giveQueued(cause);
  }

  private giveQueued(cause: 'disconnected' | 'closed'): void {
    this.lanes.drain((batch: Batch, index) => this.end(batch.onResult, index, { kind: 'unwritten', cause }));
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

function bindFields(options: SessionOptions) {
  return {
    systemId: options.systemId,
    password: options.password,
    systemType: options.systemType ?? '',
    interfaceVersion: options.interfaceVersion ?? 0x34,
    addrTon: options.addrTon ?? 0,
    addrNpi: options.addrNpi ?? 0,
    addressRange: options.addressRange ?? '',
  };
}
