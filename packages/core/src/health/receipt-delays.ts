import type { SignalRow, SignalSettings } from '@signalbox/contracts';
import { Durations } from './durations.ts';

const ENOUGH_RECEIPTS = 50;

/** How late the receipts of one route come. */
export interface ReceiptDelays {
  basis: 'route' | 'prior';
  /** The share of the positive receipts that has come by this age of the submission, 0 to 1. */
  deliveredBy(ageMs: number): number;
  /** The same for negative ones. */
  failedBy(ageMs: number): number;
}

/**
 * Learns the delays from submissions old enough that what will come has come: younger ones have only shown their early receipts, and would make
 * receipts look faster than they are (right truncation: Lagakos, Barraj, De Gruttola 1988). Until there are 50 of those, receipts are
 * taken to come evenly up to the settled age: later than most do, so that nothing is called silent too early.
 */
export function learnDelays(
  rows: readonly { row: SignalRow; ageMs: number; weight: number }[],
  settings: SignalSettings,
): ReceiptDelays {
  const delivered = new Durations();
  const failed = new Durations();
  for (const { row, ageMs, weight } of rows) {
    if (ageMs < settings.settledAfterMs) continue;
    delivered.add(row.deliveredAfter, weight);
    failed.add(row.failedAfter, weight);
  }
  const prior = (ageMs: number) => Math.min(1, ageMs / settings.settledAfterMs);
  const learned = delivered.total >= ENOUGH_RECEIPTS;
  const deliveredBy = learned ? (ageMs: number) => delivered.shareWithin(ageMs) : prior;
  return {
    basis: learned ? 'route' : 'prior',
    deliveredBy,
    failedBy: failed.total >= ENOUGH_RECEIPTS ? (ageMs) => failed.shareWithin(ageMs) : deliveredBy,
  };
}
