import type { SignalCell, SignalRow } from '@signalbox/contracts';
import { bucketOf, emptyRow } from '@signalbox/core';

type Counted = Exclude<keyof SignalRow, keyof SignalCell | 'fromMs' | 'deliveredAfter' | 'failedAfter' | 'provenAfter'>;
type Timed = 'deliveredAfter' | 'failedAfter' | 'provenAfter';

/** Keeps the rows of signals as the database would: one for each cell and span, counted up as news come. */
export type RowBook = {
  rows: () => SignalRow[];
  add: (cell: SignalCell, submittedAtMs: number, count: Counted, by?: number) => void;
  time: (cell: SignalCell, submittedAtMs: number, histogram: Timed, ms: number) => void;
};

/** An empty book with spans of this length. */
export function openRowBook(spanMs: number): RowBook {
  const rows = new Map<string, SignalRow>();
  const rowOf = (cell: SignalCell, atMs: number): SignalRow => {
    const fromMs = Math.floor(atMs / spanMs) * spanMs;
    const key = `${cell.routeId}|${cell.country}|${cell.network}|${cell.class}|${fromMs}`;
    let row = rows.get(key);
    if (row === undefined) {
      row = emptyRow(cell, fromMs);
      rows.set(key, row);
    }
    return row;
  };
  return {
    rows: () => [...rows.values()],
    add(cell, submittedAtMs, count, by = 1) {
      rowOf(cell, submittedAtMs)[count] += by;
    },
    time(cell, submittedAtMs, histogram, ms) {
      const counts = rowOf(cell, submittedAtMs)[histogram] as Record<number, number>;
      const bucket = bucketOf(ms);
      counts[bucket] = (counts[bucket] ?? 0) + 1;
    },
  };
}
