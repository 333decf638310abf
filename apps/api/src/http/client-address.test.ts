import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

const addressOf = (remoteAddress: string, forwarded?: string, trustedHops = 0): string =>
  clientAddress(
    {
      socket: { remoteAddress } as Socket,
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    },
    trustedHops,
  );

describe('S-10, A-05: the address limits are counted and keys are allowed by', () => {
  it('is the peer, whatever a stranger writes into a forwarding header', () => {
    for (const forged of ['198.51.100.1', '127.0.0.1', '198.51.100.1, 127.0.0.1', '::1', 'x', ',,,']) {
      expect(addressOf('203.0.113.7', forged)).toBe('203.0.113.7');
    }
  });

  it('is what the proxy on this machine wrote last, not what the browser wrote before', () => {
    for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      expect(addressOf(peer, '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
    }
  });

  it('is the peer when nothing was forwarded', () => {
    expect(addressOf('127.0.0.1')).toBe('127.0.0.1');
    expect(addressOf('127.0.0.1', ' ')).toBe('127.0.0.1');
    expect(addressOf('203.0.113.7', undefined, 2)).toBe('203.0.113.7');
  });

  it('is what the last trusted proxy saw, with one and with two of them, and never what stands before', () => {
    const forged = '10.0.0.1, 127.0.0.1';
    expect(addressOf('192.0.2.1', `${forged}, 203.0.113.7`, 1)).toBe('203.0.113.7');
    expect(addressOf('192.0.2.1', `${forged}, 203.0.113.7, 192.0.2.2`, 2)).toBe('203.0.113.7');
    expect(addressOf('192.0.2.1', `${forged}, 203.0.113.7, 192.0.2.2`, 0)).toBe('192.0.2.1');
  });

  it('passes over the proxy on this machine besides the trusted ones', () => {
    expect(addressOf('127.0.0.1', '10.0.0.1, 203.0.113.7, 192.0.2.2', 1)).toBe('203.0.113.7');
  });

  it('is one address however it is spelled: mapped, with a port, in brackets', () => {
    expect(addressOf('::ffff:203.0.113.7')).toBe('203.0.113.7');
    expect(addressOf('192.0.2.1', '203.0.113.7:4711', 1)).toBe('203.0.113.7');
    expect(addressOf('192.0.2.1', '[2001:db8::1]:443', 1)).toBe('2001:db8::1');
    expect(addressOf('192.0.2.1', '::ffff:203.0.113.7', 1)).toBe('203.0.113.7');
  });
});
