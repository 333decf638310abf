import { expect, it } from 'vitest';
import { chainHash } from './chain-hash.ts';

it('the hash of a chain is the one of the test vector (domain: 1.8), and another order is another hash', () => {
  const hash = chainHash('1101000000000000001', ['1202000000000000002', '1302000000000000003']);
  expect(hash).toBe('127530613b15515ad526a3440d9ef44a0e13a2dadd18c4cbebb9ce3ca1ed9437');
  expect(chainHash('1101000000000000001', ['1302000000000000003', '1202000000000000002'])).not.toBe(hash);
});
