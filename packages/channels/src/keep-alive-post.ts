import type { EgressAnswer, EgressOptions } from './egress.ts';
import { createGate, describe, EgressError, type Gate, type Target, targetOf } from './egress-gate.ts';
import { type Connection, createKeptConnections, type Outcome } from './kept-connections.ts';

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

/** Builds the poster. Throws a RangeError for a wrong entry of the allow-list. */
export function createPoster(options: EgressOptions): Poster {
  const gate = createGate(options);
  const timeoutMs = options.timeoutMs ?? 15_000;
  const connections = createKeptConnections(gate, options.maxAnswerBytes ?? 65_536);
  const placeOf = rememberPlaces(gate);
  // In order of their deadlines, because all have the same time.
  const underWay = new Set<Exchange>();
  let deadlineTimer: NodeJS.Timeout | undefined;
  let closed = false;

  function start(exchange: Exchange): void {
    const { place } = exchange;
    // Where one kept connection turned out to be dead the others may be too.
    const kept = exchange.again ? undefined : connections.take(place.origin);
    if (kept !== undefined) write(kept, exchange);
    else
      connections.open(place, place.origin).then(
        (connection) => (exchange.over ? connections.end(connection) : write(connection, exchange)),
        (error) => fail(exchange, error),
      );
  }

  function write(connection: Connection, exchange: Exchange): void {
    exchange.connection = connection;
    connections.send(connection, exchange.text, exchange.encoding, (outcome) => hear(exchange, outcome));
  }

  function hear(exchange: Exchange, outcome: Outcome): void {
    exchange.connection = undefined;
    if (!('error' in outcome)) {
      const { status, headers, body } = outcome;
      settle(exchange);
      exchange.done({ status, headers, body: body.length === 0 ? '' : body.toString('utf8') });
    } else if (outcome.wasStale && !exchange.again && !closed) {
      // A webhook may come twice, and its id says so.
      exchange.again = true;
      start(exchange);
    } else fail(exchange, outcome.error);
  }

  function settle(exchange: Exchange): void {
    exchange.over = true;
    underWay.delete(exchange);
  }

  function fail(exchange: Exchange, error: EgressError): void {
    if (exchange.over) return;
    settle(exchange);
    if (exchange.connection !== undefined) connections.end(exchange.connection);
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
      clearTimeout(deadlineTimer);
      for (const exchange of underWay) fail(exchange, new EgressError('exchange', 'the way out was closed'));
      connections.close();
    },
  };
}

// URLs whose judgement is remembered; the rules it follows from do not change.
const JUDGED = 10_000;

/** Where a URL leads and how a request there begins; throws an EgressError when nothing may be sent there. */
function rememberPlaces(gate: Gate): (url: string) => Place {
  const places = new Map<string, Place>();
  return (url) => {
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
