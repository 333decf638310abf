import type { Socket } from 'node:net';
import { type Answer, type AnswerReader, createAnswerReader } from './answer-reader.ts';
import { describe, EgressError, type Gate, type Target } from './egress-gate.ts';

/** What became of a request: its answer, or why there is none. */
export type Outcome = Answer | Broken;

/** No answer came, or none that can be read. */
export interface Broken {
  error: EgressError;
  /** The server had ended the connection while it lay idle, and we had not heard of it: nothing says that it read the request. */
  wasStale: boolean;
}

/** A connection that carries one request at a time. */
export interface Connection {
  readonly socket: Socket;
  readonly origin: string;
  readonly reader: AnswerReader;
  /** Who waits for an answer; undefined while it lies idle. */
  heard: ((outcome: Outcome) => void) | undefined;
  /** It has carried an answer before. */
  used: boolean;
  idleUntilMs: number;
}

/** The connections of a poster, kept after an answer for as long as their servers keep them. */
export interface KeptConnections {
  /** One to this origin that lies idle. */
  take(origin: string): Connection | undefined;
  /** A new one; rejects with an EgressError of stage `refused` or `connect`. */
  open(target: Target, origin: string): Promise<Connection>;
  /** Writes a whole request; `heard` is told once what became of it, unless the connection is ended from here. */
  send(connection: Connection, text: string, encoding: 'latin1' | 'utf8', heard: (outcome: Outcome) => void): void;
  /** Ends a connection; whoever waits for an answer of it hears nothing. */
  end(connection: Connection): void;
  /** Ends all of them, and those that are being opened as soon as they are. */
  close(): void;
}

// Most servers keep a connection for 5 s or longer after an answer; those that tell are believed, less a second for the way.
const IDLE_MS = 4000;
const LONGEST_IDLE_MS = 30_000;
const WAY_MS = 1000;
const LOOK_EVERY_MS = 1000;
const READ_BYTES = 64 * 1024;

/** Builds the connections of one poster; all are opened through the gate. */
export function createKeptConnections(gate: Gate, maxAnswerBytes: number): KeptConnections {
  const all = new Set<Connection>();
  const idle = new Map<string, Connection[]>();
  // All connections read to the same place, one after the other: what a reader wants to keep it copies.
  const arrived = Buffer.allocUnsafe(READ_BYTES);
  let closed = false;

  function attach(socket: Socket, origin: string): Connection {
    const reader = createAnswerReader(maxAnswerBytes);
    const connection: Connection = { socket, origin, reader, heard: undefined, used: false, idleUntilMs: 0 };
    all.add(connection);
    let why = 'the connection was closed before the answer was complete';
    socket.on('end', () => {
      const answer = connection.heard === undefined ? undefined : reader.end();
      if (answer !== undefined) finish(connection, answer);
      else if (connection.heard === undefined) drop(connection);
    });
    socket.on('error', (error) => {
      why = describe(error);
    });
    socket.on('close', () => gone(connection, why));
    return connection;
  }

  /** Reads what has arrived for a connection, the first `length` bytes of `arrived`. */
  function read(connection: Connection, length: number): void {
    if (connection.heard === undefined) {
      // Nobody asked for these bytes.
      drop(connection);
      return;
    }
    try {
      const answer = connection.reader.push(arrived, length);
      if (answer !== undefined) finish(connection, answer);
    } catch (error) {
      connection.socket.destroy();
      tell(connection, { error: new EgressError('exchange', describe(error)), wasStale: false });
    }
  }

  function finish(connection: Connection, answer: Answer): void {
    connection.used = true;
    // A server may answer before it has read all; what is left of the request must not run into the next one.
    if (answer.reusable && connection.socket.writableLength === 0 && !closed) keep(connection, answer);
    else connection.socket.destroy();
    tell(connection, answer);
  }

  function tell(connection: Connection, outcome: Outcome): void {
    const { heard } = connection;
    connection.heard = undefined;
    heard?.(outcome);
  }

  function keep(connection: Connection, { headers }: Answer): void {
    const said = headers['keep-alive'];
    const told = said === undefined ? null : /(?:^|[,\s])timeout=(\d{1,6})/i.exec(said);
    const keepMs = told === null ? IDLE_MS : Math.min(LONGEST_IDLE_MS, Number(told[1]) * 1000 - WAY_MS);
    connection.idleUntilMs = performance.now() + keepMs;
    const others = idle.get(connection.origin);
    if (others === undefined) idle.set(connection.origin, [connection]);
    else others.push(connection);
  }

  function gone(connection: Connection, why: string): void {
    all.delete(connection);
    const { heard, used, reader } = connection;
    if (heard === undefined) drop(connection);
    else tell(connection, { error: new EgressError('exchange', why), wasStale: used && !reader.hasBegun() });
  }

  /** Ends a connection that lies idle and takes it out of the line. */
  function drop(connection: Connection): void {
    connection.socket.destroy();
    const line = idle.get(connection.origin);
    const at = line?.indexOf(connection) ?? -1;
    if (at >= 0) line?.splice(at, 1);
    if (line?.length === 0) idle.delete(connection.origin);
  }

  const idleTimer = setInterval(() => {
    const nowMs = performance.now();
    for (const line of idle.values())
      for (const connection of [...line]) if (connection.idleUntilMs <= nowMs) drop(connection);
  }, LOOK_EVERY_MS);
  idleTimer.unref();

  return {
    take(origin) {
      const line = idle.get(origin);
      // The last that came: those before it grow old and are closed.
      for (let kept = line?.pop(); kept !== undefined; kept = line?.pop()) {
        if (kept.idleUntilMs > performance.now()) return kept;
        kept.socket.destroy();
      }
      return undefined;
    },
    async open(target, origin) {
      let connection: Connection | undefined;
      const callback = (length: number) => {
        if (connection !== undefined) read(connection, length);
        return true;
      };
      connection = attach(await gate.open(target, { buffer: arrived, callback }), origin);
      if (closed) connection.socket.destroy();
      return connection;
    },
    send(connection, text, encoding, heard) {
      connection.heard = heard;
      connection.socket.write(text, encoding);
    },
    end(connection) {
      connection.heard = undefined;
      connection.socket.destroy();
    },
    close() {
      closed = true;
      clearInterval(idleTimer);
      for (const { socket } of all) socket.destroy();
    },
  };
}
