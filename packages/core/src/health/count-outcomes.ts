import type { SignalRow } from '@signalbox/contracts';
import type { ReceiptDelays } from './receipt-delays.ts';

const ROUNDS = 8;

/** One row with its age and what it still counts, 0 to 1. */
export interface AgedRow {
  row: SignalRow;
  ageMs: number;
  weight: number;
}

/** Shares of the three fates of an accepted message: a positive receipt, a negative one, none ever. They sum to 1. */
export interface Fates {
  delivered: number;
  failed: number;
  silent: number;
}

/** What the rows say of the route, weighted by age. Success counts against faults of provider and network only. */
export interface Outcomes {
  fates: Fates;
  /** Honest share of success, 0 to 1. */
  success: number;
  /** Submissions whose fate is known, and that say something of the route. */
  trials: number;
  /** Positive receipts that have come and those that are still expected. */
  deliveredInAll: number;
  accepted: number;
  pending: number;
}

interface Known {
  delivered: number;
  failed: number;
  fault: number;
  silent: number;
  refused: number;
  accepted: number;
  /** Waiting, with the shares of receipts that should still be to come at their age. */
  waiting: { count: number; delivered: number; failed: number }[];
}

/**
 * Counts outcomes when receipts come late. What waits is neither success nor failure: each waiting submission is shared out between the three fates by
 * how likely it would still be waiting at its age (expectation-maximisation: Dempster, Laird, Rubin 1977; delayed feedback: Chapelle 2014).
 * Only the part that must by now be silent counts as a trial, so young traffic makes no claim. `around` is the belief to begin with,
 * worth `strength` submissions.
 */
export function countOutcomes(
  rows: readonly AgedRow[],
  delays: ReceiptDelays,
  around: Fates,
  strength: number,
  silentMilli: number,
): Outcomes {
  const known = gather(rows, delays);
  let fates = around;
  let whole = { delivered: 0, failed: 0, silent: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    whole = shareOut(known, fates);
    const total = whole.delivered + whole.failed + whole.silent + strength;
    fates = {
      delivered: (whole.delivered + strength * around.delivered) / total,
      failed: (whole.failed + strength * around.failed) / total,
      silent: (whole.silent + strength * around.silent) / total,
    };
  }
  // Of negative receipts not yet here the same share is taken to be faults as of those that are.
  const faultShare = known.failed > 0 ? known.fault / known.failed : 0;
  const silentShare = silentMilli / 1000;
  const bad = whole.failed * faultShare + whole.silent * silentShare + known.refused;
  const pending = known.waiting.reduce((sum, one) => sum + one.count, 0);
  const expected = whole.delivered + whole.failed - known.delivered - known.failed;
  const goneSilent = Math.max(0, pending - expected);
  return {
    fates,
    success: whole.delivered + bad > 0 ? whole.delivered / (whole.delivered + bad) : around.delivered,
    trials: known.delivered + known.fault + (known.silent + goneSilent) * silentShare + known.refused,
    deliveredInAll: whole.delivered,
    accepted: known.accepted,
    pending,
  };
}

function gather(rows: readonly AgedRow[], delays: ReceiptDelays): Known {
  const known: Known = { delivered: 0, failed: 0, fault: 0, silent: 0, refused: 0, accepted: 0, waiting: [] };
  for (const { row, ageMs, weight } of rows) {
    known.accepted += row.accepted * weight;
    known.delivered += row.delivered * weight;
    known.failed += row.failed * weight;
    known.fault += (row.failedMilli / 1000) * weight;
    known.silent += row.silent * weight;
    known.refused += (row.refusedMilli / 1000) * weight;
    const count = Math.max(0, row.accepted - row.resolved) * weight;
    if (count === 0) continue;
    known.waiting.push({ count, delivered: 1 - delays.deliveredBy(ageMs), failed: 1 - delays.failedBy(ageMs) });
  }
  return known;
}

function shareOut(known: Known, fates: Fates): Fates {
  let { delivered, failed, silent } = known;
  for (const one of known.waiting) {
    const toDeliver = fates.delivered * one.delivered;
    const toFail = fates.failed * one.failed;
    const all = toDeliver + toFail + fates.silent;
    // Nothing explains that it still waits: by now it is silent.
    if (all <= 1e-12) {
      silent += one.count;
      continue;
    }
    delivered += (one.count * toDeliver) / all;
    failed += (one.count * toFail) / all;
    silent += (one.count * fates.silent) / all;
  }
  return { delivered, failed, silent };
}
