import type { TrafficClass } from '@signalbox/contracts';

/** What a class of traffic allows after an answer that is not an acceptance. Times in milliseconds. */
export interface ClassRule {
  /** Most submissions of one message that may have reached a phone: accepted ones and those whose answer was lost. */
  maxSubmits: number;
  /** After a lost answer: time without a receipt before another route is tried; null means never again. */
  resubmitAfterMs: number | null;
  /** After a lost answer that nothing follows: time for a receipt before the outcome is called unknown. */
  unknownAfterMs: number;
  /** Tries on one route for a temporary refusal before another route is asked. */
  sameRouteTries: number;
  /** Wait before the second try on one route; each further wait is four times as long. */
  firstWaitMs: number;
  /** Longest wait between the first tries; a long outage lengthens it, up to a minute. */
  longestWaitMs: number;
}

/** The delivery contract by class (reliability section 2): codes may arrive twice, everything else goes out at most once after a lost answer. */
export const CLASS_RULES: Readonly<Record<TrafficClass, ClassRule>> = {
  otp: {
    maxSubmits: 2,
    resubmitAfterMs: 9_000,
    unknownAfterMs: 300_000,
    sameRouteTries: 2,
    firstWaitMs: 500,
    longestWaitMs: 2_000,
  },
  transactional: {
    maxSubmits: 1,
    resubmitAfterMs: null,
    unknownAfterMs: 300_000,
    sameRouteTries: 3,
    firstWaitMs: 2_000,
    longestWaitMs: 60_000,
  },
  marketing: {
    maxSubmits: 1,
    resubmitAfterMs: null,
    unknownAfterMs: 300_000,
    sameRouteTries: 3,
    firstWaitMs: 5_000,
    longestWaitMs: 60_000,
  },
};

/** Most attempts of one message that ended in a refusal: a message that every route refuses ends, whatever the reasons say. */
export const ATTEMPTS_MAX = 8;

// Networks report the end of a validity some time after it; receipts later than this still correct the state.
const RECEIPT_GRACE_MS = 3_600_000;

/** How long an accepted message waits for its receipt before its outcome is called unknown: its validity and an hour. In milliseconds from now. */
export function receiptWindowMs(remainingMs: number): number {
  return Math.max(remainingMs, 0) + RECEIPT_GRACE_MS;
}
