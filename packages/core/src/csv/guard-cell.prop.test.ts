import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, readCell } from './guard-cell.ts';

const SIGNS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

describe('S-07: a cell of a file that we write', () => {
  it('begins no formula, whatever is in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SIGNS), fc.string(), (sign, rest) => {
        const cell = guardCell(sign + rest);
        expect(cell.startsWith("'") || /^\+[1-9]\d{6,14}$/.test(cell)).toBe(true);
      }),
    );
    expect(["=cmd|' /C calc'!A0", '+1-1', '-2+3', '@SUM(A1)', '\t=1', '+12', '+491701234567+1'].map(guardCell)).toEqual(
      ["=cmd|' /C calc'!A0", '+1-1', '-2+3', '@SUM(A1)', '\t=1', '+12', '+491701234567+1'].map((cell) => `'${cell}`),
    );
  });

  it('is what it was when it is brought in again; a phone number never changes', () => {
    const cells = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom("'", "''", ''), fc.constantFrom(...SIGNS), fc.string()).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(cells, (cell) => {
        expect(readCell(guardCell(cell))).toBe(cell);
      }),
    );
    expect(guardCell('+491701234567')).toBe('+491701234567');
    expect(readCell("'+491701234567")).toBe('+491701234567');
  });
});
