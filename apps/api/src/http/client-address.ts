import type { IncomingMessage } from 'node:http';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const WITH_PORT = /^(?:\[([^\]]+)\](?::\d+)?|(\d+\.\d+\.\d+\.\d+):\d+)$/;
const LOOPBACK = /^(127\.|::1$)/;

/**
 * Who calls, for limits by address and allow-lists of keys. X-Forwarded-For is read from its end, where our own proxies write: a proxy on
 * this machine, such as the console's, is always passed over, and beyond it as many proxies as `trustedHops` says. What stands further
 * left anybody could have written. A mapped IPv4 address is told as IPv4.
 */
export function clientAddress(incoming: Pick<IncomingMessage, 'headers' | 'socket'>, trustedHops: number): string {
  const forwarded = incoming.headers['x-forwarded-for'];
  const chain = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? ''))
    .split(',')
    .map(bare)
    .filter((text) => text !== '');
  let address = bare(incoming.socket.remoteAddress ?? '127.0.0.1');
  let hops = trustedHops;
  for (const before of chain.reverse()) {
    const isOurs = LOOPBACK.test(address);
    if (!isOurs && hops === 0) break;
    if (!isOurs) hops -= 1;
    address = before;
  }
  return address;
}

/** An entry without its port and the mapping of IPv4 into IPv6. */
function bare(entry: string): string {
  const text = entry.trim();
  const [, six, four] = WITH_PORT.exec(text) ?? [];
  const address = six ?? four ?? text;
  return MAPPED.exec(address)?.[1] ?? address;
}
