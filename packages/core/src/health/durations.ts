import type { DurationHistogram } from '@signalbox/contracts';

// Buckets grow by a tenth: a quantile read from them is within 5 % (DDSketch: Masson, Rim, Lee 2019). 10 ms to about a day.
const FIRST_MS = 10;
const GROWTH = 1.1;
const BUCKETS = 168;
const EDGES: readonly number[] = makeEdges();

function makeEdges(): number[] {
  const edges: number[] = [];
  for (let edge = FIRST_MS; edges.length < BUCKETS; edge *= GROWTH) edges.push(edge);
  return edges;
}

/** The bucket of a duration: 0 up to 10 ms, each next a tenth longer, the last for about a day and more. */
export function bucketOf(ms: number): number {
  let low = 0;
  let high = BUCKETS - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((EDGES[middle] as number) >= ms) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A histogram under construction; counts may be weighted by age. */
export class Durations {
  readonly counts: Float64Array = new Float64Array(BUCKETS);
  total = 0;

  /** Adds a histogram, every count times the weight. */
  add(histogram: DurationHistogram, weight: number): void {
    for (const key in histogram) {
      const count = (histogram[key] as number) * weight;
      const bucket = Math.min(BUCKETS - 1, Math.max(0, Number(key)));
      this.counts[bucket] = (this.counts[bucket] as number) + count;
      this.total += count;
    }
  }

  /** Adds the shape of another histogram, worth at most so many counts of its own. */
  lean(other: Durations, most: number): void {
    if (other.total <= 0) return;
    const weight = Math.min(1, most / other.total);
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      const count = (other.counts[bucket] as number) * weight;
      this.counts[bucket] = (this.counts[bucket] as number) + count;
    }
    this.total += other.total * weight;
  }

  /** The duration below which this share of the counts lies, in whole milliseconds; null when there are none. */
  quantileMs(share: number): number | null {
    if (this.total <= 0) return null;
    const target = this.total * share;
    let reached = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      reached += this.counts[bucket] as number;
      if (reached >= target && reached > 0) return middleOf(bucket);
    }
    return middleOf(BUCKETS - 1);
  }

  /** The share of the counts that lies within this duration, 0 to 1; a bucket that the duration cuts counts in proportion. Zero when there are none. */
  shareWithin(ms: number): number {
    if (this.total <= 0) return 0;
    let reached = 0;
    const last = bucketOf(ms);
    for (let bucket = 0; bucket < last; bucket += 1) reached += this.counts[bucket] as number;
    const from = last === 0 ? 0 : (EDGES[last - 1] as number);
    const inside = Math.min(1, Math.max(0, (ms - from) / ((EDGES[last] as number) - from)));
    return Math.min(1, (reached + inside * (this.counts[last] as number)) / this.total);
  }
}

function middleOf(bucket: number): number {
  const high = EDGES[bucket] as number;
  return Math.round(bucket === 0 ? high : (high + high / GROWTH) / 2);
}
