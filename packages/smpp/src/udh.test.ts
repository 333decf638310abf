import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildConcatenation, joinUdh, parseUdh } from './udh.ts';

const hex = (octets: Uint8Array): string => Buffer.from(octets).toString('hex');

describe('user data headers', () => {
  it('8-bit and 16-bit references are written as TS 23.040 lays them out', () => {
    expect(hex(buildConcatenation({ reference: 0xa5, total: 3, part: 2, wide: false }))).toBe('050003a50302');
    expect(hex(buildConcatenation({ reference: 0x1234, total: 3, part: 2, wide: true }))).toBe('06080412340302');
  });

  it('a part is read back with its content behind it', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.nat(255),
        fc.integer({ min: 1, max: 255 }),
        fc.uint8Array(),
        (wide, n, total, body) => {
          const part = { reference: wide ? n * 257 : n, total, part: (n % total) + 1, wide };
          const octets = joinUdh(buildConcatenation(part), body);
          const udh = parseUdh(octets);
          expect(udh?.concatenation).toEqual(part);
          expect(octets.subarray(udh?.size)).toEqual(body);
        },
      ),
    );
  });

  it('other elements are kept beside the concatenation', () => {
    const udh = parseUdh(Buffer.from('0b0504158a00000003020201ff', 'hex'));
    expect(udh?.elements.map(({ id }) => id)).toEqual([0x05, 0x00]);
    expect(udh?.concatenation).toEqual({ reference: 2, total: 2, part: 1, wide: false });
  });

  it('a part number of 0 or above the total is no concatenation', () => {
    expect(parseUdh(Buffer.from('050003010203', 'hex'))?.concatenation).toBeUndefined();
    expect(parseUdh(Buffer.from('050003010200', 'hex'))?.concatenation).toBeUndefined();
  });

  it('lengths that contradict each other give nothing, and any octets return', () => {
    for (const wrong of ['', '05', '0500030102', '0500ff010203', '0100']) {
      expect(parseUdh(Buffer.from(wrong, 'hex'))).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.uint8Array(), (octets) => {
        const udh = parseUdh(octets);
        expect(udh === undefined || udh.size <= octets.length).toBe(true);
      }),
    );
  });

  it('impossible parts are refused by name', () => {
    expect(() => buildConcatenation({ reference: 256, total: 2, part: 1, wide: false })).toThrow(/^reference: /);
    expect(() => buildConcatenation({ reference: 1, total: 2, part: 3, wide: false })).toThrow(/^part: /);
  });
});
