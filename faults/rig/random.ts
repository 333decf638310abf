/** Random choices that a seed repeats. */
export type Random = {
  /** Uniform in [0, 1). */
  next: () => number;
  /** A whole number from `least` to `most`, both included. */
  between: (least: number, most: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** So many different entries of the list, in random order. */
  some: <T>(list: readonly T[], count: number) => T[];
};

/** Builds a source from a whole number (mulberry32: small, even, and the same on every machine). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    between,
    pick(list) {
      const entry = list[between(0, list.length - 1)];
      if (entry === undefined) throw new Error('there is nothing to pick from');
      return entry;
    },
    some(list, count) {
      const left = [...list];
      const chosen: (typeof left)[number][] = [];
      while (chosen.length < count && left.length > 0) chosen.push(...left.splice(between(0, left.length - 1), 1));
      return chosen;
    },
  };
}
