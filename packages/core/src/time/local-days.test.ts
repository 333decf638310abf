import { describe, expect, it } from 'vitest';
import { localDays } from './local-days.ts';

const days = (zone: string, now: string, count: number) =>
  localDays(zone, Date.parse(now), count).map((ms) => new Date(ms).toISOString().slice(0, 16));

describe('localDays', () => {
  it('begins each day when the clocks of the zone do, also where they change', () => {
    expect(days('America/New_York', '2026-03-09T12:00Z', 3)).toEqual([
      '2026-03-07T05:00',
      '2026-03-08T05:00',
      '2026-03-09T04:00',
    ]);
    expect(days('Asia/Kolkata', '2026-11-27T18:29Z', 2)).toEqual(['2026-11-25T18:30', '2026-11-26T18:30']);
    expect(days('Asia/Kolkata', '2026-11-27T18:30Z', 1)).toEqual(['2026-11-27T18:30']);
    // In Cairo the day on which summer time begins has no midnight.
    expect(days('Africa/Cairo', '2026-04-24T12:00Z', 1)).toEqual(['2026-04-23T22:00']);
  });
});
