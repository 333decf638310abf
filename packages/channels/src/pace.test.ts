import { describe, expect, it } from 'vitest';
import { Pace } from './pace.ts';

function makePace(perSecond: number) {
  let nowMs = 0;
  const pace = new Pace(perSecond, () => nowMs);
  /** Takes as often as it may during so many milliseconds and counts. */
  const run = (forMs: number): number => {
    let taken = 0;
    for (const endMs = nowMs + forMs; nowMs < endMs; nowMs += 1) while (pace.take()) taken += 1;
    return taken;
  };
  return {
    pace,
    run,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

describe('pace', () => {
  it('lets go what was contracted and a burst of a tenth of a second, no more', () => {
    const { run } = makePace(100);
    const first = run(1000);
    expect(first).toBeGreaterThanOrEqual(100);
    expect(first).toBeLessThanOrEqual(110);
    expect(run(10_000)).toBeLessThanOrEqual(1000);
  });

  it('saves nothing up over a quiet time', () => {
    const { run, pass } = makePace(100);
    run(1000);
    pass(60_000);
    expect(run(100)).toBeLessThanOrEqual(20);
  });

  it('says how long to wait, and may go then', () => {
    const { pace, pass } = makePace(10);
    while (pace.take());
    const waitMs = pace.waitMs();
    expect(waitMs).toBeGreaterThan(0);
    pass(Math.ceil(waitMs));
    expect(pace.take()).toBe(true);
  });

  it('pauses, halves once for a storm of refusals, and grows back by a twentieth for each good ten seconds', () => {
    const { pace, run, pass } = makePace(100);
    for (let refusal = 0; refusal < 50; refusal += 1) pace.slowDown(1000);
    expect(pace.rate()).toBe(50);
    expect(pace.pausedMs()).toBe(1000);
    expect(run(1000)).toBe(0);
    expect(run(5000)).toBeLessThanOrEqual(260);
    pass(10_000);
    run(1);
    expect(pace.rate()).toBeGreaterThan(50);
    pass(600_000);
    run(1);
    expect(pace.rate()).toBe(100);
  });

  it('without a limit only a pause holds it', () => {
    const { pace, pass } = makePace(0);
    for (let count = 0; count < 10_000; count += 1) expect(pace.take()).toBe(true);
    pace.slowDown(100);
    expect([pace.take(), pace.waitMs()]).toEqual([false, 100]);
    pass(100);
    expect(pace.take()).toBe(true);
  });

  it('never stops for good, however often it is asked to slow down', () => {
    const { pace, pass } = makePace(64);
    for (let storm = 0; storm < 40; storm += 1) {
      pace.slowDown(10);
      pass(11);
    }
    expect(pace.rate()).toBe(1);
  });
});
