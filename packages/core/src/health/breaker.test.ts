import type { BreakerEvent, BreakerMemory, BreakerObservation } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../chance/random.ts';
import { BREAKER_SETTINGS, newBreaker, readBreaker, stepBreaker } from './breaker.ts';

const nothing = { good: 0, faultMilli: 0, slow: 0, sent: 0 };
type Told = Partial<Omit<BreakerObservation, 'atMs'>>;

/** A breaker that is told something each second. */
function watch(memory: BreakerMemory = newBreaker(0)) {
  const events: (BreakerEvent & { atMs: number })[] = [];
  let atMs = memory.sinceMs;
  let now = memory;
  return {
    tell(told: Told, seconds = 1) {
      for (let second = 0; second < seconds; second += 1) {
        atMs += 1000;
        const step = stepBreaker(now, { ...nothing, ...told, atMs }, BREAKER_SETTINGS, 'seed');
        now = step.memory;
        if (step.event !== null) events.push({ ...step.event, atMs });
      }
      return readBreaker(now, BREAKER_SETTINGS);
    },
    memory: () => now,
    events,
    atMs: () => atMs,
  };
}
const opened = () => {
  const one = watch();
  one.tell({ faultMilli: 20_000 });
  return one;
};

describe('a closed breaker', () => {
  it('opens at a dozen faults in a row, whatever good came before', () => {
    const one = watch();
    one.tell({ good: 50 }, 50);
    expect(one.tell({ faultMilli: 11_000 }).breaker).toBe('closed');
    expect(one.tell({ faultMilli: 1_000 })).toEqual({ breaker: 'open', admitPermille: 0 });
    expect(one.events).toMatchObject([{ kind: 'opened', reason: 'sudden_faults' }]);
  });

  it('says nothing from fewer than a dozen results, even if all are faults', () => {
    expect(watch().tell({ faultMilli: 11_000 }).breaker).toBe('closed');
    expect(watch().tell({ faultMilli: 500 }, 20).breaker).toBe('closed');
  });

  it('opens at half faults in the window, beyond doubt, and not at fewer', () => {
    const shares = (faults: number, good: number) => {
      const one = watch();
      one.tell({ faultMilli: faults * 1000, good }, 59);
      return one.events[0];
    };
    expect(shares(5, 5)).toMatchObject({ kind: 'opened' });
    expect(shares(4, 8)).toBeUndefined();
  });

  it('opens when nearly all answers are slow', () => {
    const slow = (share: number) => {
      const one = watch();
      one.tell({ good: 10, slow: Math.round(10 * share) }, 30);
      return one.events[0];
    };
    expect(slow(0.9)).toMatchObject({ kind: 'opened', reason: 'slow' });
    expect(slow(0.6)).toBeUndefined();
  });

  it('never opens in a hundred thousand results of which a fifth fail at random', () => {
    const random = createRandom('flaky');
    const one = watch();
    for (let second = 0; second < 10_000; second += 1) {
      const faults = Array.from({ length: 10 }, () => random.unit()).filter((value) => value < 0.2).length;
      one.tell({ faultMilli: faults * 1000, good: 10 - faults });
    }
    expect(one.events).toEqual([]);
  });
});

describe('an open breaker', () => {
  it('waits, then sends a few probes and nothing while they are out', () => {
    const one = opened();
    expect(one.tell({}, 10).breaker).toBe('open');
    expect(one.tell({}, 6)).toEqual({ breaker: 'half_open', admitPermille: 100 });
    expect(one.tell({ sent: 4 })).toEqual({ breaker: 'half_open', admitPermille: 0 });
  });

  it('opens again when probes fail, longer each time, up to the longest wait', () => {
    const one = opened();
    const waits: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const from = one.atMs();
      while (one.memory().state === 'open') one.tell({});
      waits.push(one.atMs() - from);
      one.tell({ sent: 2, faultMilli: 2_000 });
    }
    expect(waits[1]).toBeGreaterThan(waits[0] as number);
    expect(Math.max(...waits)).toBeLessThanOrEqual(BREAKER_SETTINGS.openMaxMs + 1000);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(BREAKER_SETTINGS.openMs * 0.75);
    expect(one.events.filter(({ kind }) => kind === 'opened').slice(1)).toMatchObject(
      Array(6).fill({ reason: 'probes_failed' }),
    );
  });

  it('comes back by stages of a tenth and a half, within half a minute of good probes', () => {
    const one = opened();
    one.tell({}, 16);
    expect(one.tell({ sent: 3, good: 3 }).admitPermille).toBe(100);
    expect(one.tell({ good: 2 }, 5).admitPermille).toBe(500);
    expect(one.tell({ good: 5 }, 5)).toEqual({ breaker: 'closed', admitPermille: 1000 });
    expect(one.events.map(({ kind }) => kind)).toEqual(['opened', 'half_opened', 'closed']);
  });

  it('comes to carry codes when nobody probed it, so that a route of codes alone comes back, and is left again after few of them', () => {
    const one = opened();
    const seconds = () => one.atMs() / 1000;
    one.tell({}, 16);
    while (one.tell({}).admitPermille < 500 && seconds() < 300);
    expect(one.memory().state).toBe('half_open');
    expect(seconds()).toBeLessThanOrEqual(BREAKER_SETTINGS.openMaxMs / 1000 + 65);
    expect(one.tell({ sent: 4, faultMilli: 4_000 }).breaker).toBe('open');
  });

  it('goes back when faults return on the way', () => {
    const one = opened();
    one.tell({}, 16);
    one.tell({ sent: 3, good: 3 });
    expect(one.tell({ faultMilli: 5_000 }).breaker).toBe('open');
  });

  it('sends other probes when the answers to the first never come', () => {
    const one = opened();
    one.tell({}, 16);
    expect(one.tell({ sent: 4 }).admitPermille).toBe(0);
    expect(one.tell({}, 31).admitPermille).toBe(100);
  });

  it('forgets its openings after a long calm', () => {
    const one = opened();
    one.tell({}, 16);
    one.tell({ sent: 3, good: 3 });
    one.tell({ good: 5 }, 12);
    expect(one.memory()).toMatchObject({ state: 'closed', opened: 1 });
    one.tell({ good: 5 }, 451);
    one.tell({ faultMilli: 40_000 });
    expect(one.memory()).toMatchObject({ state: 'open', opened: 1 });
  });
});
