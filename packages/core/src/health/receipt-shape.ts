import { type ForgeryTrace, HASTY_RECEIPT_MS } from '@signalbox/contracts';
import type { AgedRow } from './count-outcomes.ts';
import { Durations } from './durations.ts';

const PPM = 1_000_000;
const RECEIPTS_MIN = 50;
const FAST_SHARE = 0.1;
const SAME_SHARE = 0.25;
const TIMES_PEERS = 3;
const NEGATIVES_MIN = 20;

/** When receipts of a route come and how many are negative, weighted by age. */
export interface ClaimShape {
  delivered: Durations;
  failed: number;
}

/** The shape of all receipts in these rows. */
export function shapeOf(rows: readonly AgedRow[]): ClaimShape {
  const shape: ClaimShape = { delivered: new Durations(), failed: 0 };
  for (const { row, weight } of rows) {
    shape.delivered.add(row.deliveredAfter, weight);
    shape.failed += row.failed * weight;
  }
  return shape;
}

/** Traces that only show how receipts are forged: no proof alone, since a route may honestly be fast, even or good. Peers are needed for each. */
export function shapeTraces(own: ClaimShape, peers: readonly ClaimShape[]): ForgeryTrace[] {
  const others: ClaimShape = { delivered: new Durations(), failed: 0 };
  for (const peer of peers) {
    peer.delivered.counts.forEach((count, bucket) => {
      others.delivered.add({ [bucket]: count }, 1);
    });
    others.failed += peer.failed;
  }
  if (own.delivered.total < RECEIPTS_MIN || others.delivered.total < RECEIPTS_MIN) return [];
  const traces: ForgeryTrace[] = [];
  const note = (pattern: ForgeryTrace['pattern'], observed: number, expected: number) =>
    traces.push({ pattern, observedPpm: Math.round(observed * PPM), expectedPpm: Math.round(expected * PPM) });
  const fast = own.delivered.shareWithin(HASTY_RECEIPT_MS);
  const fastPeers = others.delivered.shareWithin(HASTY_RECEIPT_MS);
  if (fast >= FAST_SHARE && fast >= TIMES_PEERS * fastPeers) note('too_fast', fast, fastPeers);
  const peak = heaviest(own.delivered);
  const peakPeers = (others.delivered.counts[peak.bucket] as number) / others.delivered.total;
  if (peak.share >= SAME_SHARE && peak.share >= TIMES_PEERS * peakPeers) note('same_delay', peak.share, peakPeers);
  const negative = own.failed / (own.failed + own.delivered.total);
  const negativePeers = others.failed / (others.failed + others.delivered.total);
  const expectedNegatives = negativePeers * (own.failed + own.delivered.total);
  if (expectedNegatives >= NEGATIVES_MIN && negative * TIMES_PEERS <= negativePeers) {
    note('never_negative', negative, negativePeers);
  }
  return traces;
}

/** The tenth-wide bucket that most receipts fall into. */
function heaviest(times: Durations): { bucket: number; share: number } {
  let bucket = 0;
  times.counts.forEach((count, index) => {
    if (count > (times.counts[bucket] as number)) bucket = index;
  });
  return { bucket, share: (times.counts[bucket] as number) / times.total };
}
