import { SENDER_FORMS, type SuccessModel } from '@signalbox/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../chance/random.ts';
import { addToBins, calibrate, calibrationError } from './calibration.ts';
import { NO_DRIFT, watchDrift } from './drift.ts';
import { driftingIn, judgeSpan, NEW_RECORD, standingOfModel } from './judge-model.ts';
import { learnSpan } from './learn-span.ts';
import { logistic, logit } from './logistic.ts';
import { MODEL_SETTINGS } from './settings.ts';
import { foretell, learnSuccess, NEW_MODEL, type SuccessCell } from './success-model.ts';

const cell: fc.Arbitrary<SuccessCell> = fc
  .record({
    route: fc.constantFrom('1', '2'),
    class: fc.constantFrom('otp' as const, 'marketing' as const),
    country: fc.constantFrom('MX', 'BR'),
    network: fc.constantFrom('', '334020'),
    parts: fc.integer({ min: 1, max: 3 }),
    sender: fc.constantFrom(...SENDER_FORMS),
    hour: fc.integer({ min: 0, max: 23 }),
    signal: fc.double({ min: 0, max: 1, noNaN: true }),
    outcomes: fc.integer({ min: 0, max: 100_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ share, ...rest }) => ({ ...rest, succeeded: Math.round(rest.outcomes * share) }));
const cells = fc.array(cell, { maxLength: 30 });
const spans = fc.array(cells, { minLength: 1, maxLength: 5 });

const learnAll = (list: readonly (readonly SuccessCell[])[]): SuccessModel =>
  list.reduce<SuccessModel>(
    (newest, own) => learnSpan({ newest, inForce: newest, cells: own, passedMs: 10_000_000 }),
    NEW_MODEL,
  );

describe('the success model', () => {
  it('foretells a share of 0 to 1 whatever came, stays finite, and says the same after it was stored', () => {
    fc.assert(
      fc.property(spans, cell, (list, asked) => {
        const model = learnAll(list);
        const told = foretell(model, asked, asked.signal);
        expect(told.success).toBeGreaterThanOrEqual(0);
        expect(told.success).toBeLessThanOrEqual(1);
        expect(Number.isFinite(told.logit)).toBe(true);
        expect(foretell(JSON.parse(JSON.stringify(model)) as SuccessModel, asked, asked.signal)).toEqual(told);
      }),
    );
  });

  it('does not depend on the order of the cells it learns from', () => {
    const shuffled = cells.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(learnSuccess(NEW_MODEL, other, 1)).toEqual(learnSuccess(NEW_MODEL, list, 1));
      }),
    );
  });

  it('says what the signals say where it has met nothing, and again once everything is forgotten', () => {
    fc.assert(
      fc.property(spans, cell, (list, asked) => {
        const isThin = { success: asked.signal, isThin: true };
        expect(foretell(NEW_MODEL, asked, asked.signal)).toMatchObject(isThin);
        const forgotten = learnSuccess(learnAll(list), [], 0);
        expect(foretell(forgotten, asked, asked.signal)).toMatchObject(isThin);
      }),
    );
  });

  it('leans towards what came: more success never makes it foretell less', () => {
    fc.assert(
      fc.property(
        cell,
        fc.integer({ min: 100, max: 1000 }),
        fc.integer({ min: 0, max: 99 }),
        (asked, outcomes, few) => {
          const told = (succeeded: number) =>
            foretell(learnSuccess(NEW_MODEL, [{ ...asked, outcomes, succeeded }], 1), asked, asked.signal).logit;
          expect(told(few + 1)).toBeGreaterThanOrEqual(told(few));
        },
      ),
    );
  });
});

describe('the calibration', () => {
  it('corrects nothing that needs no correction, and mends what was foretold too sure or too high', () => {
    const random = createRandom('calibration');
    const told = (of: (truth: number) => number) =>
      Array.from({ length: 400 }, () => {
        const truth = 0.5 + 0.49 * random.unit();
        return { foretold: logistic(of(logit(truth))), outcomes: 100, succeeded: 100 * truth };
      });
    const right = calibrate(
      addToBins(
        [],
        told((z) => z),
        1,
      ),
    );
    expect(right.slope).toBeCloseTo(1, 1);
    expect(right.offset).toBeCloseTo(0, 1);
    for (const wrong of [(z: number) => 2 * z, (z: number) => z + 1]) {
      const bins = addToBins([], told(wrong), 1);
      const { slope, offset } = calibrate(bins);
      const mended = bins.map((bin) => ({
        ...bin,
        foretold: bin.outcomes * logistic(slope * logit(bin.foretold / bin.outcomes) + offset),
      }));
      expect(calibrationError(bins)).toBeGreaterThan(0.05);
      expect(calibrationError(mended)).toBeLessThan(0.01);
    }
  });
});

/** What the losses of spans of so many outcomes with this success come to, foretold as `told`. */
function losses(seed: string, count: number, truth: number, told: number): number[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    let loss = 0;
    for (let n = 0; n < 50; n += 1) loss -= Math.log(random.unit() < truth ? told : 1 - told);
    return loss / 50;
  });
}

describe('the alarm of drift', () => {
  it('is silent over a week of spans in which nothing changes, in nineteen worlds of twenty', () => {
    const alarmed = Array.from({ length: 20 }, (_, seed) => {
      let state = NO_DRIFT;
      return losses(`calm ${seed}`, 1008, 0.9, 0.9).some((loss) => {
        state = watchDrift(state, loss, 50);
        return state.calmLeft > 0;
      });
    });
    expect(alarmed.filter(Boolean).length).toBeLessThanOrEqual(1);
  });

  it('is raised within 500 outcomes when success falls from 90 % to 70 %, and ends when it is foretold so', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      let state = NO_DRIFT;
      for (const loss of losses(`before ${seed}`, 40, 0.9, 0.9)) state = watchDrift(state, loss, 50);
      expect(state.calmLeft).toBe(0);
      const after = losses(`after ${seed}`, 10, 0.7, 0.9).map((loss) => {
        state = watchDrift(state, loss, 50);
        return state.calmLeft;
      });
      expect(Math.max(...after)).toBeGreaterThan(0);
      for (const loss of losses(`known ${seed}`, 40, 0.7, 0.7)) state = watchDrift(state, loss, 50);
      expect(state.calmLeft).toBe(0);
    }
  });
});

/** A world in which the signals know the success of each route, and not that it hangs on network, parts and hour. */
function world(seed: string, pull: number) {
  const random = createRandom(seed);
  const networks = ['334020', '334030', '334050'];
  const routes = ['1', '2', '3'];
  const pulls = new Map(
    routes.flatMap((route) => networks.map((network) => [route + network, pull * random.normal()])),
  );
  const base = new Map(routes.map((route) => [route, 1.5 + random.unit()]));
  const truthOf = (route: string, network: string, parts: number, hour: number) =>
    logistic(
      (base.get(route) as number) +
        (pulls.get(route + network) as number) -
        pull * (parts === 3 ? 1 : 0) +
        pull * (route === '1' && hour >= 8 && hour < 20 ? 0.5 : 0),
    );
  const contexts = routes.flatMap((route) =>
    networks.flatMap((network) => [1, 2, 3].map((parts) => ({ route, network, parts }))),
  );
  return {
    span(at: number): SuccessCell[] {
      const hour = Math.floor(at / 6) % 24;
      const truths = contexts.map((one) => ({ ...one, truth: truthOf(one.route, one.network, one.parts, hour) }));
      return truths.map(({ truth, ...one }) => {
        const own = truths.filter(({ route }) => route === one.route);
        const signal = own.reduce((sum, other) => sum + other.truth, 0) / own.length;
        let succeeded = 0;
        for (let n = 0; n < 12; n += 1) if (random.unit() < truth) succeeded += 1;
        return { ...one, class: 'otp', country: 'MX', sender: 'none', hour, signal, outcomes: 12, succeeded };
      });
    },
  };
}

/** Two days of a world, each span foretold by a model that ends two spans before it, as when outcomes take twenty minutes to settle. */
function live(seed: string, pull: number) {
  const { span } = world(seed, pull);
  const passedMs = MODEL_SETTINGS.spanMs;
  const versions = [NEW_MODEL];
  let record = NEW_RECORD;
  for (let at = 0; at < 288; at += 1) {
    const cells = span(at);
    const inForce = versions[Math.max(0, versions.length - 3)] as SuccessModel;
    record = judgeSpan(record, inForce, cells, passedMs);
    versions.push(learnSpan({ newest: versions.at(-1) as SuccessModel, inForce, cells, passedMs }));
  }
  return record;
}

describe('a world whose success hangs on more than the route', () => {
  it('is foretold better than by the signals, proven so, and with a calibration error below 1.5 points', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const record = live(seed, 1);
      expect(calibrationError(record.bins)).toBeLessThan(0.015);
      expect(record.modelLoss).toBeLessThan(record.signalsLoss * 0.97);
      expect(standingOfModel(record)).toBe('proven');
      expect(driftingIn(record)).toEqual([]);
    }
  });

  it('is no better than the signals where nothing else matters, and then never proven', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const record = live(seed, 0);
      expect(standingOfModel(record)).not.toBe('proven');
      expect(record.modelLoss).toBeLessThan(record.signalsLoss * 1.02);
    }
  });
});
