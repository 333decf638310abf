import type { Objective, RouteSignal, WeightCandidate, WeightQuestion, WeightStep } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { learnWeights, WEIGHT_SETTINGS } from './learn-weights.ts';
import { OBJECTIVES } from './objective.ts';

const signal = (change: Partial<RouteSignal> = {}): RouteSignal => ({
  successPpm: 900_000,
  lowPpm: 880_000,
  highPpm: 920_000,
  basis: 'cell',
  withinPpm: null,
  p50Ms: null,
  p95Ms: null,
  factorPpm: 1_000_000,
  forging: false,
  costMicros: 10_000,
  ...change,
});
/** A route that was tried so often with that success. */
const candidate = (
  routeId: string,
  permille: number,
  success: number,
  change: Partial<Omit<WeightCandidate, 'signal'>> & { trials?: number; signal?: Partial<RouteSignal> } = {},
): WeightCandidate => {
  const { trials = 2_000, signal: ofSignal, ...rest } = change;
  return {
    routeId,
    permille,
    locked: false,
    floorPermille: 1,
    ceilingPermille: 1000,
    alphaMilli: Math.round(success * trials * 1000),
    betaMilli: Math.round((1 - success) * trials * 1000),
    ...rest,
    signal: signal({ successPpm: Math.round(success * 1e6), ...ofSignal }),
  };
};
const question = (candidates: readonly WeightCandidate[], change: Partial<WeightQuestion> = {}): WeightQuestion => ({
  country: 'MX',
  network: '334020',
  class: 'transactional',
  objective: OBJECTIVES.transactional,
  candidates,
  settings: WEIGHT_SETTINGS,
  seed: 'seed',
  ...change,
});
const weights = (step: WeightStep) => Object.fromEntries(step.moves.map((move) => [move.routeId, move.afterPermille]));

describe('a step of learning', () => {
  it('moves towards the better route, no faster than its speed', () => {
    const step = learnWeights(question([candidate('a', 500, 0.95), candidate('b', 500, 0.8)]));
    expect(step).toMatchObject({ outcome: 'moved', leaning: [] });
    expect(weights(step)).toEqual({ a: 560, b: 440 });
    expect(step.moves[0]).toMatchObject({ bestPermille: 1000, beforePermille: 500 });
    expect(step.moves[0]?.scoreMicros).toBeGreaterThan(step.moves[1]?.scoreMicros ?? 0);
  });

  it('keeps a little-known route alive as long as it may be the better one', () => {
    const step = learnWeights(question([candidate('a', 900, 0.9), candidate('b', 100, 0.85, { trials: 20 })]));
    expect(step.moves[1]?.bestPermille).toBeGreaterThan(100);
    const known = learnWeights(question([candidate('a', 900, 0.9), candidate('b', 100, 0.85)]));
    expect(known.moves[1]?.bestPermille).toBeLessThan(20);
  });

  it('is the same for the same question, whatever the order of the routes, and another for another seed', () => {
    const pair = [candidate('a', 500, 0.9, { trials: 50 }), candidate('b', 500, 0.89, { trials: 50 })];
    const stored = JSON.parse(JSON.stringify(question(pair))) as WeightQuestion;
    expect(learnWeights(stored)).toEqual(learnWeights(question([...pair].reverse())));
    expect(learnWeights(question(pair, { seed: 'other' }))).not.toEqual(learnWeights(question(pair)));
  });

  it('leaves locked routes where they are and holds floors and ceilings', () => {
    const step = learnWeights(
      question(
        [
          candidate('a', 300, 0.95, { ceilingPermille: 320 }),
          candidate('b', 300, 0.5, { locked: true }),
          candidate('c', 400, 0.6, { floorPermille: 390 }),
        ],
        {},
      ),
    );
    expect(weights(step)).toEqual({ a: 310, b: 300, c: 390 });
  });

  it('only proposes where a person approves, and rests where it is off', () => {
    const pair = [candidate('a', 500, 0.95), candidate('b', 500, 0.8)];
    const settings = (mode: 'approval' | 'off') => ({ settings: { ...WEIGHT_SETTINGS, mode } });
    expect(learnWeights(question(pair, settings('approval')))).toMatchObject({ outcome: 'proposed' });
    expect(learnWeights(question(pair, settings('off')))).toMatchObject({ outcome: 'off' });
  });

  it('makes no version of the configuration for a change that is too small', () => {
    const step = learnWeights(question([candidate('a', 998, 0.95), candidate('b', 2, 0.8)]));
    expect(step.outcome).toBe('kept');
  });

  it('says that it knows nothing but priors, and names what else it leans on', () => {
    const prior = { trials: 10, signal: { basis: 'prior' as const } };
    expect(learnWeights(question([candidate('a', 500, 0.9, prior), candidate('b', 500, 0.9, prior)]))).toMatchObject({
      outcome: 'thin',
      leaning: [
        { routeId: 'a', basis: 'prior' },
        { routeId: 'b', basis: 'prior' },
      ],
    });
    const some = learnWeights(
      question([candidate('a', 500, 0.95), candidate('b', 500, 0.8, { signal: { basis: 'country' } })]),
    );
    expect(some).toMatchObject({ outcome: 'moved', leaning: [{ routeId: 'b', basis: 'country' }] });
  });

  it('is impossible when bounds leave no sum of 1000, and brings a wrong sum to 1000', () => {
    const bound = { floorPermille: 600 };
    expect(learnWeights(question([candidate('a', 500, 0.9, bound), candidate('b', 500, 0.9, bound)])).outcome).toBe(
      'impossible',
    );
    const step = learnWeights(question([candidate('a', 450, 0.9), candidate('b', 450, 0.9)]));
    expect(step.moves.reduce((sum, move) => sum + move.afterPermille, 0)).toBe(1000);
  });

  it('takes the share of a proven forger as fast as the others can take it', () => {
    const forger = candidate('f', 700, 0.99, { signal: { forging: true, costMicros: 1 } });
    const step = learnWeights(question([forger, candidate('a', 150, 0.9), candidate('b', 150, 0.7)]));
    expect(weights(step)).toEqual({ a: 210, b: 210, f: 580 });
  });
});

describe('the objectives', () => {
  const best = (objective: Objective, candidates: readonly WeightCandidate[]) => {
    const { moves } = learnWeights(question(candidates, { objective }));
    return moves.reduce((a, b) => (b.bestPermille > a.bestPermille ? b : a)).routeId;
  };

  it('of codes want success within the deadline, then speed, and hardly look at the price', () => {
    const late = candidate('late', 250, 0.97, { signal: { withinPpm: 600_000, p50Ms: 20_000, costMicros: 5_000 } });
    const fast = candidate('fast', 250, 0.92, { signal: { withinPpm: 990_000, p50Ms: 3_000, costMicros: 30_000 } });
    const slower = candidate('slow', 250, 0.92, { signal: { withinPpm: 990_000, p50Ms: 9_000, costMicros: 5_000 } });
    expect(best(OBJECTIVES.otp, [late, fast, slower])).toBe('fast');
  });

  it('of notices want success, then cost', () => {
    const sure = candidate('sure', 300, 0.97, { signal: { costMicros: 20_000 } });
    const cheap = candidate('cheap', 300, 0.8, { signal: { costMicros: 5_000 } });
    const same = candidate('same', 400, 0.969, { signal: { costMicros: 10_000 } });
    expect(best(OBJECTIVES.transactional, [sure, cheap])).toBe('sure');
    expect(best(OBJECTIVES.transactional, [sure, cheap, same])).toBe('same');
  });

  it('of marketing want the cheapest success', () => {
    const good = candidate('good', 500, 0.95, { signal: { costMicros: 20_000 } });
    const cheap = candidate('cheap', 500, 0.7, { signal: { costMicros: 10_000 } });
    expect(best(OBJECTIVES.marketing, [good, cheap])).toBe('cheap');
    expect(best(OBJECTIVES.marketing, [good, candidate('poor', 500, 0.4, { signal: { costMicros: 10_000 } })])).toBe(
      'good',
    );
  });

  it('leave a route below the floor of success to the last', () => {
    const poor = candidate('poor', 500, 0.25, { signal: { costMicros: 100 } });
    expect(best(OBJECTIVES.marketing, [candidate('good', 500, 0.9), poor])).toBe('good');
    expect(best(OBJECTIVES.marketing, [poor])).toBe('poor');
  });
});
