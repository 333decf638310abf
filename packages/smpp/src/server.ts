import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Pdu, PduInput, PduOf } from './codec.ts';
import { type CommandName, commands } from './commands.ts';
import { Lanes } from './lanes.ts';
import { Link } from './link.ts';
import { type LinkHooks, startCounters } from './link-role.ts';
import { type LinkSettings, resolveLinkSettings } from './link-settings.ts';
import { encodeDeliverSm, encodeSubmitSmResp, type MessageInput, type ReceivedMessage } from './message.ts';
import { Pacer } from './pacer.ts';
import type {
  BindAnswer,
  DownReason,
  OnResult,
  SendOptions,
  ServerOptions,
  SmppPeer,
  SmppServer,
} from './session-types.ts';
import { commandStatuses } from './statuses.ts';
import { makeTlv } from './tlv.ts';

const { ESME_RALYBND, ESME_RINVBNDSTS, ESME_RINVCMDID, ESME_RSYSERR } = commandStatuses;
const role = { sends: 'deliver_sm', takes: 'submit_sm', takesDataSm: false, encode: encodeDeliverSm } as const;
const binds = {
  bind_transmitter: 'transmitter',
  bind_receiver: 'receiver',
  bind_transceiver: 'transceiver',
} as const;
type BindPdu = PduOf<keyof typeof binds>;

/** Makes an SMPP server (an SMSC's side); `listen` starts it. Throws RangeError at once when a setting is out of range. */
export function createSmppServer(options: ServerOptions): SmppServer {
  const settings = resolveLinkSettings(options);
  const peers = new Set<ServerPeer>();
  const accept = (socket: Socket): void => {
    const peer: ServerPeer = new ServerPeer(socket, options, settings, () => peers.delete(peer));
    peers.add(peer);
  };
  const server = options.tls ? createTlsServer(options.tls, accept) : createTcpServer(accept);
  server.maxConnections = options.maxConnections ?? 1_000;
  return {
    peers,
    listen: (port, host = '127.0.0.1') => listen(server, port, host),
    close: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      for (const peer of peers) peer.destroy();
      return promise;
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<{ port: number; host: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ port: number; host: string }>();
  server.once('error', reject);
  server.listen(port, host, () => {
    server.off('error', reject);
    const address = server.address();
    resolve({ port: typeof address === 'object' && address ? address.port : port, host });
  });
  return promise;
}

class ServerPeer implements SmppPeer {
  systemId = '';
  bind: 'transmitter' | 'receiver' | 'transceiver' | undefined = undefined;
  readonly remoteAddress: string;
  private readonly options: ServerOptions;
  private readonly settings: LinkSettings;
  private readonly lanes = new Lanes();
  private readonly link: Link;
  private readonly bindTimer: NodeJS.Timeout;
  private binding = false;

  constructor(socket: Socket, options: ServerOptions, settings: LinkSettings, gone: () => void) {
    this.options = options;
    this.settings = settings;
    this.remoteAddress = socket.remoteAddress ?? '';
    const pacer = new Pacer(settings, settings.chance.nowMs());
    const counters = startCounters();
    const hooks = this.hooks(gone);
    this.link = new Link({ socket, role, settings, lanes: this.lanes, pacer, counters, hooks });
    this.bindTimer = setTimeout(() => this.link.down({ kind: 'bind_timeout' }), options.bindTimeoutMs ?? 10_000);
  }

  private hooks(gone: () => void): LinkHooks {
    const { options } = this;
    return {
      onMessages: (batch) => this.takeMessages(batch),
      onRequest: (pdu) => this.takeRequest(pdu),
      onPeerUnbind: () => this.link.down({ kind: 'peer_unbind' }),
      onLate: () => {},
      onProblem: (problem) => options.onProblem?.(problem, this),
      onDown: (reason) => {
        clearTimeout(this.bindTimer);
        gone();
        this.returnQueued(reason);
      },
    };
  }

  private returnQueued(reason: DownReason): void {
    this.lanes.drain((batch, index) => batch.onResult(index, { kind: 'unwritten', cause: 'disconnected' }));
    this.options.onDown?.(this, reason);
  }

  get bufferedBytes(): number {
    return this.link.bufferedBytes;
  }

  answer(sequence: number, status: number, messageId: string): void {
    if (this.link.dead) return;
    encodeSubmitSmResp(this.link.out, sequence, status, messageId);
    this.link.schedule();
  }

  deliver(batch: readonly MessageInput[], options: SendOptions, onResult: OnResult): void {
    const bound = !this.link.dead && this.link.sending;
    if (bound && this.lanes.size + batch.length <= this.settings.maxQueued) {
      this.lanes.push({ pdus: batch, onResult, next: 0 }, options.urgent === true);
      this.link.schedule();
      return;
    }
    const cause = bound ? 'queue_full' : 'not_bound';
    for (let index = 0; index < batch.length; index++) onResult(index, { kind: 'unwritten', cause });
  }

  async unbind(): Promise<void> {
    this.link.sending = false;
    await this.link.request({ command: 'unbind' }, this.settings.responseTimeoutMs);
    this.link.down({ kind: 'closed_by_us' });
  }

  destroy(): void {
    this.link.down({ kind: 'closed_by_us' });
  }

  private takeMessages(batch: readonly ReceivedMessage[]): void {
    if (this.bind === 'transmitter' || this.bind === 'transceiver') this.options.onSubmit(batch, this);
    else for (const { sequence } of batch) this.answer(sequence, ESME_RINVBNDSTS.value, '');
  }

  private takeRequest(pdu: Pdu): void {
    if (pdu.command === 'bind_transmitter' || pdu.command === 'bind_receiver' || pdu.command === 'bind_transceiver') {
      void this.takeBind(pdu);
    } else if (this.bind === undefined) this.respond(pdu, ESME_RINVBNDSTS.value, {});
    else if (this.options.onRequest) {
      const { status, fields } = this.options.onRequest(pdu, this);
      this.respond(pdu, status, fields ?? {});
    } else this.respond(pdu, ESME_RINVCMDID.value, {});
  }

  private respond(pdu: Pdu, status: number, fields: Record<string, unknown>): void {
    const command = `${pdu.command}_resp` as CommandName;
    if (commands[command] === undefined) return;
    this.link.post({ ...fields, command, status, sequence: pdu.sequence } as PduInput);
  }

  private async takeBind(pdu: BindPdu): Promise<void> {
    if (this.binding || this.bind !== undefined) {
      this.respond(pdu, ESME_RALYBND.value, {});
      return;
    }
    this.binding = true;
    const answer = await this.judgeBind(pdu);
    if (this.link.dead) return;
    if (answer.status === 0) this.admit(pdu, answer);
    else await this.turnAway(pdu, answer.status);
  }

  private async judgeBind(pdu: BindPdu): Promise<BindAnswer> {
    try {
      return await this.options.onBind({ ...pdu, bind: binds[pdu.command], remoteAddress: this.remoteAddress }, this);
    } catch (error) {
      this.options.onProblem?.({ kind: 'handler_threw', handler: 'onBind', error }, this);
      return { status: ESME_RSYSERR.value };
    }
  }

  private admit(pdu: BindPdu, answer: BindAnswer): void {
    clearTimeout(this.bindTimer);
    this.systemId = pdu.systemId;
    this.bind = binds[pdu.command];
    this.link.sending = this.bind !== 'transmitter';
    this.link.watching = true;
    const command = `${pdu.command}_resp` as const;
    const systemId = answer.systemId ?? this.options.systemId ?? 'smsc';
    const tlvs = [makeTlv('sc_interface_version', 0x34)];
    this.link.post({ command, sequence: pdu.sequence, systemId, tlvs });
  }

  // The answer waits, so that a guesser gets few tries; then the connection ends.
  private async turnAway(pdu: BindPdu, status: number): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, this.options.refusalDelayMs ?? 1_000));
    if (this.link.dead) return;
    this.respond(pdu, status, {});
    this.link.down({ kind: 'bind_refused', status, authentication: false });
  }
}
