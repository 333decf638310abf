import { randomFillSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCode } from './draw-code.ts';

describe('A-02: a code cannot be guessed better than by chance', () => {
  it('every digit is equally likely at every place', () => {
    const DRAWS = 60_000;
    const counts = Array.from({ length: 6 }, () => new Array<number>(10).fill(0));
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const code = drawCode(6, (bytes) => void randomFillSync(bytes));
      [...code].forEach((digit, place) => {
        const row = counts[place];
        if (row !== undefined) row[Number(digit)] = (row[Number(digit)] ?? 0) + 1;
      });
    }
    const expected = DRAWS / 10;
    for (const row of counts) {
      const chiSquare = row.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // Nine degrees of freedom: a fair source is above this once in a million runs.
      expect(chiSquare).toBeLessThan(46);
    }
  });

  it('no byte of the source favours a digit: each digit has exactly 25 bytes, the rest are thrown away', () => {
    const counts = new Array<number>(10).fill(0);
    for (let byte = 0; byte < 256; byte += 1) {
      let first = true;
      const code = drawCode(1, (bytes) => {
        bytes.fill(first ? byte : 0);
        first = false;
      });
      if (byte < 250) counts[Number(code)] = (counts[Number(code)] ?? 0) + 1;
      else expect(code).toBe('0');
    }
    expect(counts).toEqual(new Array(10).fill(25));
  });

  it('has the length asked for and digits only, whatever the source gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 10 }), fc.uint8Array({ minLength: 64, maxLength: 64 }), (length, pool) => {
        fc.pre(pool.some((byte) => byte < 250));
        const code = drawCode(length, (bytes) => {
          bytes.forEach((_, index) => {
            bytes[index] = pool[index] ?? 0;
          });
          bytes[0] = 7;
        });
        expect(code).toMatch(new RegExp(`^\\d{${length}}$`));
      }),
    );
  });
});
