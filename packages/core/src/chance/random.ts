import { mix32 } from '../canonical/mix.ts';
import { hash64 } from '../canonical/plan-key.ts';
import { exp, ln } from './exact-math.ts';

const TWO_32 = 4_294_967_296;

/** Chance that can be repeated: the same seed gives the same values on every machine. Not for secrets. */
export interface Random {
  /** A whole number from 0 to 4,294,967,295. */
  uint32(): number;
  /** A number above 0 and below 1. */
  unit(): number;
  /** A standard normal deviate. */
  normal(): number;
  /** A gamma deviate of scale 1; the shape is above 0. */
  gamma(shape: number): number;
  /** A beta deviate; both parameters are above 0. */
  beta(alpha: number, beta: number): number;
}

/** A source of chance that follows from its seed alone: SplitMix (Steele, Lea, Flood 2014) over the finaliser of MurmurHash3. */
export function createRandom(seed: string): Random {
  const start = hash64(seed);
  let state = Number(BigInt.asUintN(32, start));
  const stride = (Number(BigInt.asUintN(32, start >> 32n)) | 1) >>> 0;
  const random: Random = {
    uint32() {
      state = (state + 0x9e3779b9) >>> 0;
      return mix32(mix32(state) ^ stride);
    },
    unit() {
      return (random.uint32() + 0.5) / TWO_32;
    },
    normal: () => drawNormal(random),
    gamma: (shape) => drawGamma(random, shape),
    beta(alpha, beta) {
      const first = drawGamma(random, alpha);
      const second = drawGamma(random, beta);
      return first + second === 0 ? alpha / (alpha + beta) : first / (first + second);
    },
  };
  return random;
}

/** Marsaglia's polar method: needs ln and a square root, which IEEE 754 fixes, and no sine. */
function drawNormal(random: Random): number {
  for (;;) {
    const x = 2 * random.unit() - 1;
    const y = 2 * random.unit() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * ln(square)) / square);
  }
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables" (2000); shapes below 1 by their boost. */
function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * exp(ln(random.unit()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = 1 + c * x;
    if (v <= 0) continue;
    const cube = v * v * v;
    const u = random.unit();
    if (u < 1 - 0.0331 * x * x * x * x || ln(u) < 0.5 * x * x + d * (1 - cube + ln(cube))) return d * cube;
  }
}
