import { describe, expect, it } from 'vitest';
import { createOverdueWatch } from './overdue-watch.ts';

const flight = () => ({ routeNumber: 1 });
const judgeEachSecond = (watch: ReturnType<typeof createOverdueWatch>, fromMs: number, toMs: number) => {
  const found: { atMs: number; count: number }[] = [];
  for (let atMs = fromMs; atMs <= toMs; atMs += 1000) {
    const { length: count } = watch.judge(atMs);
    if (count > 0) found.push({ atMs, count });
  }
  return found;
};

describe('the overdue watch', () => {
  it('calls what waits overdue two seconds after a carrier that answers at once fell silent, each submission once', () => {
    const watch = createOverdueWatch();
    for (let atMs = 0; atMs < 1000; atMs += 100) {
      const one = flight();
      watch.sent(one, atMs);
      watch.answered(one, atMs + 50);
    }
    for (let atMs = 1000; atMs < 2000; atMs += 100) watch.sent(flight(), atMs);
    expect(judgeEachSecond(watch, 1000, 10_000)).toEqual([
      { atMs: 3000, count: 1 },
      { atMs: 4000, count: 9 },
    ]);
  });

  it('leaves a slow carrier alone that works through a long queue: something is heard of it all the time', () => {
    const watch = createOverdueWatch();
    const queue = Array.from({ length: 100 }, flight);
    for (const one of queue) watch.sent(one, 0);
    const found = queue.flatMap((one, index) => {
      const overdue = watch.judge(index * 1000);
      watch.answered(one, index * 1000 + 500);
      return overdue;
    });
    expect(found).toEqual([]);
  });

  it('bears with a carrier that takes three seconds for each, and notices when that one falls silent', () => {
    const watch = createOverdueWatch();
    let overdue = 0;
    for (let turn = 0; turn < 20; turn += 1) {
      const one = flight();
      watch.sent(one, turn * 4000);
      for (const ms of [1000, 2000]) overdue += watch.judge(turn * 4000 + ms).length;
      watch.answered(one, turn * 4000 + 3000);
      overdue += watch.judge(turn * 4000 + 3000).length;
    }
    // Only the first, of which nothing was known yet.
    expect(overdue).toBeLessThanOrEqual(1);
    watch.sent(flight(), 80_000);
    expect(judgeEachSecond(watch, 80_000, 100_000)).toHaveLength(1);
  });

  it('blames nobody for a pause of this process, and counts an answer that comes late no second time', () => {
    const watch = createOverdueWatch();
    const one = flight();
    watch.judge(0);
    watch.sent(one, 100);
    expect(watch.judge(8000)).toEqual([]);
    expect(watch.judge(9000)).toEqual([]);
    expect(watch.judge(10_000)).toEqual([one]);
    expect(watch.answered(one, 10_500)).toEqual({ afterMs: 10_400, wasOverdue: true });
  });
});
