import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

const addressOf = (remoteAddress: string, forwarded?: string): string =>
  clientAddress({
    socket: { remoteAddress } as Socket,
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  });

describe('the address limits are counted by (S-10)', () => {
  it('is the peer, whatever a stranger writes into a forwarding header', () => {
    expect(addressOf('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
  });

  it('is what the proxy on this machine wrote last, not what the browser wrote before', () => {
    for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      expect(addressOf(peer, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
    }
  });

  it('is the peer when nothing was forwarded', () => {
    expect(addressOf('127.0.0.1')).toBe('127.0.0.1');
    expect(addressOf('127.0.0.1', ' ')).toBe('127.0.0.1');
  });
});
