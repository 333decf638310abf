import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, formatNetwork, isInside, parseAddress, parseNetwork } from './index.ts';

const inside = (networks: string[], address: string): boolean =>
  isInside(
    networks.map((text) => parseNetwork(text)).filter((network) => network !== undefined),
    parseAddress(address) ?? [],
  );

describe('S-10: addresses and networks', () => {
  it('fold mapped IPv4 into IPv4, in both directions', () => {
    for (const text of ['203.0.113.7', '::ffff:203.0.113.7', '::FFFF:cb00:7107', '0:0:0:0:0:ffff:203.0.113.7']) {
      expect(formatAddress(parseAddress(text) ?? [])).toBe('203.0.113.7');
      expect(inside(['203.0.113.0/24'], text)).toBe(true);
      expect(inside(['::ffff:203.0.113.0/120'], text)).toBe(true);
      expect(inside(['203.0.112.0/24', '2001:db8::/32'], text)).toBe(false);
    }
  });

  it('hold exactly the addresses of their mask', () => {
    expect(inside(['2001:db8:1:2::/64'], '2001:db8:1:2:ffff::1')).toBe(true);
    expect(inside(['2001:db8:1:2::/64'], '2001:db8:1:3::1')).toBe(false);
    expect(inside(['10.0.0.0/9'], '10.127.255.255')).toBe(true);
    expect(inside(['10.0.0.0/9'], '10.128.0.0')).toBe(false);
    expect(inside(['0.0.0.0/0'], '198.51.100.1')).toBe(true);
    expect(inside(['0.0.0.0/0'], '2001:db8::1')).toBe(false);
    expect(inside(['198.51.100.9'], '198.51.100.9')).toBe(true);
    expect(inside(['198.51.100.9'], '198.51.100.8')).toBe(false);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4/33',
    '1.2.3.4/08',
    '1.2.3.4/24',
    '1.2.3.0/24/1',
    '::/129',
    '1::2::3',
    ':1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7::8',
    'fe80::1%eth0',
    '::1.2.3',
    'example.com',
    '0x7f.1',
    '2130706433',
  ])('"%s" is no network', (text) => {
    expect(parseNetwork(text)).toBeUndefined();
  });

  it('are spelled in one way, which reads as the same', () => {
    const bytes = fc.oneof(
      fc.array(fc.constantFrom(0, 0, 0, 1, 255), { minLength: 16, maxLength: 16 }),
      fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 16, maxLength: 16 }),
    );
    fc.assert(
      fc.property(bytes, (given) => {
        expect(parseAddress(formatAddress(given))).toEqual(given);
      }),
    );
    for (const text of ['10.0.0.0/8', '2001:db8::/32', '::/0', '203.0.113.7', '::ffff:0:0/96']) {
      const network = parseNetwork(text);
      expect(network && parseNetwork(formatNetwork(network))).toEqual(network);
    }
  });
});
