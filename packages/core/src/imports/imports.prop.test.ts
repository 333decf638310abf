import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConsentMark } from '../consent/index.ts';
import { asAsciiBytes, guessEncoding, withoutMark } from './guess-encoding.ts';
import { judgeUndo } from './judge-undo.ts';
import { CSV_BOUNDS, type CsvScan, SCAN_BEGIN, scanCsv } from './scan-csv.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const cells = fc.array(fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 20,
});
const asFile = (rows: string[][]): Buffer =>
  Buffer.from(`${rows.map((row) => row.map(quoted).join(';')).join('\r\n')}\r\n`);

describe('the watch over a file', () => {
  test('counts rows as they are, wherever the file is cut into parts', () => {
    fc.assert(
      fc.property(cells, fc.array(fc.nat(200), { maxLength: 5 }), (rows, cuts) => {
        const file = asFile(rows);
        let scan: CsvScan = SCAN_BEGIN;
        for (const [index, at] of [0, ...cuts.sort((a, b) => a - b)].entries()) {
          const end = [...cuts, file.length][index] ?? file.length;
          const seen = scanCsv(scan, file.subarray(at, Math.max(at, end)), ';');
          if (!seen.ok) throw new Error(seen.message);
          scan = seen.scan;
        }
        expect(scan.rows).toBe(rows.length);
        expect(scan).toMatchObject({ columns: 1, cell: 0, isQuoted: false });
      }),
    );
  });

  test('names the first row that passes a bound, and only such a row', () => {
    fc.assert(
      fc.property(cells, fc.integer({ min: -2, max: 3 }), (rows, over) => {
        const wide = `${';'.repeat(CSV_BOUNDS.columns - 1 + over)}\n`;
        const seen = scanCsv(SCAN_BEGIN, Buffer.concat([asFile(rows), Buffer.from(wide)]), ';');
        expect(seen.ok).toBe(over <= 0);
        if (!seen.ok) expect(seen.message).toMatch(new RegExp(`^Row ${rows.length + 1} has more than`));
      }),
      { numRuns: 30 },
    );
  });

  test('sees the signs of UTF-16 as those of UTF-8, and the mark in front of a file as no letter of its first cell', () => {
    fc.assert(
      fc.property(
        cells,
        fc.constantFrom('utf-8' as const, 'utf-16le' as const, 'utf-16be' as const),
        (rows, encoding) => {
          const text = `\ufeff${asFile(rows)}`;
          const wide = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
          const file = encoding === 'utf-16be' ? wide.swap16() : wide;
          expect(guessEncoding(file)).toEqual({ ok: true, encoding });
          const seen = scanCsv(SCAN_BEGIN, asAsciiBytes(withoutMark(file, encoding), encoding), ';');
          if (!seen.ok) throw new Error(seen.message);
          expect(seen.scan.rows).toBe(rows.length);
        },
      ),
    );
  });
});

describe('an undo', () => {
  const mark = (seq: number, state: ConsentMark['state'] = 'granted'): ConsentMark => ({
    ...{ purpose: 'marketing', topic: 'news', state, atMs: seq, seq },
  });
  const entries = fc.array(fc.constantFrom('granted' as const, 'withdrawn' as const), { maxLength: 6 });

  test('never withdraws what was agreed before or said since, and withdraws all else', () => {
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const earlier = before.map((state, index) => mark(index + 1, state));
        const ours = mark(10);
        const later = after.map((state, index) => mark(20 + index, state));
        const verdict = judgeUndo([...earlier, ours, ...later], ours, (seq) => seq === 10);
        const expected = later.length > 0 ? 'touched' : before.at(-1) === 'granted' ? 'agreed_before' : 'withdraw';
        expect(verdict).toBe(expected);
      }),
    );
  });
});
