const PPM = 1_000_000;

/**
 * Shares one million, or as many millionths as are said, among shares in proportion, by largest remainder: whole numbers whose sum is exactly that.
 * Shares are whole numbers, their sum at most 9,007,199,254 so that products stay exact. All zero gives all zero.
 */
export function shareMillionths(shares: readonly number[], millionths: number = PPM): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total === 0) return shares.map(() => 0);
  const given = shares.map((share) => Math.floor((share * millionths) / total));
  let left = millionths - given.reduce((sum, value) => sum + value, 0);
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: (share * millionths) % total }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left === 0) break;
    given[index] = (given[index] as number) + 1;
    left -= 1;
  }
  return given;
}
