import { Agent, type buildConnector, request } from 'undici';
import { createGate, describe, EgressError, type GateOptions, targetOf } from './egress-gate.ts';

export { EgressError, type ResolvedAddress } from './egress-gate.ts';

/** What the guarded client is built with. Times in milliseconds, sizes in bytes. */
export interface EgressOptions extends GateOptions {
  /** Whole time of one exchange. Default 15,000. */
  timeoutMs?: number;
  /** Largest answer that is read. Default 65,536. */
  maxAnswerBytes?: number;
  /** Connections to one origin. Default 16. */
  connectionsPerOrigin?: number;
}

/** One request to the outside. */
export interface EgressRequest {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Whole time of this exchange; the client's default otherwise. */
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** The answer of the outside: header names in lower case; redirects are answers, never followed. */
export interface EgressAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** The one client for every URL of the product that somebody typed. */
export interface Egress {
  /** Sends a request; rejects with an EgressError that says how far it came. */
  request(input: EgressRequest): Promise<EgressAnswer>;
  /** Connects, finishes TLS and hangs up: proves that a URL can be reached without sending anything. */
  probe(url: string): Promise<void>;
  /** Ends every connection; requests under way fail with stage `exchange`. */
  close(): Promise<void>;
}

/** Builds the guarded client: all it sends goes through the gate. Throws a RangeError for a wrong entry of the allow-list. */
export function createEgress(options: EgressOptions): Egress {
  const gate = createGate(options);
  const timeoutMs = options.timeoutMs ?? 15_000;
  const maxAnswerBytes = options.maxAnswerBytes ?? 65_536;
  const connect: buildConnector.connector = ({ hostname, port, protocol }, done) => {
    const secure = protocol === 'https:';
    gate.open({ hostname, port: Number(port) || (secure ? 443 : 80), secure }).then(
      (socket) => done(null, socket),
      (error) => done(error, null),
    );
  };
  const agent = new Agent({
    connect,
    connections: options.connectionsPerOrigin ?? 16,
    pipelining: 1,
    maxResponseSize: maxAnswerBytes,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    keepAliveTimeout: 10_000,
  });
  return {
    // A refused URL is a rejection like every other failure, never an exception on the way in.
    request: async (input) => exchange(agent, gate.judge(input.url), input, input.timeoutMs ?? timeoutMs),
    async probe(text) {
      const socket = await gate.open(targetOf(gate.judge(text)));
      socket.destroy();
    },
    close: () => agent.destroy(),
  };
}

async function exchange(agent: Agent, url: URL, input: EgressRequest, timeoutMs: number): Promise<EgressAnswer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = input.signal ? AbortSignal.any([deadline, input.signal]) : deadline;
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: input.method,
      headers: { ...input.headers },
      body: input.body ?? null,
      signal,
    });
    return { status: answer.statusCode, headers: flatten(answer.headers), body: await answer.body.text() };
  } catch (error) {
    if (error instanceof EgressError) throw error;
    if (deadline.aborted) throw new EgressError('exchange', `no answer within ${timeoutMs} ms`, true);
    throw new EgressError('exchange', describe(error));
  }
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: [string, string][] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat.push([name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]);
  }
  return Object.fromEntries(flat);
}
