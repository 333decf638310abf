import { describe, expect, it } from 'vitest';
import { delayBeforeRetry } from './backoff.ts';

const options = { baseMs: 500, maxMs: 30_000, authMs: 300_000 };
const delays = (random: number) => [1, 2, 3, 4, 7, 50, 5_000].map((n) => delayBeforeRetry(options, n, false, random));

describe('the delay before a retry', () => {
  it('doubles from the base to the longest and stays there', () => {
    expect(delays(0.999_999).map(Math.round)).toEqual([500, 1_000, 2_000, 4_000, 30_000, 30_000, 30_000]);
  });

  it('is spread by chance over the upper half', () => {
    expect(delays(0)).toEqual([250, 500, 1_000, 2_000, 15_000, 15_000, 15_000]);
  });

  it('is at least the long one after refused credentials, at the first try already', () => {
    expect(delayBeforeRetry(options, 1, true, 0)).toBe(300_000);
    expect(delayBeforeRetry(options, 9, true, 0.5)).toBe(315_000);
  });
});
