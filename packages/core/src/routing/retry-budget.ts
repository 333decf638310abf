/** Tries of one route in the window of its budget. */
export interface RetryCount {
  firstTries: number;
  retries: number;
}

/** Share of retries among first tries, in thousandths (reliability section 6; Google SRE book, chapter 21). */
const BUDGET_PERMILLE = 100;
/** A quiet route may retry a few anyway, else its first failure would have no budget. */
const ALWAYS = 3;

/**
 * How many more retries a route may be given now: a tenth of its first tries in the window, and three. A route that fails cannot multiply its own load; what has no budget goes by
 * another route or waits.
 */
export function retriesLeft({ firstTries, retries }: RetryCount): number {
  return Math.max(0, ALWAYS + Math.floor((firstTries * BUDGET_PERMILLE) / 1000) - retries);
}
