import { describe, expect, it } from 'vitest';
import { createLanes, type Lanes } from './lanes.ts';

const all = () => true;
/** Puts so many deliveries of an endpoint here, all of which can begin. */
const stock = (lanes: Lanes, number: number, count: number, nowMs = 0) => lanes.stocked(number, count, count, nowMs);
/** Begins all that may begin now; how many of each endpoint. */
function beginAll(lanes: Lanes, nowMs: number): Map<number, number> {
  const begun = new Map<number, number>();
  for (let number = lanes.next(); number !== undefined; number = lanes.next()) {
    lanes.begin(number, nowMs);
    begun.set(number, (begun.get(number) ?? 0) + 1);
  }
  return begun;
}
const end = (lanes: Lanes, number: number, ok: boolean, nowMs: number, pauseMs = 0, proven = false) =>
  lanes.ended(number, { proven, slow: false, ok, pauseMs }, nowMs);
/** How many rows an endpoint may be claimed now. */
const roomOf = (lanes: Lanes, number: number, nowMs = 0) => lanes.share(nowMs, all).rooms.get(number) ?? 0;

describe('the lanes of a worker', () => {
  it('give an endpoint four places until it has answered, then thirty-two', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    stock(lanes, 1, 500);
    expect(beginAll(lanes, 0).get(1)).toBe(4);
    end(lanes, 1, true, 1);
    expect(beginAll(lanes, 1).get(1)).toBe(29);
  });

  it('let one try through after three failures in a row, ten seconds later, then twenty, and all after a success', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    stock(lanes, 1, 500);
    beginAll(lanes, 0);
    for (let index = 0; index < 4; index += 1) end(lanes, 1, false, 0);
    expect(lanes.isShut(1, 9999)).toBe(true);
    lanes.look(9999);
    expect(beginAll(lanes, 9999).size).toBe(0);
    expect(roomOf(lanes, 1, 9999)).toBe(0);
    lanes.look(10_000);
    expect(beginAll(lanes, 10_000).get(1)).toBe(1);
    end(lanes, 1, false, 10_000);
    lanes.look(29_999);
    expect(beginAll(lanes, 29_999).size).toBe(0);
    lanes.look(30_000);
    expect(beginAll(lanes, 30_000).get(1)).toBe(1);
    end(lanes, 1, true, 30_000);
    expect(beginAll(lanes, 30_000).get(1)).toBe(32);
  });

  it('try at once what somebody waits for, though the breaker is open', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    stock(lanes, 1, 4);
    beginAll(lanes, 0);
    for (let index = 0; index < 4; index += 1) end(lanes, 1, false, 0);
    expect(roomOf(lanes, 1, 1)).toBe(0);
    lanes.probe(1);
    expect(roomOf(lanes, 1, 1)).toBe(1);
    stock(lanes, 1, 1, 1);
    expect(beginAll(lanes, 1).get(1)).toBe(1);
  });

  it('claim what somebody waits for though enough is here', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    stock(lanes, 1, 500);
    expect(roomOf(lanes, 1)).toBe(0);
    lanes.probe(1);
    expect(roomOf(lanes, 1)).toBe(1);
  });

  it('leave an endpoint alone for as long as it asks', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    stock(lanes, 1, 500);
    lanes.begin(1, 0);
    end(lanes, 1, false, 0, 60_000);
    lanes.look(59_999);
    expect(beginAll(lanes, 59_999).size).toBe(0);
    lanes.look(60_000);
    expect(beginAll(lanes, 60_000).get(1)).toBe(4);
  });

  it('claim ahead of an endpoint that answers, by the rows it takes, and no more of one that gave less than was asked for', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    const share = lanes.share(0, all);
    expect(share.rooms.get(1)).toBe(1);
    lanes.took(share, [{ endpoint: 1, posts: 10, together: false }]);
    stock(lanes, 1, 10);
    beginAll(lanes, 0);
    end(lanes, 1, true, 0);
    const next = lanes.share(0, all);
    expect(next.rooms.get(1)).toBe(Math.ceil((512 - 6) / 10));
    lanes.took(next, [{ endpoint: 1, posts: 10, together: false }]);
    expect(roomOf(lanes, 1)).toBe(0);
    lanes.wake([1]);
    expect(roomOf(lanes, 1)).toBeGreaterThan(0);
  });

  it('claim fewer ahead of an endpoint that takes many events in a request', () => {
    const lanes = createLanes();
    lanes.wake([1]);
    const claimed = [{ endpoint: 1, posts: 1, together: true }];
    lanes.took(lanes.share(0, all), claimed);
    stock(lanes, 1, 1);
    beginAll(lanes, 0);
    end(lanes, 1, true, 0);
    const share = lanes.share(0, all);
    lanes.took(share, claimed);
    lanes.wake([1]);
    stock(lanes, 1, 20);
    expect(roomOf(lanes, 1)).toBe(44);
    stock(lanes, 1, 40);
    expect(roomOf(lanes, 1)).toBe(0);
  });

  it('serve those that have something in turn', () => {
    const lanes = createLanes();
    lanes.wake([1, 2, 3]);
    for (const number of [1, 2, 3]) stock(lanes, number, 2);
    const order: number[] = [];
    for (let number = lanes.next(); number !== undefined; number = lanes.next()) {
      order.push(number);
      lanes.begin(number, 0);
    }
    expect(order).toEqual([1, 2, 3, 1, 2, 3]);
  });

  it('F-25: of a thousand endpoints that hang each holds four sockets, and an endpoint that answers is served within two seconds, then always', () => {
    const lanes = createLanes();
    const hanging = Array.from({ length: 1000 }, (_, index) => index + 1);
    lanes.wake([...hanging, 9999]);
    for (const number of hanging) stock(lanes, number, 500);
    // It stands behind all of them.
    stock(lanes, 9999, 100_000);
    const held = new Map<number, number>();
    const served: number[] = [];
    let flights: number[] = [];
    for (let second = 0; second < 15; second += 1) {
      const nowMs = second * 1000;
      const begun: number[] = [];
      let count = 0;
      for (let number = lanes.next(); number !== undefined; number = lanes.next()) {
        const { proven } = lanes.begin(number, nowMs);
        if (number !== 9999) {
          begun.push(number);
          held.set(number, (held.get(number) ?? 0) + 1);
          continue;
        }
        count += 1;
        // It answers before anything else happens.
        lanes.ended(number, { proven, slow: false, ok: true, pauseMs: 0 }, nowMs);
        if (count === 1000) break;
      }
      served.push(count);
      // What hangs gives its place among the young ones back after a second.
      for (const number of flights) lanes.slowed(number, false);
      flights = begun;
    }
    expect(Math.max(...held.values())).toBeLessThanOrEqual(4);
    const first = served.findIndex((count) => count > 0);
    expect(first).toBeLessThanOrEqual(2);
    expect(served.slice(first)).toEqual(served.slice(first).map(() => 1000));
  });

  it('F-25: however many thousands hang that never answered, one that answers keeps its room', () => {
    const lanes = createLanes();
    const hanging = Array.from({ length: 5000 }, (_, index) => index + 1);
    lanes.wake([...hanging, 9999]);
    stock(lanes, 9999, 1);
    lanes.begin(9999, 0);
    end(lanes, 9999, true, 0);
    for (const number of hanging) stock(lanes, number, 500);
    // Seconds pass, and as many as may begin do and hang.
    for (let second = 0; second < 15; second += 1)
      for (const [number, count] of beginAll(lanes, second * 1000))
        for (let index = 0; index < count; index += 1) lanes.slowed(number, false);
    stock(lanes, 9999, 500, 15_000);
    expect(beginAll(lanes, 15_000).get(9999)).toBe(32);
  });
});
