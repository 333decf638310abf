/** The middle value; of an even count the lower of the two in the middle, so that it is a value that was measured. */
export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

/** The smallest value that at least this share of all do not exceed; NaN of nothing. */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Rounded to so many digits after the point, for figures people read. */
export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

/** By key the median of that key over all rounds. */
export function mediansOf<Key extends string>(rounds: readonly Record<Key, number>[]): Record<Key, number> {
  const [first] = rounds;
  if (first === undefined) throw new Error('no round was measured');
  const keys = Object.keys(first) as Key[];
  return Object.fromEntries(keys.map((key) => [key, medianOf(rounds.map((one) => one[key]))])) as Record<Key, number>;
}
