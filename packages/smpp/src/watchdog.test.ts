import { describe, expect, it } from 'vitest';
import { Watchdog } from './watchdog.ts';

const make = (enquireIntervalMs = 30_000) =>
  new Watchdog({ enquireIntervalMs, enquireTimeoutMs: 10_000, enquireMissedLimit: 2 }, 0);
const run = (watchdog: Watchdog, times: number[]) => times.map((now) => watchdog.step(now));

describe('the watchdog', () => {
  it('asks after an interval of silence, asks again when unanswered, and drops at the limit', () => {
    const watchdog = make();
    expect(run(watchdog, [29_999, 30_000, 39_999, 40_000, 49_999, 50_000])).toEqual([
      'wait',
      'ask',
      'wait',
      'ask',
      'wait',
      'drop',
    ]);
    expect(watchdog.missed).toBe(2);
  });

  it('anything heard starts the count again', () => {
    const watchdog = make();
    run(watchdog, [30_000, 40_000]);
    watchdog.heard(45_000);
    expect(run(watchdog, [50_000, 74_999, 75_000, 85_000])).toEqual(['wait', 'wait', 'ask', 'ask']);
  });

  it('does nothing with an interval of 0', () => {
    expect(run(make(0), [1e9])).toEqual(['wait']);
  });
});
