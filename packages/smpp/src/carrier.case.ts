import { createServer, type Server, type Socket } from 'node:net';
import { connectSession } from './client.ts';
import { decodePdu, encodePdu, type Pdu, type PduInput } from './codec.ts';
import { FrameReader } from './frame-reader.ts';
import type { DeliverSm, SubmitSm } from './message.ts';
import type {
  DownReason,
  LateResponse,
  SessionOptions,
  SessionProblem,
  SmppSession,
  StateChange,
  SubmitResult,
} from './session-types.ts';

/** Things that happen, in order, each of which can be awaited: no test needs to sleep. */
export class Inbox<T> {
  readonly all: T[] = [];
  private waiting: { wanted: (item: T) => boolean; resolve: (item: T) => void }[] = [];

  push(item: T): void {
    this.all.push(item);
    for (const one of this.waiting.filter(({ wanted }) => wanted(item))) one.resolve(item);
    this.waiting = this.waiting.filter(({ wanted }) => !wanted(item));
  }

  /** The first item, past or future, that is wanted. */
  first(wanted: (item: T) => boolean): Promise<T> {
    const found = this.all.find(wanted);
    return found === undefined ? this.next(wanted) : Promise.resolve(found);
  }

  /** Resolves once there are `count` items. */
  async count(count: number): Promise<readonly T[]> {
    while (this.all.length < count) await this.next(() => true);
    return this.all;
  }

  private next(wanted: (item: T) => boolean): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<T>();
    this.waiting.push({ wanted, resolve });
    return promise;
  }
}

/** One connection as the scripted carrier sees it. */
export type Line = { socket: Socket; pdus: Inbox<Pdu>; send: (pdu: PduInput | Buffer) => void };

/** A carrier that does exactly what a test says, octets included. */
export type Carrier = { port: number; lines: Inbox<Line>; close: () => Promise<void> };

/** Answers binds; the script sees every PDU, binds included, and returns true for what it answered itself. */
export async function startCarrier(script: (pdu: Pdu, line: Line) => unknown = () => {}): Promise<Carrier> {
  const lines = new Inbox<Line>();
  const server = createServer((socket) => {
    const pdus = new Inbox<Pdu>();
    const send = (pdu: PduInput | Buffer): void => {
      socket.write(Buffer.isBuffer(pdu) ? pdu : encodePdu(pdu));
    };
    const line: Line = { socket, pdus, send };
    socket.on('error', () => {});
    const reader = new FrameReader((bytes, start, end) => {
      const decoded = decodePdu(bytes.subarray(start, end));
      if (decoded.kind !== 'pdu') return;
      if (script(decoded.pdu, line) !== true) answerPolitely(decoded.pdu, send);
      pdus.push(decoded.pdu);
    });
    socket.on('data', (chunk: Buffer) => reader.push(chunk));
    lines.push(line);
  });
  const port = await listenAnywhere(server);
  const close = async (): Promise<void> => {
    const gone = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const { socket } of lines.all) socket.destroy();
    await gone;
  };
  return { port, lines, close };
}

function answerPolitely(pdu: Pdu, send: (pdu: PduInput) => void): void {
  const { sequence } = pdu;
  if (pdu.command === 'bind_transceiver' || pdu.command === 'bind_receiver' || pdu.command === 'bind_transmitter') {
    send({ command: `${pdu.command}_resp`, sequence, systemId: 'test' });
  }
  if (pdu.command === 'unbind') send({ command: 'unbind_resp', sequence });
  if (pdu.command === 'enquire_link') send({ command: 'enquire_link_resp', sequence });
}

/** Listens on a free port of the loopback. */
export function listenAnywhere(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

/** A client session and everything it told. */
export type Watched = {
  session: SmppSession;
  states: Inbox<StateChange>;
  problems: Inbox<SessionProblem>;
  lates: Inbox<LateResponse>;
  delivered: Inbox<DeliverSm>;
  batches: Inbox<readonly DeliverSm[]>;
  /** Submits so many messages, to destinations 0, 1, 2 ..., and gathers their ends. */
  submit: (count: number, fields?: Partial<SubmitSm>, urgent?: boolean) => Inbox<Ended>;
  bound: () => Promise<StateChange>;
  closedBy: () => Promise<DownReason>;
};

/** The end of one submitted message. */
export type Ended = { index: number; result: SubmitResult };

/** Starts a session against a port with everything it tells gathered. */
export function startWatched(port: number, options: Partial<SessionOptions> = {}): Watched {
  const states = new Inbox<StateChange>();
  const problems = new Inbox<SessionProblem>();
  const lates = new Inbox<LateResponse>();
  const delivered = new Inbox<DeliverSm>();
  const batches = new Inbox<readonly DeliverSm[]>();
  const session = connectSession({
    host: '127.0.0.1',
    port,
    bind: 'transceiver',
    systemId: 'shop',
    password: 'secret',
    reconnect: false,
    onState: (change) => states.push(change),
    onProblem: (problem) => problems.push(problem),
    onLateResponse: (late) => lates.push(late),
    onDeliver: (pdus) => {
      batches.push(pdus);
      for (const pdu of pdus) delivered.push(pdu);
    },
    ...options,
  });
  return {
    session,
    states,
    problems,
    lates,
    delivered,
    batches,
    submit: (count, fields = {}, urgent = false) => {
      const ends = new Inbox<Ended>();
      const batch = Array.from({ length: count }, (_, i) => ({ destinationAddr: String(i), ...fields }));
      session.submit(batch, { urgent }, (index, result) => ends.push({ index, result }));
      return ends;
    },
    bound: () => states.first(({ state }) => state === 'bound'),
    closedBy: async () => {
      const change = await states.first(({ state }) => state === 'closed');
      return change.state === 'closed' ? change.reason : { kind: 'peer_closed' };
    },
  };
}
