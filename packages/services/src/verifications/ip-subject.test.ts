import { describe, expect, it } from 'vitest';
import { ipSubject, networkSubject } from './ip-subject.ts';

describe('A-02: whoever guesses is one, however the address is written', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['::FFFF:cb00:7109', '203.0.113.9'],
    ['0:0:0:0:0:ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts for %s', (ip, subject) => {
    expect(ipSubject(ip)).toBe(subject);
  });
});

describe('A-01: whoever has a network has all of its addresses', () => {
  it.each([
    ['203.0.113.9', '203.0.113.0/24'],
    ['::ffff:203.0.113.200', '203.0.113.0/24'],
    ['2001:db8:1:2::1', '2001:db8:1::/48'],
    ['2001:DB8:1:ffff::1', '2001:db8:1::/48'],
  ])('%s lies in %s', (ip, network) => {
    expect(networkSubject(ip)).toBe(network);
  });
});
