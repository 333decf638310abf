import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP, type LookupFunction, type OnReadOpts, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type AllowRule, isHostAllowed, judgeAddress, judgeUrl, parseAllowList, portOf } from './egress-rules.ts';

/** One resolved address of a host. */
export interface ResolvedAddress {
  address: string;
  family: number;
}

/** What the gate is built with. Times in milliseconds. */
export interface GateOptions {
  /** The operator's exceptions, see parseAllowList: these may be plain http and lie inside. */
  allow: readonly string[];
  /** Time to resolve, connect and finish TLS. Default 5,000. */
  connectTimeoutMs?: number;
  /** Further certificate authorities in PEM, for a carrier that signs its own. */
  ca?: string;
  /** Replaces the resolver of the operating system. */
  resolve?: (hostname: string) => Promise<readonly ResolvedAddress[]>;
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

/** Where a connection leads: the host of a URL that was judged, as it stands there. */
export interface Target {
  hostname: string;
  port: number;
  secure: boolean;
}

/** The way out: whatever client speaks, its URLs are judged and its sockets opened here and nowhere else. */
export interface Gate {
  /** Parses a URL; throws an EgressError when nothing may be sent there. */
  judge(text: string): URL;
  /**
   * Connects, TLS included; rejects with an EgressError of stage `refused` or `connect`. With `onread` what arrives goes there instead of
   * the socket's `data` event.
   */
  open(target: Target, onread?: OnReadOpts): Promise<Socket>;
}

/** Where a judged URL leads. */
export const targetOf = (url: URL): Target => ({
  hostname: url.hostname,
  port: portOf(url),
  secure: url.protocol === 'https:',
});

/**
 * Builds the gate: every address a host resolves to is checked and the connection is made to a checked address with the original name for
 * TLS, so a resolver that changes its answer gains nothing. Throws a RangeError for a wrong entry of the allow-list.
 */
export function createGate(options: GateOptions): Gate {
  const rules = parseAllowList(options.allow);
  return {
    judge(text) {
      const judgement = judgeUrl(rules, text);
      if (!judgement.ok) throw new EgressError('refused', judgement.why);
      return judgement.url;
    },
    open: (target, onread) => openChecked(rules, options, target, onread),
  };
}

async function openChecked(
  rules: readonly AllowRule[],
  options: GateOptions,
  target: Target,
  onread: OnReadOpts | undefined,
): Promise<Socket> {
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
  const leftMs = Math.max(1, limitMs - (performance.now() - startedMs));
  return connectTo(addresses, hostname, target, leftMs, {
    ...(options.ca ? { ca: [options.ca] } : {}),
    ...(onread ? { onread } : {}),
  });
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
  more: { ca?: string[]; onread?: OnReadOpts },
): Promise<Socket> {
  // Node asks for the addresses here; it gets the checked ones and no other.
  const answerChecked: LookupFunction = (_name, how, answer) => {
    const [first] = addresses;
    if (how.all) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family);
  };
  return new Promise((resolve, reject) => {
    const base = { host: hostname, port: target.port, autoSelectFamily: true, lookup: answerChecked, ...more };
    const socket = target.secure
      ? connectTls({ ...base, servername: isIP(hostname) === 0 ? hostname : '', ALPNProtocols: ['http/1.1'] })
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

/** What an error of a socket or resolver says, its code in front. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  const code = (error as { code?: unknown }).code;
  const text = error instanceof AggregateError && error.message === '' ? 'every address refused' : error.message;
  return typeof code === 'string' && !text.includes(code) ? `${code} ${text}` : text;
}
