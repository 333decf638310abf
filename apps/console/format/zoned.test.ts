import { expect, test } from 'vitest';
import { instantAt, wallTime } from './zoned.ts';

test.each([
  ['America/Mexico_City', '2026-11-27T08:30', '2026-11-27T14:30:00Z'],
  ['Asia/Kathmandu', '2026-11-27T00:15', '2026-11-26T18:30:00Z'],
])('a time of %s is the instant its clocks show it at, and back', (zone, wall, at) => {
  expect([instantAt(wall, zone), wallTime(at, zone)]).toEqual([at, wall]);
});

test('where the clocks skip a time the next that comes is meant, and the first where they show it twice', () => {
  expect(instantAt('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00Z');
  expect(instantAt('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00Z');
});
