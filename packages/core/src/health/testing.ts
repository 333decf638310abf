import type { SignalRow } from '@signalbox/contracts';
import { emptyRow } from './empty-row.ts';

/** A row of signals for tests: one cell and span, nothing counted but what is said. */
export function signalRow(change: Partial<SignalRow> = {}): SignalRow {
  return { ...emptyRow({ routeId: 'rte_a', country: 'MX', network: '334020', class: 'otp' }, 0), ...change };
}

/** A row whose receipts are all in: so many delivered, failed by fault, failed for reasons of the recipient, silent. */
export function settledRow(
  counts: { delivered: number; faults?: number; dead?: number; silent?: number },
  change: Partial<SignalRow> = {},
): SignalRow {
  const { delivered, faults = 0, dead = 0, silent = 0 } = counts;
  const accepted = delivered + faults + dead + silent;
  return signalRow({
    accepted,
    resolved: accepted,
    delivered,
    failed: faults + dead,
    failedMilli: faults * 1000,
    silent,
    deliveredAfter: { 60: delivered },
    failedAfter: { 62: faults + dead },
    ...change,
  });
}
