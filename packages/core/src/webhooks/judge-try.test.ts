import { describe, expect, it } from 'vitest';
import { judgeTry, readRetryAfter } from './judge-try.ts';

const answered = (status: number, retryAfterMs: number | null = null) =>
  ({ kind: 'answered', status, retryAfterMs }) as const;
const judge = (answer: Parameters<typeof judgeTry>[0]['answer'], tries = 1, draw = 0.5) =>
  judgeTry({ tries, once: false, answer, draw });

describe('judgeTry', () => {
  it('tries at 0 s, 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, and then gives up', () => {
    const seconds = Array.from({ length: 8 }, (_, index) => judge(answered(500), index + 1).waitMs / 1000);
    expect(seconds).toEqual([5, 300, 1800, 7200, 18_000, 36_000, 36_000, 0]);
    expect(judge(answered(500), 7).state).toBe('pending');
    expect(judge(answered(500), 8).state).toBe('failed');
  });

  it('moves each wait by at most a fifth', () => {
    expect(judge(answered(500), 2, 0).waitMs).toBeCloseTo(240_000);
    expect(judge(answered(500), 2, 0.999_999).waitMs).toBeLessThanOrEqual(360_000);
  });

  it.each([
    [200, 'delivered', null],
    [204, 'delivered', null],
    [299, 'delivered', null],
    [301, 'pending', 'redirect'],
    [307, 'pending', 'redirect'],
    [400, 'pending', 'status'],
    [404, 'pending', 'status'],
    [410, 'failed', 'gone'],
    [429, 'pending', 'slow_down'],
    [500, 'pending', 'status'],
    [502, 'pending', 'slow_down'],
    [504, 'pending', 'slow_down'],
  ] as const)('only 2xx counts: %i is %s', (status, state, failure) => {
    expect(judge(answered(status))).toMatchObject({ state, failure });
  });

  it('waits as long as Retry-After asks, never shorter than the schedule, and pauses the endpoint as long', () => {
    expect(judge(answered(429, 60_000))).toMatchObject({ waitMs: 60_000, pauseMs: 60_000 });
    expect(judge(answered(429, 1000), 2)).toMatchObject({ waitMs: 300_000, pauseMs: 5000 });
    expect(judge(answered(429, 86_400_000 * 30))).toMatchObject({ waitMs: 36_000_000 });
  });

  it('tries a test event once', () => {
    expect(judgeTry({ tries: 1, once: true, answer: answered(500), draw: 0.5 }).state).toBe('failed');
  });
});

describe('readRetryAfter', () => {
  const nowMs = Date.parse('2026-11-26T12:00:00Z');
  it.each([
    [undefined, null],
    ['120', 120_000],
    ['Thu, 26 Nov 2026 12:00:30 GMT', 30_000],
    ['Thu, 26 Nov 2026 11:00:00 GMT', 0],
    ['soon', null],
    ['-1', null],
  ])('%s is %s', (text, expected) => {
    expect(readRetryAfter(text, nowMs)).toBe(expected);
  });
});
