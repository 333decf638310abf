import type { Socket } from 'node:net';
import { type Answer, type AnswerReader, createAnswerReader } from './answer-reader.ts';
import type { EgressAnswer, EgressOptions } from './egress.ts';
import { createGate, describe, EgressError, type Target, targetOf } from './egress-gate.ts';

/** One POST: header values without line ends, the body as it goes out. */
export interface PostRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/**
 * Posts over connections that are kept, through the gate of all that leaves the house. It knows HTTP/1.1 and POST and nothing else, and
 * spends a third of what a general client does on each. How many posts may be under way at once is its caller's matter.
 */
export interface Poster {
  /** Gives `done` the answer, a redirect too, or an EgressError that says how far it came: once, and never before this call has returned. */
  post(request: PostRequest, done: (outcome: EgressAnswer | EgressError) => void): void;
  /** Ends every connection; posts under way fail with stage `exchange`. */
  close(): void;
}

// Most servers keep a connection for 5 s or longer after an answer; those that tell are believed, less a second for the way.
const IDLE_MS = 4000;
const LONGEST_IDLE_MS = 30_000;
const WAY_MS = 1000;
const LOOK_EVERY_MS = 1000;
const READ_BYTES = 64 * 1024;
// URLs whose judgement is remembered; the rules it follows from do not change.
const JUDGED = 10_000;

interface Place extends Target {
  origin: string;
  /** The request line and the host. */
  head: string;
}

interface Exchange {
  place: Place;
  text: string;
  encoding: 'latin1' | 'utf8';
  deadlineMs: number;
  connection: Connection | undefined;
  /** It went out before, on a connection that turned out to be dead. */
  again: boolean;
  over: boolean;
  done: (outcome: EgressAnswer | EgressError) => void;
}

interface Connection {
  socket: Socket;
  origin: string;
  reader: AnswerReader;
  exchange: Exchange | undefined;
  /** It has carried an answer before. */
  used: boolean;
  idleUntilMs: number;
}

/** Builds the poster. Throws a RangeError for a wrong entry of the allow-list. */
export function createPoster(options: EgressOptions): Poster {
  const gate = createGate(options);
  const timeoutMs = options.timeoutMs ?? 15_000;
  const maxAnswerBytes = options.maxAnswerBytes ?? 65_536;
  const places = new Map<string, Place>();
  const connections = new Set<Connection>();
  const idle = new Map<string, Connection[]>();
  // In order of their deadlines, because all have the same time.
  const underWay = new Set<Exchange>();
  // All connections read to the same place, one after the other: what a reader wants to keep it copies.
  const arrived = Buffer.allocUnsafe(READ_BYTES);
  let deadlineTimer: NodeJS.Timeout | undefined;
  let closed = false;

  function placeOf(url: string): Place {
    const known = places.get(url);
    if (known !== undefined) return known;
    const judged = gate.judge(url);
    const place = {
      ...targetOf(judged),
      origin: judged.origin,
      head: `POST ${judged.pathname}${judged.search} HTTP/1.1\r\nhost: ${judged.host}\r\n`,
    };
    if (places.size >= JUDGED) places.clear();
    places.set(url, place);
    return place;
  }

  function start(exchange: Exchange): void {
    // Where one kept connection turned out to be dead the others may be too.
    const kept = exchange.again ? undefined : takeKept(exchange.place.origin);
    if (kept === undefined) connect(exchange);
    else write(kept, exchange);
  }

  function connect(exchange: Exchange): void {
    let connection: Connection | undefined;
    const callback = (length: number) => {
      if (connection !== undefined) take(connection, length);
      return true;
    };
    gate.open(exchange.place, { buffer: arrived, callback }).then(
      (socket) => {
        connection = attach(socket, exchange.place.origin);
        if (exchange.over || closed) socket.destroy();
        else write(connection, exchange);
      },
      (error) => fail(exchange, error),
    );
  }

  function takeKept(origin: string): Connection | undefined {
    const line = idle.get(origin);
    // The last that came: those before it grow old and are closed.
    for (let kept = line?.pop(); kept !== undefined; kept = line?.pop()) {
      if (kept.idleUntilMs > performance.now()) return kept;
      kept.socket.destroy();
    }
    return undefined;
  }

  function attach(socket: Socket, origin: string): Connection {
    const reader = createAnswerReader(maxAnswerBytes);
    const connection: Connection = { socket, origin, reader, exchange: undefined, used: false, idleUntilMs: 0 };
    connections.add(connection);
    let why = 'the connection was closed before the answer was complete';
    socket.on('end', () => {
      const answer = connection.exchange === undefined ? undefined : connection.reader.end();
      if (answer !== undefined) finish(connection, answer);
      else if (connection.exchange === undefined) drop(connection);
    });
    socket.on('error', (error) => {
      why = describe(error);
    });
    socket.on('close', () => gone(connection, why));
    return connection;
  }

  function write(connection: Connection, exchange: Exchange): void {
    connection.exchange = exchange;
    exchange.connection = connection;
    connection.socket.write(exchange.text, exchange.encoding);
  }

  /** Takes what has arrived for a connection, the first `length` bytes of `arrived`. */
  function take(connection: Connection, length: number): void {
    const { exchange } = connection;
    if (exchange === undefined) {
      // Nobody asked for these bytes.
      drop(connection);
      return;
    }
    try {
      const answer = connection.reader.push(arrived, length);
      if (answer !== undefined) finish(connection, answer);
    } catch (error) {
      fail(exchange, new EgressError('exchange', describe(error)));
    }
  }

  function finish(connection: Connection, answer: Answer): void {
    const exchange = connection.exchange as Exchange;
    connection.exchange = undefined;
    connection.used = true;
    // A server may answer before it has read all; what is left of the request must not run into the next one.
    if (answer.reusable && connection.socket.writableLength === 0 && !closed) keep(connection, answer);
    else connection.socket.destroy();
    settle(exchange);
    const { status, headers, body } = answer;
    exchange.done({ status, headers, body: body.length === 0 ? '' : body.toString('utf8') });
  }

  function keep(connection: Connection, { headers }: Answer): void {
    const told =
      headers['keep-alive'] === undefined ? null : /(?:^|[,\s])timeout=(\d{1,6})/i.exec(headers['keep-alive']);
    const keepMs = told === null ? IDLE_MS : Math.min(LONGEST_IDLE_MS, Number(told[1]) * 1000 - WAY_MS);
    connection.idleUntilMs = performance.now() + keepMs;
    const others = idle.get(connection.origin);
    if (others === undefined) idle.set(connection.origin, [connection]);
    else others.push(connection);
  }

  function gone(connection: Connection, why: string): void {
    connections.delete(connection);
    const { exchange, used, reader } = connection;
    if (exchange === undefined) {
      drop(connection);
      return;
    }
    connection.exchange = undefined;
    exchange.connection = undefined;
    if (used && !reader.hasBegun() && !exchange.again && !closed) {
      // The server ended the connection while it lay idle and we had not heard of it yet. A webhook may come twice, and its id says so.
      exchange.again = true;
      start(exchange);
    } else fail(exchange, new EgressError('exchange', why));
  }

  /** Ends a connection that lies idle and takes it out of the line. */
  function drop(connection: Connection): void {
    connection.socket.destroy();
    const line = idle.get(connection.origin);
    const at = line?.indexOf(connection) ?? -1;
    if (at >= 0) line?.splice(at, 1);
    if (line?.length === 0) idle.delete(connection.origin);
  }

  function settle(exchange: Exchange): void {
    exchange.over = true;
    exchange.connection = undefined;
    underWay.delete(exchange);
  }

  function fail(exchange: Exchange, error: EgressError): void {
    if (exchange.over) return;
    const { connection } = exchange;
    settle(exchange);
    if (connection !== undefined) {
      connection.exchange = undefined;
      connection.socket.destroy();
    }
    exchange.done(error);
  }

  /** Ends the posts whose time is over and looks again when the time of the next one is. */
  function watchDeadlines(): void {
    deadlineTimer = undefined;
    const nowMs = performance.now();
    for (const exchange of underWay) {
      if (exchange.deadlineMs > nowMs) {
        deadlineTimer = setTimeout(watchDeadlines, exchange.deadlineMs - nowMs);
        return;
      }
      fail(exchange, new EgressError('exchange', `no answer within ${timeoutMs} ms`, true));
    }
  }

  const idleTimer = setInterval(() => {
    const nowMs = performance.now();
    for (const line of idle.values())
      for (const connection of [...line]) if (connection.idleUntilMs <= nowMs) drop(connection);
  }, LOOK_EVERY_MS);
  idleTimer.unref();

  return {
    post({ url, headers, body }, done) {
      try {
        if (closed) throw new EgressError('connect', 'the way out is closed');
        const place = placeOf(url);
        const bytes = Buffer.byteLength(body);
        const exchange: Exchange = {
          place,
          text: `${place.head}${headerLines(headers)}content-length: ${bytes}\r\n\r\n${body}`,
          // As many bytes as characters: all of them are ASCII, and writing them so is cheaper.
          encoding: bytes === body.length ? 'latin1' : 'utf8',
          deadlineMs: performance.now() + timeoutMs,
          connection: undefined,
          again: false,
          over: false,
          done,
        };
        underWay.add(exchange);
        deadlineTimer ??= setTimeout(watchDeadlines, timeoutMs);
        start(exchange);
      } catch (error) {
        const known = error instanceof EgressError ? error : new EgressError('exchange', describe(error));
        setImmediate(done, known);
      }
    },
    close() {
      closed = true;
      clearInterval(idleTimer);
      clearTimeout(deadlineTimer);
      for (const exchange of underWay) fail(exchange, new EgressError('exchange', 'the way out was closed'));
      for (const { socket } of connections) socket.destroy();
    },
  };
}

const BREAKS_A_LINE = /[^\t\x20-\x7e]/;

function headerLines(headers: Readonly<Record<string, string>>): string {
  let lines = '';
  for (const name in headers) {
    const value = headers[name] as string;
    if (BREAKS_A_LINE.test(value))
      throw new EgressError('refused', `the header ${name} has a character that may not stand there`);
    lines += `${name}: ${value}\r\n`;
  }
  return lines;
}
