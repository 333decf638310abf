import { guardCell } from '@signalbox/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv, writeErrorCsv } from './read-csv.ts';

test('S-07: lines that were refused come back as they were, and no cell of the file between begins a formula', () => {
  const cell = fc.oneof(
    fc.constantFrom('=1+1', '+1-1', '-5', '@x', '\t=2', '\r=3', '+491701234567', "'=4"),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const file = writeErrorCsv(
        ['number', 'name'],
        rows.map((cells) => ({ cells, faults: [{ column: 'number', message: '=is no number' }] })),
      );
      const read = readCsv(file);
      if (!read.ok) throw new Error(read.fault);
      expect(read.records.slice(1).map(({ record }) => record.slice(0, 2))).toEqual(rows);
      for (const [number] of rows) expect(file).toContain(guardCell(number).replaceAll('"', '""'));
    }),
  );
});
