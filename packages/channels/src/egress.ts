import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { Agent, type buildConnector, request } from 'undici';
import { type AllowRule, isHostAllowed, judgeAddress, judgeUrl, parseAllowList, portOf } from './egress-rules.ts';

/** One resolved address of a host. */
export interface ResolvedAddress {
  address: string;
  family: number;
}

/** What the guarded client is built with. Times in milliseconds, sizes in bytes. */
export interface EgressOptions {
  /** The operator's exceptions, see parseAllowList: these may be plain http and lie inside. */
  allow: readonly string[];
  /** Whole time of one exchange. Default 15,000. */
  timeoutMs?: number;
  /** Time to resolve, connect and finish TLS. Default 5,000. */
  connectTimeoutMs?: number;
  /** Largest answer that is read. Default 65,536. */
  maxAnswerBytes?: number;
  /** Connections to one origin. Default 16. */
  connectionsPerOrigin?: number;
  /** Further certificate authorities in PEM, for a carrier that signs its own. */
  ca?: string;
  /** Replaces the resolver of the operating system. */
  resolve?: (hostname: string) => Promise<readonly ResolvedAddress[]>;
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

/**
 * Why an exchange failed. `refused` and `connect`: proven that no byte of the request left; `exchange`: the request may have been
 * written and no usable answer came.
 */
export class EgressError extends Error {
  readonly stage: 'refused' | 'connect' | 'exchange';
  /** True when the time for the exchange was over. */
  readonly timedOut: boolean;
  constructor(stage: 'refused' | 'connect' | 'exchange', message: string, timedOut = false) {
    super(message);
    this.name = 'EgressError';
    this.stage = stage;
    this.timedOut = timedOut;
  }
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

interface Target {
  hostname: string;
  port: number;
  secure: boolean;
}

/**
 * Builds the guarded client: every address a host resolves to is checked and the connection is made to a checked address with the
 * original name for TLS, so a resolver that changes its answer gains nothing. Throws a RangeError for a wrong entry of the allow-list.
 */
export function createEgress(options: EgressOptions): Egress {
  const rules = parseAllowList(options.allow);
  const timeoutMs = options.timeoutMs ?? 15_000;
  const maxAnswerBytes = options.maxAnswerBytes ?? 65_536;
  const open = (target: Target): Promise<Socket> => openChecked(rules, options, target);
  const connect: buildConnector.connector = (target, done) => {
    open({
      hostname: target.hostname,
      port: Number(target.port) || (target.protocol === 'http:' ? 80 : 443),
      secure: target.protocol === 'https:',
    }).then(
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
    request: async (input) => exchange(agent, judge(rules, input.url), input, input.timeoutMs ?? timeoutMs),
    async probe(text) {
      const url = judge(rules, text);
      const socket = await open({ hostname: url.hostname, port: portOf(url), secure: url.protocol === 'https:' });
      socket.destroy();
    },
    close: () => agent.destroy(),
  };
}

function judge(rules: readonly AllowRule[], text: string): URL {
  const judgement = judgeUrl(rules, text);
  if (!judgement.ok) throw new EgressError('refused', judgement.why);
  return judgement.url;
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

async function openChecked(rules: readonly AllowRule[], options: EgressOptions, target: Target): Promise<Socket> {
  const limitMs = options.connectTimeoutMs ?? 5_000;
  const startedMs = performance.now();
  const hostname = target.hostname.replace(/^\[|\]$/g, '');
  const addresses = await resolveWithin(hostname, limitMs, options.resolve ?? resolveBySystem);
  if (addresses.length === 0) throw new EgressError('connect', `${hostname} has no address`);
  if (!isHostAllowed(rules, hostname, target.port)) {
    for (const { address } of addresses) {
      const denied = judgeAddress(rules, address, target.port);
      if (denied !== null)
        throw new EgressError(
          'refused',
          `${hostname} leads to ${address}, which is not on the public internet (${denied})`,
        );
    }
  }
  return connectTo(addresses, hostname, target, Math.max(1, limitMs - (performance.now() - startedMs)), options.ca);
}

async function resolveBySystem(hostname: string): Promise<readonly ResolvedAddress[]> {
  return lookup(hostname, { all: true });
}

async function resolveWithin(
  hostname: string,
  limitMs: number,
  resolve: (hostname: string) => Promise<readonly ResolvedAddress[]>,
): Promise<readonly ResolvedAddress[]> {
  // A literal never reaches a resolver: it is its own only address and is checked as such.
  const family = isIP(hostname);
  if (family !== 0) return [{ address: hostname, family }];
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new EgressError('connect', `${hostname} did not resolve within ${limitMs} ms`)),
    limitMs,
  );
  try {
    return await Promise.race([resolve(hostname), late]);
  } catch (error) {
    throw error instanceof EgressError
      ? error
      : new EgressError('connect', `${hostname} does not resolve (${describe(error)})`);
  } finally {
    clearTimeout(timer);
  }
}

function connectTo(
  addresses: readonly ResolvedAddress[],
  hostname: string,
  target: Target,
  limitMs: number,
  ca: string | undefined,
): Promise<Socket> {
  // Node asks for the addresses here; it gets the checked ones and no other.
  const answerChecked: LookupFunction = (_name, how, answer) => {
    const [first] = addresses;
    if (how.all) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family);
  };
  return new Promise((resolve, reject) => {
    const base = { host: hostname, port: target.port, autoSelectFamily: true, lookup: answerChecked };
    const socket = target.secure
      ? connectTls({
          ...base,
          servername: isIP(hostname) === 0 ? hostname : '',
          ALPNProtocols: ['http/1.1'],
          ...(ca ? { ca: [ca] } : {}),
        })
      : connectTcp(base);
    const timer = setTimeout(() => fail(new Error(`no connection within ${Math.round(limitMs)} ms`)), limitMs);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(new EgressError('connect', `${hostname}:${target.port}: ${describe(error)}`));
    };
    socket.once('error', fail);
    socket.once(target.secure ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const code = (error as { code?: unknown }).code;
  const text = error instanceof AggregateError && error.message === '' ? 'every address refused' : error.message;
  return typeof code === 'string' && !text.includes(code) ? `${code} ${text}` : text;
}
