import { HOURS_PURPOSE } from '@signalbox/contracts';
import { describe, expect, it } from 'vitest';
import { spansLeft, wishInForce } from './quiet-wish.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7];

describe('spansLeft', () => {
  it('leaves the days between nights and free days, the night of Sunday included', () => {
    const left = spansLeft([
      { days: WEEK, from: '20:00', to: '09:00' },
      { days: [6, 7], from: '00:00', to: '24:00' },
    ]);
    expect(left).toEqual([1, 2, 3, 4, 5].map((day) => ({ days: [day], fromMinute: 540, toMinute: 1200 })));
  });

  it('leaves the whole week for no wish, and nothing when every day is quiet from a time to the same time', () => {
    expect(spansLeft([])).toEqual(WEEK.map((day) => ({ days: [day], fromMinute: 0, toMinute: 1440 })));
    expect(spansLeft([{ days: WEEK, from: '07:00', to: '07:00' }])).toEqual([]);
  });
});

describe('wishInForce', () => {
  const said = (state: 'granted' | 'withdrawn', atMs: number, purpose = HOURS_PURPOSE) => ({
    ...{ purpose, topic: null, state, atMs, seq: atMs },
  });

  it('is the newest about hours, and none once it is taken back; consents to marketing do not touch it', () => {
    const marketing = said('withdrawn', 9, 'marketing');
    expect(wishInForce([said('granted', 1), said('granted', 2), marketing])?.atMs).toBe(2);
    expect(wishInForce([said('granted', 2), said('withdrawn', 3), marketing])).toBeNull();
    expect(wishInForce([said('granted', 4), said('withdrawn', 3)])?.atMs).toBe(4);
    expect(wishInForce([marketing])).toBeNull();
  });
});
