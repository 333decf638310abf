import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decay, exp, ln } from './exact-math.ts';
import { wilson, Z90, Z999 } from './interval.ts';
import { createRandom } from './random.ts';

describe('the arithmetic that is the same everywhere', () => {
  it('agrees with the engine to fourteen digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(1e-14);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(Math.log(x))));
      }),
    );
  });

  it('keeps values that were written down when it was made', () => {
    expect([exp(2.5), exp(-0.5), ln(7), ln(0.3)]).toEqual([
      12.182493960703473, 0.6065306597126334, 1.9459101490553132, -1.2039728043259361,
    ]);
    expect(() => ln(0)).toThrow(RangeError);
    expect(() => ln(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    expect(exp(10_000)).toBe(exp(700));
  });

  it('forgets half in a half-life', () => {
    expect(decay(0, 60)).toBe(1);
    expect(decay(-5, 60)).toBe(1);
    expect(decay(60, 60)).toBeCloseTo(0.5, 12);
    expect(decay(180, 60)).toBeCloseTo(0.125, 12);
  });
});

describe('chance with a seed', () => {
  it('repeats itself, and differs by seed', () => {
    const series = (seed: string) => {
      const random = createRandom(seed);
      return [random.uint32(), random.unit(), random.normal(), random.gamma(0.4), random.beta(3, 2)];
    };
    expect(series('a')).toEqual(series('a'));
    expect(series('a')).not.toEqual(series('b'));
  });

  it('has the means and spreads of its distributions', () => {
    const random = createRandom('moments');
    const count = 40_000;
    const moments = (draw: () => number): [number, number] => {
      const values = Array.from({ length: count }, draw);
      const mean = values.reduce((sum, value) => sum + value, 0) / count;
      return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count];
    };
    const cases: [() => number, number, number][] = [
      [() => random.unit(), 1 / 2, 1 / 12],
      [() => random.normal(), 0, 1],
      [() => random.gamma(0.5), 0.5, 0.5],
      [() => random.gamma(7), 7, 7],
      [() => random.beta(9, 3), 0.75, 27 / (144 * 13)],
    ];
    for (const [draw, mean, variance] of cases) {
      const [gotMean, gotVariance] = moments(draw);
      expect(Math.abs(gotMean - mean)).toBeLessThan(5 * Math.sqrt(variance / count));
      expect(Math.abs(gotVariance / variance - 1)).toBeLessThan(0.08);
    }
  });
});

describe('wilson', () => {
  it('gives the published intervals', () => {
    // Newcombe (1998), table I: 81 of 263 and 0 of 20, at 95 %.
    const first = wilson(81, 263, 1.959963984540054);
    expect([first.low, first.high].map((one) => one.toFixed(4))).toEqual(['0.2553', '0.3662']);
    const none = wilson(0, 20, 1.959963984540054);
    expect([none.low, none.high].map((one) => one.toFixed(4))).toEqual(['0.0000', '0.1611']);
  });

  it('knows nothing from nothing, and narrows with trials', () => {
    expect(wilson(0, 0, Z90)).toMatchObject({ low: 0, high: 1 });
    const width = (trials: number, z: number) => wilson(trials / 2, trials, z).high - wilson(trials / 2, trials, z).low;
    expect(width(1000, Z90)).toBeLessThan(width(100, Z90));
    expect(width(100, Z90)).toBeLessThan(width(100, Z999));
  });
});
