import { describe, expect, it } from 'vitest';
import { createLanes, type Lanes } from './lanes.ts';

const all = () => true;
/** Claims everything that a share allows and returns how many each endpoint got. */
function claim(lanes: Lanes, nowMs: number): Map<number, number> {
  const share = lanes.share(nowMs, all);
  lanes.took(
    share,
    [...share.rooms].flatMap(([number, room]) => Array.from({ length: room }, () => number)),
  );
  return share.rooms;
}
const end = (lanes: Lanes, number: number, ok: boolean, nowMs: number, pauseMs = 0) =>
  lanes.ended(number, { slow: false, ok, pauseMs }, nowMs);

describe('the lanes of a worker', () => {
  it('give an endpoint four places until it has answered, then thirty-two', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    expect(claim(lanes, 0).get(1)).toBe(4);
    expect(claim(lanes, 0).get(1)).toBeUndefined();
    end(lanes, 1, true, 1);
    expect(claim(lanes, 1).get(1)).toBe(29);
  });

  it('let one try through after three failures in a row, ten seconds later, then twenty, and all after a success', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    claim(lanes, 0);
    for (let index = 0; index < 4; index += 1) end(lanes, 1, false, 0);
    expect(claim(lanes, 9999).size).toBe(0);
    expect(claim(lanes, 10_000).get(1)).toBe(1);
    end(lanes, 1, false, 10_000);
    expect(claim(lanes, 29_999).size).toBe(0);
    expect(claim(lanes, 30_000).get(1)).toBe(1);
    end(lanes, 1, true, 30_000);
    expect(claim(lanes, 30_000).get(1)).toBe(32);
  });

  it('try at once what somebody waits for, though the breaker is open', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    claim(lanes, 0);
    for (let index = 0; index < 4; index += 1) end(lanes, 1, false, 0);
    lanes.probe(1);
    expect(claim(lanes, 1).get(1)).toBe(1);
  });

  it('leave an endpoint alone for as long as it asks', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    claim(lanes, 0);
    end(lanes, 1, false, 0, 60_000);
    expect(claim(lanes, 59_999).size).toBe(0);
    expect(claim(lanes, 60_000).size).toBe(1);
  });

  it('F-25: a thousand endpoints that hang hold the room of the others for a second each, and four sockets', () => {
    const lanes = createLanes();
    const hanging = Array.from({ length: 1000 }, (_, index) => index + 1);
    lanes.wake(hanging);
    const held = new Map<number, number>();
    for (let nowMs = 0; nowMs < 15_000; nowMs += 1000) {
      lanes.wake([9999]);
      const rooms = claim(lanes, nowMs);
      // The one that answers waited longest or came last; within two rounds it is served.
      if (rooms.has(9999))
        for (let index = 0; index < (rooms.get(9999) ?? 0); index += 1) end(lanes, 9999, true, nowMs);
      for (const [number, room] of rooms) {
        if (number === 9999) continue;
        held.set(number, (held.get(number) ?? 0) + room);
        for (let index = 0; index < room; index += 1) lanes.slowed(number);
      }
    }
    expect(Math.max(...held.values())).toBeLessThanOrEqual(4);
    const after = claim(lanes, 15_000);
    lanes.wake([9999]);
    expect(after.has(9999) || claim(lanes, 15_000).has(9999)).toBe(true);
  });
});
