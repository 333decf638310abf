/**
 * How well somebody tells two kinds of answers apart by their times alone: the share of right guesses with the best threshold there is, 0.5
 * (as a coin) to 1 (always). Half of it is the statistic of Kolmogorov and Smirnov, which asks nothing of how the times are spread.
 */
export function tellApart(one: readonly number[], other: readonly number[]): number {
  const below = (times: readonly number[], at: number) => times.filter((time) => time <= at).length / times.length;
  const gaps = [...one, ...other].map((at) => Math.abs(below(one, at) - below(other, at)));
  return 0.5 + Math.max(...gaps) / 2;
}

/** The time in the middle. */
export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** How often each kind of answer is asked for: with so many, a coin is right at 85 of 100 guesses once in a million runs. */
const ROUNDS = 30;

/** Times two calls in turns, each first every other time, so that what the machine does besides falls on both alike. In milliseconds. */
export async function timeInTurns(
  one: (round: number) => Promise<unknown>,
  other: (round: number) => Promise<unknown>,
): Promise<{ one: number[]; other: number[] }> {
  const took = { one: [] as number[], other: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const both = [
      [took.one, one],
      [took.other, other],
    ] as const;
    for (const [times, call] of round % 2 === 0 ? both : both.toReversed()) {
      const startedMs = performance.now();
      await call(round);
      times.push(performance.now() - startedMs);
    }
  }
  return took;
}

/**
 * Whether the times of two kinds of answers tell nobody which is which: either a guess by them is right less than 85 times in a hundred, or
 * they differ by less than the times of one request over a network do.
 */
export function areAlike(took: { one: readonly number[]; other: readonly number[] }, withinMs: number): boolean {
  return tellApart(took.one, took.other) < 0.85 || Math.abs(median(took.one) - median(took.other)) < withinMs;
}
