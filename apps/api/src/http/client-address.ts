import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Who calls, for limits by address. A forwarding header counts only when it comes from this machine, where the console's proxy runs,
 * and then its last entry, which that proxy wrote; anybody else could write what they like into it.
 */
export function clientAddress(incoming: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const peer = incoming.socket.remoteAddress ?? '127.0.0.1';
  const forwarded = incoming.headers['x-forwarded-for'];
  const chain = (Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? '')).split(',');
  const last = chain.at(-1)?.trim() ?? '';
  return LOOPBACK.test(peer) && last !== '' ? last : peer;
}
