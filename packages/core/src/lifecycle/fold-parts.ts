import type { ReceiptVerdict } from '@signalbox/contracts';

/** What the receipts of all parts of one attempt say together. */
export interface FoldedParts {
  /** `enroute` until every part is final. */
  verdict: ReceiptVerdict;
  partsDelivered: number;
  partsTotal: number;
}

const RANK: Readonly<Record<ReceiptVerdict, number>> = {
  enroute: 0,
  unknown: 1,
  expired: 2,
  undelivered: 3,
  delivered: 4,
};

/** The verdict to keep for one part when another receipt for it comes: repeats and steps backwards change nothing, in whatever order they come. */
export function mergeVerdict(kept: ReceiptVerdict | null, next: ReceiptVerdict): ReceiptVerdict {
  return kept === null || RANK[next] > RANK[kept] ? next : kept;
}

/**
 * Folds the parts of one attempt (null: no receipt yet). Nothing is final until every part is; all delivered is delivered,
 * a mixed result is undelivered with the count beside it (vocabulary 2.1), unless nothing better than expired or unknown is known of any part.
 * A better verdict for one part never makes the whole worse.
 */
export function foldParts(verdicts: readonly (ReceiptVerdict | null)[]): FoldedParts {
  const partsTotal = verdicts.length;
  let partsDelivered = 0;
  let open = partsTotal === 0;
  let expired = false;
  let undelivered = false;
  for (const verdict of verdicts) {
    if (verdict === null || verdict === 'enroute') open = true;
    else if (verdict === 'delivered') partsDelivered += 1;
    else if (verdict === 'expired') expired = true;
    else if (verdict === 'undelivered') undelivered = true;
  }
  const folded = (verdict: ReceiptVerdict): FoldedParts => ({ verdict, partsDelivered, partsTotal });
  if (open) return folded('enroute');
  if (partsDelivered === partsTotal) return folded('delivered');
  if (undelivered || partsDelivered > 0) return folded('undelivered');
  return folded(expired ? 'expired' : 'unknown');
}
