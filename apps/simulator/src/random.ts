/** Every chance the carriers take comes from here, so that a seed replays a run. */
export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number of the range, both ends included. */
  between(range: { min: number; max: number }): number;
  /** True in the given share (0 to 1) of calls; draws nothing at 0 and 1 so that unused faults do not shift the sequence. */
  chance(share: number): boolean;
  /** One entry by its share of all calls, or undefined for the rest of the shares. */
  pick<T extends { share: number }>(mix: readonly T[]): T | undefined;
}

/** A sequence that depends on the seed alone (sfc32, seeded through splitmix32). */
export function createRandom(seed: number): Random {
  const next = sfc32(seed);
  return {
    next,
    between: ({ min, max }) => (min === max ? min : min + Math.floor(next() * (max - min + 1))),
    chance: (share) => (share <= 0 ? false : share >= 1 ? true : next() < share),
    pick(mix) {
      if (mix.length === 0) return undefined;
      let point = next();
      for (const entry of mix) {
        point -= entry.share;
        if (point < 0) return entry;
      }
      return undefined;
    },
  };
}

function sfc32(seed: number): () => number {
  let mixing = seed >>> 0;
  const word = () => {
    mixing = (mixing + 0x9e3779b9) >>> 0;
    let z = mixing;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
  let [a, b, c, counter] = [word(), word(), word(), 1];
  return () => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum / 0x1_0000_0000;
  };
}
