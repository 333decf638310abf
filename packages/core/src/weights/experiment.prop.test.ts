import type { ExperimentMeasure, ExperimentStop } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../chance/random.ts';
import { EXPERIMENT_GROUPS, placeInExperiment } from './experiment-split.ts';
import { type GroupTally, judgeExperiment } from './judge-experiment.ts';
import { sampleFor } from './sample-size.ts';

interface World {
  measure?: ExperimentMeasure;
  control: number;
  challenger: number;
  /** Parts of a cent that a message costs by either arm. */
  costs?: [number, number];
  share?: number;
  /** Messages a person gets, all of which end alike. */
  perPerson?: number;
  difference?: number;
  dropPpm?: number;
  riseP?: number | null;
  outcomes: number;
  lookEvery?: number;
}

const none = (): GroupTally => ({ settledMilli: 0, successMilli: 0, priced: 0, costMicros: 0 });

/** Lets messages arrive one by one and judges again and again; the first reason to stop, and after how many outcomes. */
function play(world: World, seed: string): { reason: ExperimentStop | null; after: number } {
  const { share = 0.5, perPerson = 1, difference = 0.03, lookEvery = 100, costs = [8000, 8000] } = world;
  const random = createRandom(seed);
  const arms = [0, 1].map(() => Array.from({ length: EXPERIMENT_GROUPS }, none));
  let nextLook = 1000;
  for (let sent = 0; sent < world.outcomes; sent += perPerson) {
    const arm = random.unit() < share ? 1 : 0;
    const tally = arms[arm]?.[Math.floor(random.unit() * EXPERIMENT_GROUPS)] as GroupTally & Record<string, number>;
    const arrives = random.unit() < (arm === 1 ? world.challenger : world.control);
    tally.settledMilli += 1000 * perPerson;
    tally.successMilli += arrives ? 1000 * perPerson : 0;
    tally.priced += perPerson;
    tally.costMicros += (costs[arm] ?? 0) * perPerson;
    if (sent < nextLook) continue;
    nextLook = sent + lookEvery;
    const { stop } = judgeExperiment({
      measure: world.measure ?? 'success',
      difference,
      guard: {
        min_success_ppm: 0,
        max_drop_ppm: world.dropPpm ?? 1_000_000,
        max_cost_rise_permille: world.riseP ?? null,
      },
      maxOutcomes: Number.POSITIVE_INFINITY,
      control: arms[0] ?? [],
      challenger: arms[1] ?? [],
      rising: [],
      isOver: false,
    });
    if (stop !== null) return { reason: stop.reason, after: sent };
  }
  return { reason: null, after: world.outcomes };
}

const count = (worlds: number, world: World, is: (played: ReturnType<typeof play>) => boolean): number =>
  Array.from({ length: worlds }, (_, seed) => play(world, `${JSON.stringify(world)} ${seed}`)).filter(is).length;

describe('an experiment that is looked at all the time', () => {
  const worlds = 60;
  // 5 % may be wrong; of 60 worlds more than 7 would be with less than 1.5 %.
  const most = 7;

  it.each([
    ['even arms', { control: 0.9, challenger: 0.9 }],
    ['rare failures, a small arm', { control: 0.98, challenger: 0.98, share: 0.1, difference: 0.01 }],
    ['people whose messages end alike', { control: 0.9, challenger: 0.9, perPerson: 20 }],
    ['what a success costs', { control: 0.9, challenger: 0.9, measure: 'cost_per_success' as const }],
  ])('finds nothing where there is nothing: %s', (_, world) => {
    const wrong = count(worlds, { ...world, outcomes: 15_000 }, ({ reason }) => reason !== null);
    expect(wrong).toBeLessThanOrEqual(most);
  });

  it.each([
    ['success', { control: 0.9, challenger: 0.93, share: 0.5 }, 'challenger_better'],
    ['success in a small arm', { control: 0.9, challenger: 0.87, share: 0.2 }, 'control_better'],
    ['cost', { control: 0.9, challenger: 0.9, costs: [8000, 7700], measure: 'cost_per_success' }, 'challenger_better'],
  ] as const)(
    'finds a true difference with the outcomes it was planned with, 80 of 100 times: %s',
    (_, world, found) => {
      const { control: success, share = 0.5, measure = 'success' } = world as World;
      const outcomes = sampleFor({ measure, success, difference: 0.03, share });
      const right = count(worlds, { ...(world as World), outcomes }, ({ reason }) => reason === found);
      // With 80 % there are fewer than 40 of 60 in one of 200 runs.
      expect(right).toBeGreaterThanOrEqual(40);
    },
  );

  it('is stopped by its guardrails when the other measure suffers', () => {
    const cheap: World = {
      control: 0.95,
      challenger: 0.8,
      costs: [8000, 5000],
      measure: 'cost_per_success',
      outcomes: 8000,
    };
    const dear: World = { control: 0.9, challenger: 0.9, costs: [8000, 12_000], outcomes: 8000 };
    expect(play({ ...cheap, dropPpm: 20_000 }, 'cheap').reason).toBe('success_drop');
    expect(play({ ...dear, riseP: 200 }, 'dear').reason).toBe('cost_rise');
  });
});

describe('what ends an experiment', () => {
  const groups = (settled: number, success: number): GroupTally[] =>
    Array.from({ length: EXPERIMENT_GROUPS }, () => ({
      settledMilli: settled * 1000,
      successMilli: success * 1000,
      priced: settled,
      costMicros: settled * 8000,
    }));
  const question = {
    measure: 'success' as const,
    difference: 0.02,
    guard: { min_success_ppm: 500_000, max_drop_ppm: 20_000, max_cost_rise_permille: 100 },
    maxOutcomes: 100_000,
    control: groups(100, 90),
    challenger: groups(100, 90),
    rising: [],
    isOver: false,
  };

  it('goes on while nothing does, and tells both arms', () => {
    const { stop, result } = judgeExperiment(question);
    expect(stop).toBeNull();
    expect(result?.control).toMatchObject({ outcomes: 3200, success: { value: 0.9 } });
    expect(result?.challenger.cost?.value).toBeCloseTo(8000 / 0.9, 6);
    expect(result?.difference.low).toBeLessThan(0);
    expect(result?.cost_ratio?.high).toBeGreaterThan(1);
  });

  it('names a route that broke before anything else, and the most that was set last', () => {
    const rising = [{ routeId: 'rte_1', isOff: false, hadBreaker: true, signals: [] }];
    expect(judgeExperiment({ ...question, rising, isOver: true }).stop).toEqual({
      reason: 'breaker_open',
      routeId: 'rte_1',
    });
    expect(judgeExperiment({ ...question, maxOutcomes: 6400, isOver: true }).stop?.reason).toBe('outcomes_reached');
    expect(judgeExperiment({ ...question, isOver: true }).stop?.reason).toBe('time_reached');
  });

  it('says nothing from a handful of outcomes, nor from none', () => {
    const few = judgeExperiment({ ...question, control: groups(5, 5), challenger: groups(5, 0) });
    expect(few.stop).toBeNull();
    expect(judgeExperiment({ ...question, control: [], challenger: [] })).toEqual({ result: null, stop: null });
    expect(judgeExperiment({ ...question, control: [], challenger: [], isOver: true }).stop?.reason).toBe(
      'time_reached',
    );
  });
});

describe('the split of recipients', () => {
  const people = Array.from({ length: 20_000 }, (_, index) => `person ${index}`);

  it('keeps to its share and is even over the groups of either arm', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 10, max: 900 }), (id, permille) => {
        const places = people.map((person) => placeInExperiment(person, id, permille));
        const share = places.filter(({ arm }) => arm === 'challenger').length / people.length;
        expect(Math.abs(share - permille / 1000)).toBeLessThan(0.02);
        const sizes = Map.groupBy(
          places.filter(({ arm }) => arm === 'control'),
          ({ group }) => group,
        );
        expect(sizes.size).toBe(EXPERIMENT_GROUPS);
      }),
      { numRuns: 20 },
    );
  });

  it('gives a person the same arm every time, and one of another experiment by chance', () => {
    const of = (id: string) => people.map((person) => placeInExperiment(person, id, 500).arm);
    expect(of('a')).toEqual(of('a'));
    const [one, other] = [of('a'), of('b')];
    const same = one.filter((arm, index) => arm === other[index]).length / people.length;
    expect(Math.abs(same - 0.5)).toBeLessThan(0.02);
  });

  it('moves nobody out of the challenger when its share is larger', () => {
    for (const person of people.slice(0, 1000))
      if (placeInExperiment(person, 'a', 100).arm === 'challenger')
        expect(placeInExperiment(person, 'a', 300).arm).toBe('challenger');
  });
});
