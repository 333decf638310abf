import { SIGNAL_COUNTS, type SignalCell, type SignalCount, type SignalRow } from '@signalbox/contracts';
import { bucketOf, emptyRow } from '@signalbox/core';

type Timed = 'deliveredAfter' | 'failedAfter' | 'provenAfter';

/**
 * Keeps the rows of signals as the database does: one of counts for each cell and minute, and one of delays for each cell and ten minutes. What they are read as is what services read:
 * counts older than a quarter of an hour come by ten minutes, and delays are dated by the youngest submission they may be of.
 */
export type RowBook = {
  rows: (nowMs: number) => SignalRow[];
  add: (cell: SignalCell, submittedAtMs: number, count: SignalCount, by?: number) => void;
  time: (cell: SignalCell, submittedAtMs: number, histogram: Timed, ms: number) => void;
};

const FINE_MS = 900_000;
const COARSE_MS = 600_000;

/** An empty book with spans of this length. */
export function openRowBook(spanMs: number): RowBook {
  const counts = new Map<string, SignalRow>();
  const delays = new Map<string, SignalRow>();
  return {
    rows: (nowMs) => [...readCounts(counts.values(), nowMs), ...delays.values()],
    add(cell, submittedAtMs, count, by = 1) {
      const fromMs = startOf(submittedAtMs, spanMs);
      rowAt(counts, cell, fromMs, fromMs)[count] += by;
    },
    time(cell, submittedAtMs, histogram, ms) {
      const fromMs = startOf(submittedAtMs, COARSE_MS);
      const into: Record<number, number> = rowAt(delays, cell, fromMs, fromMs + COARSE_MS - spanMs)[histogram];
      const bucket = bucketOf(ms);
      into[bucket] = (into[bucket] ?? 0) + 1;
    },
  };
}

const startOf = (atMs: number, spanMs: number): number => Math.floor(atMs / spanMs) * spanMs;

function rowAt(rows: Map<string, SignalRow>, cell: SignalCell, spanFromMs: number, datedMs: number): SignalRow {
  const key = `${cell.routeId}|${cell.country}|${cell.network}|${cell.class}|${spanFromMs}`;
  let row = rows.get(key);
  if (row === undefined) {
    row = emptyRow(cell, datedMs);
    rows.set(key, row);
  }
  return row;
}

function readCounts(rows: Iterable<SignalRow>, nowMs: number): SignalRow[] {
  const read = new Map<string, SignalRow>();
  for (const row of rows) {
    const fromMs = row.fromMs > nowMs - FINE_MS ? row.fromMs : startOf(row.fromMs, COARSE_MS);
    const sum = rowAt(read, row, fromMs, fromMs);
    for (const name of SIGNAL_COUNTS) sum[name] += row[name];
  }
  return [...read.values()];
}
